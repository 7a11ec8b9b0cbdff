import './studio.css';
import { say } from './words';

// Pages without a canvas work without this; it only guards what was typed.
const typed = document.querySelector<HTMLTextAreaElement>('[data-guard]');
if (typed) {
  let dirty = false;
  typed.addEventListener('input', () => (dirty = true));
  typed.form?.addEventListener('submit', () => (dirty = false));
  window.addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault();
  });
  const state = document.querySelector<HTMLElement>('[data-state]');
  typed.addEventListener('input', () => state && (state.textContent = say('unsaved')), { once: true });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ask]')) {
  form.addEventListener('submit', (event) => {
    if (!window.confirm(form.dataset.ask)) event.preventDefault();
  });
}
