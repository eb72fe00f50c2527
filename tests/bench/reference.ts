/** The C++ reference: compiled when the bench starts, given the city in a file, asked line by line. */
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../tests/bench/reference.cpp', import.meta.url));
const folder = fileURLToPath(new URL('./', import.meta.url));

export interface Answer {
  readonly ms: number;
  readonly checksum: number;
}

export class Reference {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(file: string) {
    this.#child = spawn(`${folder}reference`, [file]);
    this.#child.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Compiles and starts it on these arrays, in the order reference.cpp reads them. */
  static start(arrays: readonly ArrayBufferView[]): Reference {
    execFileSync('g++', ['-O3', '-ffp-contract=off', '-o', `${folder}reference`, source]);
    const path = `${folder}city.bin`;
    const file = openSync(path, 'w');
    for (const array of arrays) {
      writeSync(file, new Uint8Array(BigInt64Array.of(BigInt(array.byteLength)).buffer));
      writeAll(file, new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
    closeSync(file);
    return new Reference(path);
  }

  async ask(command: string): Promise<Answer> {
    this.#child.stdin.write(`${command}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the reference ended at ${command}`);
    const [ms, checksum] = value.split(' ').map(Number);
    return { ms, checksum };
  }

  end(): void {
    this.#child.stdin.end();
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
