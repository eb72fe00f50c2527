/**
 * Independent readers of the same bytes: oracle.py for most formats, DuckDB for Parquet. `FUZZ_PYTHON`
 * names a Python that has xlrd and openpyxl; without one those formats are not compared, and said so.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Texts of the cells by row; rows are named as oracle.py says. */
export type Reading = readonly (readonly [row: string, cells: readonly string[]])[];
export type OracleAnswer = { readonly readings: readonly Reading[] } | { readonly refused: string };

const LONGEST_ANSWER_MS = 10_000;

export class Oracle {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  #python: ChildProcessWithoutNullStreams | null = null;
  #waiting: ((line: string) => void)[] = [];
  #duckdb: DuckDBConnection | null = null;
  #isAbsent = false;

  /** @param kind csv, json, kml, gpkg, xls, xlsx, dbf, shp, zip or parquet */
  async read(kind: string, bytes: Uint8Array): Promise<OracleAnswer> {
    const path = join(this.#folder, `a.${kind}`);
    writeFileSync(path, bytes);
    return kind === 'parquet' ? this.#readParquet(path) : this.#ask(kind, path);
  }

  close(): void {
    this.#python?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #readParquet(path: string): Promise<OracleAnswer> {
    this.#duckdb ??= await (await DuckDBInstance.create(':memory:')).connect();
    try {
      const reader = await this.#duckdb.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
      const rows = reader.getRowsJson().map((row) => row.map((cell) => String(cell ?? '')));
      return { readings: [rows.map((cells, i) => [String(i + 1), cells] as const)] };
    } catch (cause) {
      return { refused: String(cause).slice(0, 200) };
    }
  }

  async #ask(kind: string, path: string): Promise<OracleAnswer> {
    const python = this.#begin();
    const line = await new Promise<string>((resolve) => {
      if (this.#isAbsent) return resolve('{"refused":"no python"}');
      const late = setTimeout(() => {
        python.kill();
        this.#python = null;
        resolve('{"refused":"too slow"}');
      }, LONGEST_ANSWER_MS);
      this.#waiting = [
        (answer) => {
          clearTimeout(late);
          resolve(answer);
        },
      ];
      python.stdin.write(`${kind}\t${path}\n`);
    });
    return JSON.parse(line) as OracleAnswer;
  }

  #begin(): ChildProcessWithoutNullStreams {
    if (this.#python) return this.#python;
    const script = new URL('oracle.py', import.meta.url).pathname;
    const python = spawn(process.env.FUZZ_PYTHON ?? 'python3', ['-W', 'ignore', script]);
    this.#python = python;
    createInterface({ input: python.stdout }).on('line', (line) => this.#waiting.shift()?.(line));
    const fail = () => {
      if (this.#python === python) this.#python = null;
      this.#waiting.shift()?.('{"refused":"reader died"}');
    };
    python.stdin.on('error', fail);
    python.on('exit', fail);
    python.on('error', () => {
      console.warn('SKIPPED: no python3, so only Parquet is compared with an independent reader.');
      this.#isAbsent = true;
      fail();
    });
    return python;
  }
}
