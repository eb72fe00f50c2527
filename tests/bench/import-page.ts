/** The part of the import's bench that runs in Chromium: the page's own import, and DuckDB alone. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { Engine } from '../../src/runtime/browser/engine-client';
import { ImportClient } from '../../src/runtime/browser/import/import-client';

const silent = () => undefined;
const noCity = { lendPlaces: (port: MessagePort) => port.postMessage(null) } as unknown as Engine;

async function fileOf(name: string): Promise<File> {
  return new File([await (await fetch(name)).blob()], name);
}

/** Seconds from a file to rows that are read, mended, judged and placed. */
async function ours(name: string): Promise<{ seconds: number; rows: number; table: string }> {
  const file = await fileOf(name);
  const client = new ImportClient();
  const signal = new AbortController().signal;
  const startedMs = performance.now();
  const opened = await client.open([{ name, file }], noCity, {}, silent, signal);
  if (!opened.ok) throw new Error(opened.problem.code);
  const read = await client.read(undefined, silent, signal);
  if (!read.ok) throw new Error(read.problem.code);
  const seconds = (performance.now() - startedMs) / 1000;
  client.close();
  return { seconds, rows: read.value.batches[0].rowCount, table: read.value.batches[0].table };
}

/** Seconds from the file to a table of DuckDB's, its own reader guessing the types. */
async function duckdb(name: string): Promise<{ seconds: number; rows: number }> {
  const file = await fileOf(name);
  const bindings = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await bindings.instantiate(new URL(wasmUrl, location.href).href);
  await bindings.open({ path: ':memory:', query: { castBigIntToDouble: true } });
  const connection = await bindings.connect();
  const startedMs = performance.now();
  await bindings.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query(`CREATE TABLE t AS SELECT * FROM read_csv('${name}')`);
  const seconds = (performance.now() - startedMs) / 1000;
  const counted = await connection.query('SELECT count(*) AS n FROM t');
  await bindings.terminate();
  return { seconds, rows: Number(counted.toArray()[0].n) };
}

Object.assign(globalThis, { ours, duckdb });
