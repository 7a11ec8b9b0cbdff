import { language } from './words';
import { vietnamese } from './translate.vi';

/** bpmn.io's words in the reader's language; what nobody translated stays English. */
function translate(template: string, replacements: Record<string, string> = {}): string {
  const words = language === 'vi' ? (vietnamese[template] ?? vietnamese[sentence(template)] ?? template) : template;
  return words.replace(/{([^}]+)}/g, (_, key: string) => replacements[key] ?? `{${key}}`);
}

export const translateModule = { translate: ['value', translate] };

/** The panel's head says “Start Event” where the menus say “Start event”. */
function sentence(words: string): string {
  return words.charAt(0) + words.slice(1).toLowerCase();
}
