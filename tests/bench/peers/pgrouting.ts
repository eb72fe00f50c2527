/**
 * pgRouting on the same question, in a database of its own that lives only for this run. Needs
 * PostgreSQL and pgRouting of Debian (apt-get install postgresql postgresql-15-pgrouting).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isochroneCount, limitCm, type Question } from './question';

const debian = '/usr/lib/postgresql';

/** Where the programs of a PostgreSQL with pgRouting lie. */
export function pgroutingPrograms(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const found = versions.find((version) =>
    existsSync(`/usr/share/postgresql/${version}/extension/pgrouting.control`),
  );
  return found && join(debian, found, 'bin');
}

export interface PgroutingAnswer {
  readonly version: string;
  readonly prepareMs: number;
  readonly nearestMs: number;
  readonly isochronesMs: number;
  /** Metres from each crossing to its nearest facility; those without one are left out. */
  readonly metres: ReadonlyMap<number, number>;
  readonly reached: readonly number[];
}

export async function askPgrouting(
  programs: string,
  { network, facilities }: Question,
  csv: string,
  folder: string,
): Promise<PgroutingAnswer> {
  const data = join(folder, 'pgdata');
  mkdirSync(data, { recursive: true });
  // The server refuses to run as root.
  const asOther = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asOther.length > 0) execFileSync('chown', ['postgres', data]);
  const run = (...words: string[]) => {
    const [program, ...rest] = [...asOther, ...words];
    const { status, stdout, stderr } = spawnSync(program, rest, {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (status !== 0) throw new Error(`${words[0]}: ${stderr || stdout}`);
    return stdout;
  };
  const server = (word: string) =>
    run(`${programs}/pg_ctl`, '-D', data, '-w', '-l', join(data, 'log'), ...serverOptions, word);
  const serverOptions = ['-o', `-k ${data} -c listen_addresses= -c work_mem=256MB`];
  const sql = (text: string) =>
    run(
      `${programs}/psql`,
      '-h',
      data,
      '-d',
      'postgres',
      '-qAt',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      text,
    );
  run(`${programs}/initdb`, '-D', data, '-A', 'trust', '-N');
  server('start');
  try {
    await setTimeout(200);
    const prepareMs = timed(() => {
      sql('CREATE EXTENSION pgrouting CASCADE');
      sql(
        'CREATE TABLE streets (id int, source int, target int, cost float8, lon float8, lat float8)',
      );
      execFileSync(
        asOther[0] ?? `${programs}/psql`,
        [
          ...(asOther.length > 0 ? [...asOther.slice(1), `${programs}/psql`] : []),
          ...['-h', data, '-d', 'postgres', '-qc', 'COPY streets FROM STDIN CSV'],
        ],
        { input: csv },
      );
      sql('CREATE INDEX ON streets (lon, lat); ANALYZE streets');
    });
    const streets = `'SELECT id, source, target, cost, cost AS reverse_cost FROM streets'`;
    const places = [...new Set(facilities)].join(',');
    const limitM = limitCm / 100;
    let answer = '';
    // Equal cost: every crossing belongs to its nearest facility alone.
    const nearestMs = timed(() => {
      answer = sql(
        `SELECT node, agg_cost FROM pgr_drivingDistance(${streets}, ARRAY[${places}], ${limitM}, false, equicost => true)`,
      );
    });
    const rows = answer
      .trim()
      .split('\n')
      .map((line) => line.split('|').map(Number));
    // One question for all, each over the streets within a box about the limit, as one does.
    const centres = Array.from(
      facilities.subarray(0, isochroneCount),
      (f, i) => `(${i}, ${f}, ${network.vertexLon[f]}, ${network.vertexLat[f]})`,
    );
    const aside = (limitM * 1.1) / 111_320 / Math.cos((network.vertexLat[0] * Math.PI) / 180);
    const within = (name: string, degrees: number) =>
      `${name} BETWEEN %s - ${degrees} AND %s + ${degrees}`;
    const nearby =
      `'SELECT id, source, target, cost, cost AS reverse_cost FROM streets WHERE ` +
      `${within('lon', aside)} AND ${within('lat', aside)}'`;
    const isochroneSql =
      `SELECT (SELECT count(*) FROM pgr_drivingDistance(` +
      `format(${nearby}, lon, lon, lat, lat), vertex, ${limitM}, false)) ` +
      `FROM (VALUES ${centres.join(',')}) AS centre (number, vertex, lon, lat) ORDER BY number`;
    let reached: number[] = [];
    const isochronesMs = timed(() => {
      reached = sql(isochroneSql).trim().split('\n').map(Number);
    });
    const metres = new Map(rows.map(([node, cost]) => [node, cost] as const));
    const version = sql('SELECT pgr_version()').trim();
    return { version, prepareMs, nearestMs, isochronesMs, metres, reached };
  } finally {
    server('stop');
  }
}

function timed(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}
