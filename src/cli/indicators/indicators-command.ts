/** `indicators`: every target of the policy from the rows of a data folder, and what fails. */
import {
  failingFile,
  indicatorsCsv,
  indicatorsJson,
  runJson,
  type ResultFile,
} from '../../core/export';
import { readDataFolder, type DataFolder } from '../../core/import';
import {
  evaluateIndicators,
  failingRows,
  importCatalogue,
  sanmingCatalogue,
  type Catalogue,
  type Divisions,
  type Evaluation,
  type Overrides,
} from '../../core/indicators';
import { ok, problem, type Note, type Result } from '../../core/result';
import { createTables } from '../../core/store/open';
import { openDiskFolder, readDiskFile } from '../../runtime/node/files';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Arguments, Command, Context } from '../command';
import { computeCircles } from './indicators-circles';
import { indicatorSummary } from './indicators-summary';
import { dateOf, divisionsOf, overridesOf } from './indicators-options';
import { problemLine } from '../report';

export const indicatorsCommand: Command = {
  name: 'indicators',
  positionals: [],
  summary: 'cli.indicators',
  options: [
    { name: 'data', value: 'DIR', required: true, help: 'cli.option.data_indicators' },
    { name: 'catalogue', value: 'FILE', help: 'cli.option.catalogue' },
    { name: 'divisions', value: '2017|current', help: 'cli.option.divisions' },
    { name: 'as-of', value: 'DATE', help: 'cli.option.as_of' },
    { name: 'interpretations', value: 'LIST', help: 'cli.option.interpretations' },
    { name: 'targets', value: 'LIST', help: 'cli.option.targets' },
    { name: 'central-towns', value: 'LIST', help: 'cli.option.central_towns' },
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_indicators' },
  ],
  async run(given, context) {
    const free = checkOutput(given.required('out'), 'folder');
    if (!free.ok) return free;
    const catalogue = await catalogueOf(given, context);
    if (!catalogue.ok) return catalogue;
    const overrides = overridesOf(given, catalogue.value.catalogue);
    if (!overrides.ok) return overrides;
    const divisions = divisionsOf(given);
    if (!divisions.ok) return divisions;
    const asOf = dateOf(given, 'as-of');
    if (!asOf.ok) return asOf;
    const files = await openDiskFolder(given.required('data'));
    if (!files.ok) return files;
    const folder = await readDataFolder(files.value, { progress: context.progress });
    if (!folder.ok) return folder;
    folder.value.notes.forEach((note) => context.note(note));
    const run = {
      folder: folder.value,
      catalogue: catalogue.value.catalogue,
      overrides: overrides.value,
      divisions: divisions.value ?? folder.value.manifest.divisions,
      asOf: asOf.value,
    };
    const made = await resultFiles(run, context);
    if (!made.ok) return made;
    const { evaluation, notes, results } = made.value;
    const record = runJson({
      program: 'carecircle',
      version: context.version,
      command: 'indicators',
      inputs: [
        ...catalogue.value.files,
        ...folder.value.inputs
          .filter((input) => !input.name.startsWith('areas.'))
          .map((input) => ({ role: 'data', ...input })),
      ],
      parameters: {
        divisions: run.divisions,
        as_of: evaluation.asOf,
        central_towns: evaluation.centralTowns.map((town) => town.unitCode),
        overrides: run.overrides,
      },
      generated: folder.value.manifest.generated,
      notes,
    });
    context.progress('write', 0, 0);
    const written = writeWholeFolder(given.required('out'), [
      ...results,
      { name: 'run.json', chunks: [record] },
    ]);
    if (!written.ok) return written;
    const { generated } = folder.value.manifest;
    indicatorSummary(evaluation, context.language, generated).forEach((line) => context.say(line));
    return ok(undefined);
  },
};

interface IndicatorRun {
  readonly folder: DataFolder;
  readonly catalogue: Catalogue;
  readonly overrides: Overrides;
  readonly divisions: Divisions;
  readonly asOf: string | null;
}

interface MadeResults {
  readonly evaluation: Evaluation;
  readonly notes: readonly Note[];
  readonly results: readonly ResultFile[];
}

/** Tables into the database, the circles over them, every indicator, every list. */
async function resultFiles(run: IndicatorRun, context: Context): Promise<Result<MadeResults>> {
  // Loaded only here: other commands start without the database.
  const { openNativeDatabase } = await import('../../runtime/node/duckdb');
  const database = await openNativeDatabase();
  try {
    await createTables(database);
    context.progress('fill_database', 0, 0);
    for (const [name, table] of Object.entries(run.folder.tables)) {
      if (table.rowCount > 0) await database.insert(name, table.columns);
    }
    const circles = await computeCircles(
      database,
      run.folder,
      run.catalogue,
      run.overrides,
      context,
    );
    if (!circles.ok) return circles;
    const evaluation = await evaluateIndicators(database, run.catalogue, {
      divisions: run.divisions,
      asOf: run.asOf,
      overrides: run.overrides,
      progress: context.progress,
    });
    const results: ResultFile[] = [
      { name: 'indicators.csv', chunks: indicatorsCsv(evaluation) },
      { name: 'indicators.json', chunks: [indicatorsJson(evaluation)] },
    ];
    context.progress('lists', 0, 0);
    for (const result of evaluation.indicators) {
      const rows = await failingRows(database, evaluation, result);
      results.push(failingFile(result.entry.id, rows));
    }
    const notes = [...circles.value, ...evaluation.notes];
    notes.forEach((note) => context.note(note));
    return ok({ evaluation, notes, results });
  } finally {
    await database.close();
  }
}

interface GivenCatalogue {
  readonly catalogue: Catalogue;
  readonly files: readonly {
    readonly role: string;
    readonly name: string;
    readonly sha256?: string;
  }[];
}

async function catalogueOf(given: Arguments, context: Context): Promise<Result<GivenCatalogue>> {
  const path = given.text('catalogue');
  if (path === undefined) return ok({ catalogue: sanmingCatalogue, files: [] });
  const file = await readDiskFile(path);
  if (!file.ok) return file;
  const { name, sha256, bytes } = file.value;
  const read = await importCatalogue(new TextDecoder().decode(bytes), name);
  if (read.catalogue === null) {
    const [first, ...more] = read.problems;
    if (more.length === 0) return { ok: false, problem: first };
    for (const fault of read.problems) context.say(problemLine(context.language, fault));
    return problem('catalogue_refused', { file: name, count: read.problems.length });
  }
  return ok({ catalogue: read.catalogue, files: [{ role: 'catalogue', name, sha256 }] });
}
