/** `import`: users' files → one table in our columns, and the data quality report. */
import { importReport, summaryRows } from '../../core/import';
import { csvChunks, qualityWorkbook } from '../../core/export';
import { t } from '../../core/i18n/t';
import { ok, problem, type Note, type Result } from '../../core/result';
import { tableDescription } from '../../core/store/tables';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Command, Context } from '../command';
import { importOptions, runImport, type Imported } from './import-inputs';
import { joinOnto, joinOptions } from './join-onto';

export const importCommand: Command = {
  name: 'import',
  positionals: ['FILE…'],
  summary: 'cli.import',
  options: [
    { name: 'as', value: 'TABLE', required: true, help: 'cli.option.as' },
    ...importOptions,
    ...joinOptions,
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_import' },
  ],
  async run(given, context) {
    const out = given.required('out');
    const free = checkOutput(out, 'folder');
    if (!free.ok) return free;
    const imported = await runImport(given, context);
    if (!imported.ok) return imported;
    sayAll(imported.value, context);
    const { outcome } = imported.value;
    if (!outcome.table) return nothing(imported.value);
    const { name } = outcome;
    const joined = await joinOnto(name, outcome.table, given);
    if (!joined.ok) return joined;
    const { table, changes } = joined.value;
    const columns = tableDescription(name).columns.flatMap((column) => {
      const data = table.columns[column.name];
      if (!data) return [];
      return [{ name: column.name, column: data }];
    });
    const report = importReport(outcome, {
      version: context.version,
      inputs: imported.value.inputs,
    });
    const files = imported.value.inputs.map((input) => input.name).join(' ');
    const workbook = await qualityWorkbook(outcome, files, context.language);
    const written = writeWholeFolder(out, [
      { name: `${name}.csv`, chunks: csvChunks(columns, table.rowCount) },
      { name: 'report.json', chunks: [`${JSON.stringify(report, null, 1)}\n`] },
      { name: 'report.xlsx', chunks: [workbook] },
      ...(changes
        ? [{ name: 'changes.csv', chunks: csvChunks(changes.columns, changes.rowCount) }]
        : []),
    ]);
    if (!written.ok) return written;
    context.print(
      t(context.language, 'cli.import_done', { file: `${out}/${name}.csv`, rows: table.rowCount }),
    );
    // Written, but without places: whoever called must not go on as if there were any.
    const uncertain = outcome.notes.find(({ code }) => code === 'datum_uncertain');
    return uncertain ? { ok: false, problem: uncertain } : ok(undefined);
  },
};

/** Notes, refusals and the summary, on standard error. */
export function sayAll({ outcome }: Imported, context: Context): void {
  outcome.refused.forEach(({ problem: found }) => context.note(found));
  const isLast = ({ code }: Note) => code === 'datum_uncertain' && outcome.table !== null;
  outcome.notes.filter((note) => !isLast(note)).forEach((note) => context.note(note));
  for (const [item, figure] of summaryRows(outcome, context.language))
    context.say(`${item}\t${figure}`);
}

/** What is wrong with the only file, or that there are no rows in any. */
export function nothing({ outcome }: Imported): Result<never> {
  const [only] = outcome.refused;
  return only && outcome.sheets.length === 0
    ? { ok: false, problem: only.problem }
    : problem('nothing_to_import');
}
