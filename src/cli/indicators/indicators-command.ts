/** `indicators`: every target of the policy from the rows of a data folder, and what fails. */
import { runJson } from '../../core/export';
import { readDataFolder, type DataFolder } from '../../core/import';
import { importCatalogue, sanmingCatalogue, type Catalogue } from '../../core/indicators';
import { ok, problem, type Result } from '../../core/result';
import { openDiskFolder, readDiskFile } from '../../runtime/node/files';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Arguments, Command, Context } from '../command';
import { comparedOf, dateOf, divisionsOf, overridesOf } from './indicators-options';
import { resultFiles } from './indicators-run';
import { indicatorSummary, trendSummary } from './indicators-summary';
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
    { name: 'compare-with', value: 'DIR|DATE', help: 'cli.option.compare_with' },
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
    const compared = comparedOf(given);
    if (!compared.ok) return compared;
    const folder = await readFolder(given.required('data'), context);
    if (!folder.ok) return folder;
    const earlier =
      compared.value.folder === null ? null : await readFolder(compared.value.folder, context);
    if (earlier?.ok === false) return earlier;
    const run = {
      folder: folder.value,
      catalogue: catalogue.value.catalogue,
      overrides: overrides.value,
      divisions: divisions.value ?? folder.value.manifest.divisions,
      asOf: asOf.value,
      comparedDate: compared.value.date,
      earlier: earlier?.value ?? null,
    };
    const made = await resultFiles(run, context);
    if (!made.ok) return made;
    const { evaluation, before, notes, results } = made.value;
    const record = runJson({
      program: 'carecircle',
      version: context.version,
      command: 'indicators',
      inputs: [
        ...catalogue.value.files,
        ...inputsOf(folder.value, 'data'),
        ...(run.earlier ? inputsOf(run.earlier, 'compared') : []),
      ],
      parameters: {
        divisions: run.divisions,
        as_of: evaluation.asOf,
        central_towns: evaluation.centralTowns.map((town) => town.unitCode),
        overrides: run.overrides,
        ...(before ? { compared_with: before.asOf } : {}),
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
    const lines = indicatorSummary(evaluation, context.language, generated);
    if (before) lines.push(...trendSummary(before, evaluation, context.language));
    lines.forEach((line) => context.say(line));
    return ok(undefined);
  },
};

async function readFolder(path: string, context: Context): Promise<Result<DataFolder>> {
  const files = await openDiskFolder(path);
  if (!files.ok) return files;
  const folder = await readDataFolder(files.value, { progress: context.progress });
  if (folder.ok) folder.value.notes.forEach((note) => context.note(note));
  return folder;
}

function inputsOf({ inputs }: DataFolder, role: string) {
  return inputs
    .filter((input) => !input.name.startsWith('areas.'))
    .map((input) => ({ role, ...input }));
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
