/** Builds what is missing or stale, and only that: the command line, the demo city, the page. Also by itself. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const always = ['src', 'data', 'package-lock.json'];
/** What each part is made of; it is stale when one of these has changed. */
const parts = {
  cli: { made: 'carecircle.js', sources: [...always, 'vite.cli.config.ts'] },
  page: {
    made: 'index.html',
    sources: [
      ...always,
      'static',
      'svelte.config.js',
      'vite.config.ts',
      'scripts/workers-ahead.mjs',
    ],
  },
};

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((name) => filesBelow(join(root, name)))) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** @returns {string} its folder */
function build(name, args) {
  const { made, sources } = parts[name];
  const folder = join(root, 'build', name);
  const stamp = `${folder}.stamp`;
  const wanted = hashOf(sources);
  const built = existsSync(stamp) && existsSync(join(folder, made)) && readFileSync(stamp, 'utf8');
  if (built === wanted) return folder;
  process.stderr.write(`building ${name} …\n`);
  run([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', ...args]);
  writeFileSync(stamp, wanted);
  return folder;
}

/** @returns {string} the folder of the program */
export function buildCommandLine() {
  return build('cli', ['--config', 'vite.cli.config.ts', '--logLevel', 'warn']);
}

/** @returns {string} the folder to serve */
export function buildPage() {
  const program = join(buildCommandLine(), 'carecircle.js');
  run([program, 'demo', '--out', join('static', 'demo')]);
  run([program, 'summary', '--data', join('static', 'demo')]);
  return build('page', ['--logLevel', 'warn']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--only-command-line')) buildCommandLine();
  else buildPage();
}
