/** The command line as a user starts it: its own process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../build/cli/carecircle.js');
const each = resolve(import.meta.dirname, 'run-each.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Workplace {
  readonly path = mkdtempSync(join(tmpdir(), 'carecircle-'));

  constructor() {
    if (!existsSync(program)) throw new Error('Build the command line first: npm run build:cli');
  }

  run(...words: string[]): Ended {
    return this.runWith({ LANG: 'en_US.UTF-8' }, ...words);
  }

  runWith(environment: Record<string, string>, ...words: string[]): Ended {
    const { PATH } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: this.path,
      encoding: 'utf8',
      env: { PATH, ...environment },
    });
    return { code: status, stdout, stderr };
  }

  /** Many commands one after another in one process; `names` is the folder after each. */
  runEach(commands: readonly (readonly string[])[]): (Ended & { readonly names: string[] })[] {
    const { stdout, stderr } = spawnSync(process.execPath, [each, program], {
      cwd: this.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' },
      input: JSON.stringify(commands),
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as (Ended & { readonly names: string[] })[];
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  /** Rows of a CSV without quotes, by column. */
  rows(name: string): Record<string, string>[] {
    const [head, ...lines] = this.read(name).trimEnd().split('\n');
    const names = head.split(',');
    return lines.map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(names.map((column, i) => [column, cells[i]]));
    });
  }

  /** Everything in the folder, hidden files included. */
  names(): string[] {
    return readdirSync(this.path, { recursive: true, encoding: 'utf8' }).sort();
  }

  clear(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The folder of real data for tests, or null with a loud word. */
export function sharedData(): string | null {
  const path = resolve(import.meta.dirname, '../../../shared/data');
  if (existsSync(path)) return path;
  console.warn('SKIPPED: ../shared/data is absent, so nothing is tested on real streets.');
  return null;
}
