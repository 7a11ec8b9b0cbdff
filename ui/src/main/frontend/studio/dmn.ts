import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import './studio.css';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';
import DmnModeler, { type View } from 'dmn-js/lib/Modeler';
import DmnViewer from 'dmn-js/lib/NavigatedViewer';
import {
  CamundaPropertiesProviderModule,
  DmnPropertiesPanelModule,
  DmnPropertiesProviderModule,
} from 'dmn-js-properties-panel';
import { desk, type Editor } from './desk';
import { Rows } from './rows';
import { translateModule } from './translate';
import { say } from './words';

async function dmn(place: HTMLElement, readonly: boolean): Promise<Editor> {
  const rows = new Rows((element) => void reveal(modeler, element));
  const options = {
    container: place,
    drd: {
      propertiesPanel: { parent: '[data-properties]' },
      additionalModules: readonly
        ? [translateModule]
        : [DmnPropertiesPanelModule, DmnPropertiesProviderModule, CamundaPropertiesProviderModule, translateModule],
    },
    decisionTable: { additionalModules: [translateModule, rows.module] },
    literalExpression: { additionalModules: [translateModule] },
    moddleExtensions: { camunda },
  };
  const modeler = readonly ? new DmnViewer(options) : new DmnModeler(options);
  const marks = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];
  const tabs = document.querySelector<HTMLElement>('[data-views]')!;
  tabs.setAttribute('aria-label', say('views'));
  const properties = document.querySelector<HTMLElement>('[data-properties-pane]');

  let told: () => void = () => {};
  let opening = false;

  function tab(view: View, active: boolean): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = view.type === 'drd' ? say('drd') : (view.name ?? view.id);
    if (active) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => void open(view));
    return button;
  }

  async function open(view: View): Promise<void> {
    opening = true;
    await modeler.open(view);
    opening = false;
  }

  modeler.on('views.changed', ({ views = [], activeView }) => {
    tabs.replaceChildren(...views.map((view) => tab(view, view === activeView)));
    if (properties) properties.hidden = readonly || activeView?.type !== 'drd';
  });
  modeler.on('viewer.created', (event) => {
    const { viewer } = event as unknown as { viewer: { on(name: string, listener: () => void): void } };
    viewer.on('commandStack.changed', () => {
      if (!opening) told();
    });
  });

  return {
    async open(xml) {
      opening = true;
      await modeler.importXML(xml);
      // A table is what one comes for; the diagram is one tab away.
      const table = modeler.getViews().find((view) => view.type !== 'drd');
      if (table) await modeler.open(table);
      opening = false;
    },
    async xml() {
      return (await modeler.saveXML({ format: true })).xml;
    },
    show(findings) {
      rows.show(findings, modeler.getViews().flatMap(({ element }) => element.decisionLogic ?? []));
      // The table draws itself anew at each change: a style sheet stays, a class would not.
      const ids = findings.flatMap(({ element }) => (element ? [CSS.escape(element)] : []));
      marks.replaceSync(
        ids
          .map((id) => `[data-row-id="${id}"], [data-element-id="${id}"], [data-col-id="${id}"] { background: var(--studio-wrong) !important; }`)
          .join('\n'),
      );
    },
    reveal(element) {
      void reveal(modeler, element);
    },
    changed(listener) {
      told = listener;
    },
  };
}

async function reveal(modeler: DmnModeler, element: string): Promise<void> {
  const find = () =>
    document.querySelector<HTMLElement>(
      ['row-id', 'element-id', 'col-id'].map((name) => `[data-canvas] [data-${name}="${CSS.escape(element)}"]`).join(', '),
    );
  const own = modeler.getViews().find((view) => view.type !== 'drd' && view.element.id === element);
  const others = modeler.getViews().filter((view) => view.type !== 'drd');
  for (const view of own ? [own] : others) {
    if (find()) break;
    await modeler.open(view);
  }
  find()?.scrollIntoView({ block: 'center', inline: 'nearest' });
}

void desk(dmn);
