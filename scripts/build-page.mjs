/** Builds what is missing or stale, and only that: the demo city, then the page. Also by itself. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'build', 'page.stamp');
const sources = [
  'src',
  'static',
  'data',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
];

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function hashOfSources() {
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

/** @returns {string} the folder to serve */
export function buildPage() {
  const commandLine = join(root, 'build', 'cli', 'carecircle.js');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(commandLine))
    run([vite, 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn']);
  run([commandLine, 'demo', '--out', join('static', 'demo')]);
  run([commandLine, 'summary', '--data', join('static', 'demo')]);
  const folder = join(root, 'build', 'page');
  const wanted = hashOfSources();
  const built =
    existsSync(stamp) && existsSync(join(folder, 'index.html')) && readFileSync(stamp, 'utf8');
  if (built !== wanted) {
    process.stderr.write('building the page …\n');
    run([vite, 'build', '--logLevel', 'warn']);
    writeFileSync(stamp, wanted);
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildPage();
