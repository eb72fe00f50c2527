/** `run`: every option of a project file computed again, from the streets up, and compared. */
import { comparisonFile, coverageFiles, runJson, type ResultFile } from '../../core/export';
import { isEstimated, type DataFolder } from '../../core/import';
import { sanmingCatalogue } from '../../core/indicators';
import { t } from '../../core/i18n/t';
import { ok, type Result } from '../../core/result';
import type { OptionFigures } from '../../core/scenario';
import { checkOutput, writeWholeFolder, type OutputFile } from '../../runtime/node/write-files';
import type { Command, Context } from '../command';
import { resultFiles } from '../indicators/indicators-run';
import { figuresOf, runOptions, type OptionRun } from './option-runs';
import { openProjectInputs } from './project-inputs';

export const runCommand: Command = {
  name: 'run',
  positionals: ['PROJECT'],
  summary: 'cli.run',
  options: [
    { name: 'data', value: 'DIR', help: 'cli.option.run_data' },
    { name: 'only-comparison', help: 'cli.option.only_comparison' },
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_run' },
  ],
  async run(given, context) {
    const out = given.required('out');
    const free = checkOutput(out, 'folder');
    if (!free.ok) return free;
    const [file] = given.positionals;
    const inputs = await openProjectInputs('run', file, given.text('data') ?? null, context);
    if (!inputs.ok) return inputs;
    const { project, folder, files: inputFiles } = inputs.value;
    const runs = await runOptions(project, inputs.value, context);
    if (!runs.ok) return runs;

    const { plan, parameters } = project;
    const figures = figuresOf(runs.value, folder);
    const files: OutputFile[] = [];
    for (const option of given.has('only-comparison') ? [] : runs.value) {
      context.progress('indicators', runs.value.indexOf(option), runs.value.length);
      const made = await optionFiles(option, folder, context);
      if (!made.ok) return made;
      files.push(...made.value);
    }
    for (const format of ['csv', 'xlsx'] as const) {
      const { bytes } = await comparisonFile(figures, {
        format,
        language: context.language,
        reason: plan.reason,
        asOf: folder.manifest.as_of,
        isGenerated: folder.manifest.generated,
        isEstimated: isEstimated(folder.tables.households),
        minutes: parameters.minutes,
        speedMS: parameters.speed_m_per_s,
      });
      files.push({ name: `comparison.${format}`, chunks: [bytes] });
    }
    const record = runJson({
      program: 'carecircle',
      version: context.version,
      command: 'run',
      inputs: inputFiles,
      parameters: { ...parameters, options: plan.options.map(({ id, name }) => ({ id, name })) },
      generated: folder.manifest.generated,
      notes: runs.value.flatMap(({ run }) => run.notes),
    });
    context.progress('write', 0, 0);
    const written = writeWholeFolder(out, [...files, { name: 'run.json', chunks: [record] }]);
    if (!written.ok) return written;
    figures.forEach((option) => context.say(optionLine(option, context)));
    if (folder.manifest.generated) context.say(t(context.language, 'data.generated'));
    return ok(undefined);
  },
};

/** Units and indicators of one option, under its id: `option-1_coverage_units.csv`. */
async function optionFiles(
  { scenario, run, caps }: OptionRun,
  folder: DataFolder,
  context: Context,
): Promise<Result<OutputFile[]>> {
  const prefix = scenario?.id ?? 'baseline';
  const named = ({ name, chunks }: ResultFile): OutputFile => ({
    name: `${prefix}_${name}`,
    chunks,
  });
  const units = coverageFiles(run).filter(({ name }) => name === 'coverage_units.csv');
  const indicators = await resultFiles(
    {
      folder: { ...folder, tables: { ...folder.tables, facilities: run.ground.facilities } },
      catalogue: sanmingCatalogue,
      overrides: {},
      divisions: folder.manifest.divisions,
      asOf: null,
      comparedDate: null,
      earlier: null,
      made: { ground: run.ground, caps },
    },
    context,
  );
  if (!indicators.ok) return indicators;
  const results = indicators.value.results.filter(({ name }) => name.startsWith('indicators.'));
  return ok([...units, ...results].map(named));
}

function optionLine({ name, people, newlyCovered, group }: OptionFigures, context: Context) {
  return t(context.language, 'cli.run_option', {
    name: name ?? t(context.language, 'scenario.baseline'),
    covered: people.reached,
    total: people.total,
    gained: newlyCovered[group] ?? 0,
  });
}
