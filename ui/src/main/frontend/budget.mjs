// Weighs what each page loads, gzipped, and fails above the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const out = process.env.UI_OUT ?? '../../../target/classes/static/ui';

/** Per entry: the script of the first view, each part that is loaded later, and the style sheets, in kB. */
const budgets = {
  'studio/bpmn.ts': { js: 520, lazy: 150, css: 90 },
  'studio/dmn.ts': { js: 420, lazy: 150, css: 90 },
  'studio/page.ts': { js: 8, lazy: 0, css: 90 },
};

const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
const weigh = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length / 1000;

function parts(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) parts(next, seen);
  return seen;
}

let heavy = false;
function say(what, kilobytes, limit) {
  const over = kilobytes > limit;
  heavy ||= over;
  console.log(`${over ? 'TOO HEAVY' : 'ok       '} ${what}: ${kilobytes.toFixed(1)} of ${limit} kB gz`);
}

for (const [entry, budget] of Object.entries(budgets)) {
  const first = parts(entry);
  const css = new Set([...first].flatMap((key) => manifest[key].css ?? []));
  say(`${entry} script`, [...first].reduce((sum, key) => sum + weigh(manifest[key].file), 0), budget.js);
  say(`${entry} style`, [...css].reduce((sum, file) => sum + weigh(file), 0), budget.css);
  for (const lazy of [...first].flatMap((key) => manifest[key].dynamicImports ?? [])) {
    const later = [...parts(lazy)].filter((key) => !first.has(key));
    say(`${entry} later ${lazy}`, later.reduce((sum, key) => sum + weigh(manifest[key].file), 0), budget.lazy);
  }
}
if (heavy) {
  console.error('A page is above its budget: load the part later, or leave it out.');
  process.exit(1);
}
