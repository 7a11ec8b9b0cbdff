import type { Finding } from './api';
import { say } from './words';

/** The list of what is wrong, reachable by keyboard; F8 walks through it. */
export class Problems {
  private readonly list: HTMLOListElement;
  private readonly summary: HTMLElement;
  private at = -1;

  constructor(
    root: HTMLElement,
    private readonly file: string,
    private readonly reveal: (element: string) => void,
  ) {
    this.list = root.querySelector('ol')!;
    this.summary = root.querySelector('[data-summary]')!;
    document.addEventListener('keydown', (event) => {
      if (event.key === 'F8' && !event.ctrlKey && !event.altKey) {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      }
    });
  }

  show(findings: Finding[]): void {
    const errors = findings.filter((finding) => finding.severity === 'ERROR').length;
    const warnings = findings.length - errors;
    this.summary.textContent = findings.length
      ? [errors && say('errors', errors), warnings && say('warnings', warnings)].filter(Boolean).join(', ')
      : say('clean');
    this.summary.dataset.state = errors ? 'error' : warnings ? 'warning' : 'clean';
    this.at = -1;
    const here = (finding: Finding) => (finding.file === this.file ? 0 : 1);
    const rank = (finding: Finding) => (finding.severity === 'ERROR' ? 0 : 2) + here(finding);
    this.list.replaceChildren(
      ...[...findings].sort((a, b) => rank(a) - rank(b)).map((finding) => this.item(finding)),
    );
  }

  private item(finding: Finding): HTMLLIElement {
    const item = document.createElement('li');
    item.dataset.severity = finding.severity.toLowerCase();
    const mark = document.createElement('strong');
    mark.textContent = say(finding.severity === 'ERROR' ? 'error' : 'warning');
    item.append(mark, ' ', this.place(finding), ' ');
    const message = document.createElement('span');
    if (finding.title) {
      message.append(finding.title, ' ');
      const detail = document.createElement('span');
      detail.lang = finding.language;
      detail.className = 'studio-detail';
      detail.textContent = finding.message;
      message.append(detail);
    } else {
      message.textContent = finding.message;
    }
    const rule = document.createElement('code');
    rule.textContent = finding.rule;
    item.append(message, ' ', rule);
    return item;
  }

  private place(finding: Finding): HTMLElement {
    const { file, element } = finding;
    if (file === this.file && element) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = element;
      button.addEventListener('click', () => this.reveal(element));
      return button;
    }
    const link = document.createElement('a');
    link.href = finding.href;
    link.textContent = element ? `${element} ${say('inFile', file)}` : file;
    return link;
  }

  private step(by: number): void {
    const places = [...this.list.querySelectorAll<HTMLElement>('button, a')];
    if (places.length === 0) return;
    this.at = (this.at + by + places.length) % places.length;
    places[this.at].focus();
    places[this.at].scrollIntoView({ block: 'nearest' });
    if (places[this.at] instanceof HTMLButtonElement) places[this.at].click();
  }
}
