/** Files, folders and options of `import` and `check` → what core needs. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import counties from '../../../data/sanming-counties.geojson?raw';
import divisions from '../../../data/sanming-divisions.csv?raw';
import seats from '../../../data/sanming-seats.csv?raw';
import {
  areasOf,
  HamletIndex,
  importFiles,
  realEvidence,
  systemKind,
  UnitIndex,
  type ImportOutcome,
  type Mapping,
  type PlaceEvidence,
  type TextEncoding,
} from '../../core/import';
import { buildSnapIndex } from '../../core/network';
import { ok, problem, type Result } from '../../core/result';
import { tableNames, type TableName } from '../../core/store/tables';
import { diskProblem, readDiskFile, type DiskFile } from '../../runtime/node/files';
import type { Arguments, Context, OptionDescription } from '../command';
import { openStreets } from '../streets';

export const importOptions: readonly OptionDescription[] = [
  { name: 'mapping', value: 'FILE', help: 'cli.option.mapping' },
  { name: 'datum', value: 'DATUM', help: 'cli.option.datum' },
  { name: 'units', value: 'FILE', help: 'cli.option.units_import' },
  { name: 'hamlets', value: 'FILE', help: 'cli.option.hamlets' },
  { name: 'streets', value: 'FILE', help: 'cli.option.streets_import' },
  { name: 'as-of', value: 'DAY', help: 'cli.option.as_of' },
  { name: 'encoding', value: 'NAME', help: 'cli.option.encoding' },
];

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

export interface Imported {
  readonly outcome: ImportOutcome;
  readonly inputs: readonly { name: string; sha256: string }[];
}

export async function runImport(given: Arguments, context: Context): Promise<Result<Imported>> {
  const table = given.text('as');
  if (table !== undefined && !tableNames.includes(table as TableName)) {
    return problem('option_code_unknown', {
      option: '--as',
      value: table,
      codes: tableNames.join(', '),
    });
  }
  const datum = datumOf(given.text('datum'));
  if (!datum.ok) return datum;
  const asOf = given.text('as-of');
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
    return problem('option_code_unknown', { option: '--as-of', value: asOf, codes: 'YYYY-MM-DD' });
  }
  const encoding = given.text('encoding');
  if (encoding !== undefined && !encodings.includes(encoding)) {
    return problem('option_code_unknown', {
      option: '--encoding',
      value: encoding,
      codes: encodings.join(', '),
    });
  }
  const mapping = await mappingOf(given.text('mapping'));
  if (!mapping.ok) return mapping;
  const known = await knownPlaces(given, context);
  if (!known.ok) return known;
  const files = await allFiles(given.positionals);
  if (!files.ok) return files;
  const outcome = await importFiles(files.value, {
    table: (table as TableName | undefined) ?? null,
    datum: datum.value,
    mapping: mapping.value,
    encoding: encoding as TextEncoding | undefined,
    asOf,
    ...known.value,
    progress: context.progress,
  });
  if (!outcome.ok) return outcome;
  const inputs = files.value.map(({ name, sha256 }) => ({ name, sha256 }));
  return ok({ outcome: outcome.value, inputs });
}

function datumOf(text: string | undefined): Result<string | undefined> {
  if (text === undefined) return ok(undefined);
  const lower = text.toLowerCase();
  const id = /^epsg:\d+$/.test(lower) ? lower.toUpperCase() : lower;
  const isKnown = /^EPSG:(4326|4490)$/.test(id) || systemKind(id) !== 'unknown';
  return isKnown
    ? ok(/^EPSG:(4326|4490)$/.test(id) ? 'wgs84' : id)
    : problem('datum_unknown', { value: text });
}

async function mappingOf(path: string | undefined): Promise<Result<Mapping>> {
  if (path === undefined) return ok({});
  const file = await readDiskFile(path);
  if (!file.ok) return file;
  try {
    const content = JSON.parse(new TextDecoder().decode(file.value.bytes)) as Mapping;
    const isMapping =
      content !== null &&
      typeof content === 'object' &&
      Object.values(content).every((field) => field === null || typeof field === 'string');
    if (isMapping) return ok(content);
  } catch {
    // Said below: what is no JSON is no mapping.
  }
  return problem('mapping_broken', { file: file.value.name });
}

/** Real borders and names come with the program; areas, seats and streets are the user's own. */
async function knownPlaces(
  given: Arguments,
  context: Context,
): Promise<Result<{ units: UnitIndex; evidence: PlaceEvidence; hamlets: HamletIndex | null }>> {
  const real = await realEvidence({ counties, divisions, seats });
  const evidence: { -readonly [K in keyof PlaceEvidence]: PlaceEvidence[K] } = {
    counties: real.counties,
    areas: null,
    seats: null,
    streets: null,
  };
  let { units } = real;
  if (given.has('units')) {
    const file = await readDiskFile(given.required('units'));
    if (!file.ok) return file;
    const areas = areasOf(file.value.bytes);
    if (areas.size > 0) evidence.areas = areas;
    else {
      const read = await importFiles([file.value], {
        table: 'admin_units',
        datum: 'wgs84',
        units: new UnitIndex({ rowCount: 0, columns: {} }),
        evidence,
      });
      if (!read.ok) return read;
      if (!read.value.table) return problem('nothing_to_import');
      units = new UnitIndex(read.value.table);
      evidence.seats = units;
    }
  }
  if (given.has('streets')) {
    const streets = await openStreets(given.required('streets'), context);
    if (!streets.ok) return streets;
    evidence.streets = buildSnapIndex(streets.value.network);
  }
  const path = given.text('hamlets');
  if (path === undefined) return ok({ units, evidence, hamlets: null });
  const file = await readDiskFile(path);
  if (!file.ok) return file;
  const datum = datumOf(given.text('datum'));
  const read = await importFiles([file.value], {
    table: 'hamlets',
    datum: datum.ok ? datum.value : undefined,
    units,
    evidence,
  });
  if (!read.ok) return read;
  const uncertain = read.value.notes.find(({ code }) => code === 'datum_uncertain');
  if (uncertain) return { ok: false, problem: uncertain };
  return read.value.table
    ? ok({ units, evidence, hamlets: new HamletIndex(read.value.table) })
    : problem('nothing_to_import');
}

/** Every file given, folders with all that is in them. */
async function allFiles(paths: readonly string[]): Promise<Result<DiskFile[]>> {
  const files: DiskFile[] = [];
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        const file = await readDiskFile(path);
        if (!file.ok) return file;
        files.push(file.value);
        continue;
      }
      for (const entry of (await readdir(path, { recursive: true, withFileTypes: true })).sort(
        (a, b) => (a.name < b.name ? -1 : 1),
      )) {
        if (!entry.isFile()) continue;
        const file = await readDiskFile(join(entry.parentPath, entry.name));
        if (!file.ok) return file;
        files.push({ ...file.value, name: `${basename(path)}/${entry.name}` });
      }
    } catch (cause) {
      return diskProblem(cause, path);
    }
  }
  return ok(files);
}
