import { Refused, Server, type Finding } from './api';
import { Problems } from './problems';
import { clock, say } from './words';

/** A canvas, as the desk around it needs it. */
export interface Editor {
  open(xml: string): Promise<void>;
  xml(): Promise<string>;
  /** Shows the findings of this file beside their elements. */
  show(findings: Finding[]): void;
  /** Brings an element into view and selects it. */
  reveal(element: string): void;
  /** Calls back after every change that a person makes. */
  changed(listener: () => void): void;
}

const PAUSE_BEFORE_CHECK = 1200;

/** Opens the page's file in the editor and wires save, check, submit and the list of problems. */
export async function desk(make: (place: HTMLElement, readonly: boolean) => Promise<Editor>): Promise<void> {
  const root = document.querySelector<HTMLElement>('[data-desk]')!;
  const { api, file, readonly, csrfHeader, csrfToken, mediaType } = root.dataset as Record<string, string>;
  const server = new Server(api, file, { header: csrfHeader, token: csrfToken });
  const state = root.querySelector<HTMLElement>('[data-state]')!;
  const alarm = root.querySelector<HTMLElement>('[data-alarm]')!;
  const saveButton = root.querySelector<HTMLButtonElement>('[data-save]');
  const checkButton = root.querySelector<HTMLButtonElement>('[data-check]');
  const reviewLink = root.querySelector<HTMLAnchorElement>('[data-review]');
  const locked = readonly === 'true';

  let revision = 0;
  let saves = 0;
  let dirty = false;
  let changes = 0;
  let timer: number | undefined;

  const editor = await make(root.querySelector<HTMLElement>('[data-canvas]')!, locked);
  const problems = new Problems(root.querySelector<HTMLElement>('[data-problems]')!, file, (element) =>
    editor.reveal(element),
  );

  function show(findings: Finding[]): void {
    problems.show(findings);
    editor.show(findings.filter((finding) => finding.file === file));
  }

  function explain(problem: unknown): void {
    const message =
      problem instanceof Refused
        ? problem.status === 412
          ? say('stale')
          : problem.status === 413
            ? say('tooLarge')
            : problem.status === 401 || problem.status === 403
              ? say('signedOut')
              : say('refused', problem.message)
        : say('offline');
    alarm.textContent = message;
    alarm.hidden = false;
    if (problem instanceof Refused && problem.findings.length) show(problem.findings);
  }

  async function check(): Promise<void> {
    window.clearTimeout(timer);
    try {
      const at = changes;
      const findings = await server.check(await editor.xml(), mediaType);
      if (at !== changes) return; // changed meanwhile: the next check tells
      show(findings);
      if (!dirty) state.textContent = say('checked', clock());
    } catch (problem) {
      explain(problem);
    }
  }

  async function save(): Promise<boolean> {
    window.clearTimeout(timer);
    if (locked || saveButton?.disabled) return false;
    if (saveButton) saveButton.disabled = true;
    state.textContent = say('saving');
    const at = changes;
    try {
      const saved = await server.save(await editor.xml(), revision, mediaType);
      revision = saved.revision;
      saves += 1;
      dirty = at !== changes;
      alarm.hidden = true;
      state.textContent = say('saved', revision, clock());
      root.dataset.revision = String(revision);
      root.dataset.saves = String(saves);
      standing(revision);
      document.querySelectorAll<HTMLElement>('[data-when-draft]').forEach((part) => (part.hidden = false));
      show(saved.findings);
      return true;
    } catch (problem) {
      state.textContent = say('unsaved');
      explain(problem);
      return false;
    } finally {
      if (saveButton) saveButton.disabled = false;
    }
  }

  editor.changed(() => {
    changes += 1;
    dirty = true;
    if (!locked) state.textContent = say('unsaved');
    window.clearTimeout(timer);
    timer = window.setTimeout(check, PAUSE_BEFORE_CHECK);
  });
  saveButton?.addEventListener('click', save);
  checkButton?.addEventListener('click', check);
  reviewLink?.addEventListener('click', async (event) => {
    if (!dirty || locked) return;
    event.preventDefault();
    if (await save()) window.location.assign(reviewLink.href);
  });
  root.addEventListener('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-reveal]')?.dataset.reveal;
    if (!element) return;
    event.preventDefault();
    editor.reveal(element);
  });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void save();
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (dirty && !locked) event.preventDefault();
  });
  walkPanes(root);

  try {
    const { content, revision: read } = await server.read();
    revision = read;
    await editor.open(content);
    changes = 0;
    dirty = false;
    root.dataset.ready = 'true';
    await check();
  } catch (problem) {
    if (problem instanceof Refused || problem instanceof TypeError) explain(problem);
    else {
      alarm.textContent = say('unreadable', problem instanceof Error ? problem.message : String(problem));
      alarm.hidden = false;
    }
  }
}

/** What the server said of the draft when the page was made is no longer so. */
function standing(revision: number): void {
  const tag = document.querySelector<HTMLElement>('.studio-standing > *');
  if (!tag) return;
  tag.textContent = say('draft', revision);
  tag.dataset.color = 'info';
}

/** F6 goes round the parts of the desk: canvas, panel, problems, outline. */
function walkPanes(root: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    const next = panes[(here + (event.shiftKey ? -1 : 1) + panes.length) % panes.length];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}
