// What Maven calls: installs when the lock file changed, builds when a source changed, else does nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, '../../../target'));
const out = join(target, 'classes/static/ui');
const templates = resolve(here, '../../../../processes/element-templates');

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function upToDate(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

function npm(...args) {
  const env = { ...process.env, UI_OUT: out, npm_config_update_notifier: 'false' };
  // A shell finds npm.cmd on Windows too.
  const { status } = spawnSync(['npm', ...args].join(' '), { cwd: here, env, stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error(`npm ${args.join(' ')} failed. Without the studio everything else works: mvn -Dui.skip=true`);
    process.exit(1);
  }
}

const lock = digest([join(here, 'package.json'), join(here, 'package-lock.json')]);
const installed = join(here, 'node_modules/.lienthong-installed');
if (!upToDate(installed, lock)) {
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, lock);
}

const sources = digest([...files(here), ...files(templates)]);
const built = join(target, 'frontend.sha256');
if (!upToDate(built, sources) || !existsSync(join(out, 'manifest.json'))) {
  npm('run', '--silent', 'build');
  mkdirSync(target, { recursive: true });
  writeFileSync(built, sources);
}
