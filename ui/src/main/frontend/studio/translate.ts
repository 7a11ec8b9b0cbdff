import { language } from './words';
import { vietnamese } from './translate.vi';

/** bpmn.io's words in the reader's language; what nobody translated stays English. */
function translate(template: string, replacements: Record<string, string> = {}): string {
  const words = language === 'vi' ? (vietnamese[template] ?? template) : template;
  return words.replace(/{([^}]+)}/g, (_, key: string) => replacements[key] ?? `{${key}}`);
}

export const translateModule = { translate: ['value', translate] };
