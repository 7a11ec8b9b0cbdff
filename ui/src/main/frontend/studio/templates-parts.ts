import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import all from '../../../../../processes/element-templates/lienthong.json';
import { half } from './words';

export { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
export { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';

const SHOWN = new Set(['name', 'label', 'description']);

/** The vocabulary, as the desktop modeler reads it too, in the reader's language. */
export const templates: object[] = all.map((template) => inOneLanguage(template) as object);

function inOneLanguage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneLanguage);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const shown = SHOWN.has(key) && typeof inner === 'string' && inner.includes(' · ');
      // A binding's name is a property's name, not words for a person.
      return [key, key === 'binding' ? inner : shown ? half(inner) : inOneLanguage(inner)];
    }),
  );
}
