import { createVNode } from 'inferno';
import { badge } from './badge';
import type { Finding } from './api';

/** A decision's table, as the file says it. */
export interface Table {
  rule?: { id: string; inputEntry?: { id: string }[]; outputEntry?: { id: string }[] }[];
}

const ELEMENT = 1;
const FILLED_BY_HAND = 1;

/** The place for findings in the first cell of each row of the table that is shown. */
export class Rows {
  private readonly places = new Map<string, HTMLElement>();
  private byRow = new Map<string, Finding[]>();

  constructor(private readonly reveal: (element: string) => void) {}

  /** A module for the table: each row gets a place that outlives the table's drawing itself anew. */
  readonly module = {
    __init__: ['studioRows'],
    studioRows: [
      'factory',
      Object.assign((components: Components) => this.listen(components), { $inject: ['components'] }),
    ],
  };

  /** Shows what is wrong with a row or with one of its cells. */
  show(findings: Finding[], tables: Table[]): void {
    const rowOf = new Map<string, string>();
    for (const rule of tables.flatMap((table) => table.rule ?? [])) {
      for (const part of [rule, ...(rule.inputEntry ?? []), ...(rule.outputEntry ?? [])]) rowOf.set(part.id, rule.id);
    }
    this.byRow = new Map();
    for (const finding of findings) {
      const row = finding.element && rowOf.get(finding.element);
      if (row) this.byRow.set(row, [...(this.byRow.get(row) ?? []), finding]);
    }
    for (const row of this.places.keys()) this.fill(row);
  }

  private listen(components: Components): object {
    components.onGetComponent('cell-inner', ({ cellType, row }) => {
      if (cellType !== 'rule-index' || !row) return undefined;
      const { id } = row;
      return () =>
        createVNode(ELEMENT, 'span', 'studio-row', null, FILLED_BY_HAND, null, null, (place: HTMLElement | null) => {
          if (!place) return;
          this.places.set(id, place);
          this.fill(id);
        });
    });
    return {};
  }

  private fill(row: string): void {
    const findings = this.byRow.get(row);
    this.places.get(row)?.replaceChildren(...(findings ? [badge(row, findings, this.reveal)] : []));
  }
}

interface Components {
  onGetComponent(
    type: string,
    component: (context: { cellType: string; row?: { id: string } }) => (() => object) | undefined,
  ): void;
}
