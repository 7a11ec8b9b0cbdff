import type { Finding } from './api';
import { say } from './words';

let notes = 0;

/** How many problems an element has, as a button; their words open beside it, by pointer and by keyboard. */
export function badge(id: string, findings: Finding[], reveal: (id: string) => void): HTMLElement {
  const error = findings.some((finding) => finding.severity === 'ERROR');
  const note = document.createElement('span');
  note.className = 'studio-note';
  note.id = `note-${(notes += 1)}`;
  note.setAttribute('role', 'tooltip');
  note.append(...findings.map(line));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `studio-badge ${error ? 'is-error' : 'is-warning'}`;
  button.textContent = String(findings.length);
  button.setAttribute('aria-label', say('beside', findings.length, id));
  button.setAttribute('aria-describedby', note.id);
  const box = document.createElement('div');
  box.className = 'studio-finding no-deselect';
  box.append(button, note);
  // The editor around it has clicks and keys of its own.
  for (const type of ['mousedown', 'click', 'dblclick', 'keydown']) box.addEventListener(type, keep);
  button.addEventListener('click', () => reveal(id));
  button.addEventListener('keydown', ({ key }) => key === 'Escape' && box.classList.add('is-dismissed'));
  for (const type of ['blur', 'mouseleave']) button.addEventListener(type, () => box.classList.remove('is-dismissed'));
  return box;
}

function line(finding: Finding): HTMLElement {
  const words = document.createElement('span');
  if (finding.title) words.append(finding.title, ' ');
  const detail = document.createElement('span');
  detail.lang = finding.language;
  detail.textContent = finding.message;
  words.append(detail);
  return words;
}

/** Keys that lead elsewhere stay the page's. */
function keep(event: Event): void {
  if (event instanceof KeyboardEvent && !['Enter', ' ', 'Escape'].includes(event.key)) return;
  event.stopPropagation();
}
