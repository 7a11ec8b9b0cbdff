// Gathers the parts of Designsystemet that our pages use into one file, served from our own origin.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const parts = join(here, 'node_modules/@digdir/designsystemet-css/dist/src');
const out = process.env.UI_OUT ?? join(here, '../../../target/classes/static/ui');

const components = [
  'alert', 'badge', 'button', 'details', 'divider', 'error-summary', 'field', 'fieldset', 'heading', 'input',
  'label', 'link', 'list', 'paragraph', 'skip-link', 'table', 'tag', 'validation-message',
];
const layer = (name, part) => `@layer ${name}{${readFileSync(join(parts, `${part}.css`), 'utf8')}}\n`;

mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, 'ds.css'),
  '/*! Designsystemet, MIT, Digitaliseringsdirektoratet */\n'
    + '@layer ds.theme,ds.base,ds.components;\n'
    + layer('ds.base', 'base')
    + components.map((part) => layer('ds.components', part)).join(''),
);
