import { say } from './words';

interface Template {
  id: string;
  name: string;
  description?: string;
}

export interface ElementTemplates {
  getLatest(element: object): Template[];
  applyTemplate(element: object, template: Template): void;
}

/** Lets a person choose among the templates that fit an element, in the browser's own dialog. */
export function chooser(service: ElementTemplates, element: object): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'studio-dialog';
  const title = document.createElement('h2');
  title.id = 'choose-template';
  title.textContent = say('template');
  dialog.setAttribute('aria-labelledby', title.id);
  const list = document.createElement('ul');
  const fitting = service.getLatest(element);
  for (const template of fitting) {
    const button = document.createElement('button');
    button.type = 'button';
    const name = document.createElement('strong');
    name.textContent = template.name;
    button.append(name);
    if (template.description) {
      const words = document.createElement('span');
      words.textContent = template.description;
      button.append(words);
    }
    button.addEventListener('click', () => {
      dialog.close();
      service.applyTemplate(element, template);
    });
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  }
  if (fitting.length === 0) {
    const none = document.createElement('li');
    none.textContent = say('noFit');
    list.append(none);
  }
  const cancel = document.createElement('button');
  cancel.type = 'button';
  cancel.className = 'ds-button';
  cancel.dataset.variant = 'secondary';
  cancel.textContent = say('cancel');
  cancel.addEventListener('click', () => dialog.close());
  dialog.append(title, list, cancel);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
