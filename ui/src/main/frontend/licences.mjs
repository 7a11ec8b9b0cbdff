// What the studio's scripts and styles are made of, with the licence texts that must go with them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a module belongs to; none for our own. */
function folder(id) {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split('?')[0].replaceAll('\\', '/'));
  return match?.[1].replace(/^\0/, '');
}

function entry(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  const text = file ? readFileSync(join(path, file), 'utf8').trim() : 'The package brings no text of its licence.';
  return `== ${name} ${version} (${license ?? 'licence not named'})\n\n${text}\n`;
}

/** Writes licences.txt beside the scripts: one paragraph for each package in the bundle. */
export function licences(...unseen) {
  return {
    name: 'licences',
    generateBundle(options, bundle) {
      const ids = Object.values(bundle).flatMap((part) => Object.keys(part.modules ?? {}));
      const folders = [...ids.map(folder).filter(Boolean), ...unseen.map((name) => join('node_modules', name))];
      const source = [...new Set(folders)].map(entry).sort().join('\n');
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}
