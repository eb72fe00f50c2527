/** `import --onto`: last year's table, or that of other towns, brought up to date; what changed as a file. */
import {
  changeLines,
  joinTables,
  mixedEstimates,
  readTable,
  tableRequest,
  type ImportedTable,
  type JoinMode,
} from '../../core/import';
import { dictionaryOf, type ColumnData } from '../../core/store/columns';
import { ok, problem, type Result } from '../../core/result';
import type { CsvColumn } from '../../core/export/csv';
import type { TableName } from '../../core/store/tables';
import { readDiskFile } from '../../runtime/node/files';
import type { Arguments, OptionDescription } from '../command';

const modes: readonly JoinMode[] = ['add', 'replace_towns', 'replace'];

export const joinOptions: readonly OptionDescription[] = [
  { name: 'onto', value: 'FILE', help: 'cli.option.onto' },
  { name: 'join', value: 'MODE', help: 'cli.option.join' },
];

export interface JoinedOnto {
  readonly table: ImportedTable;
  /** Columns of changes.csv and their length; null where nothing was joined onto. */
  readonly changes: { readonly columns: readonly CsvColumn[]; readonly rowCount: number } | null;
}

/** The table itself without `--onto`. Problems: those of the file, `option_code_unknown`. */
export async function joinOnto(
  name: TableName,
  table: ImportedTable,
  given: Arguments,
): Promise<Result<JoinedOnto>> {
  const mode = (given.text('join') ?? 'add') as JoinMode;
  if (!modes.includes(mode)) {
    const codes = modes.join(', ');
    return problem('option_code_unknown', { option: '--join', value: mode, codes });
  }
  if (!given.has('onto')) return ok({ table, changes: null });
  const file = await readDiskFile(given.required('onto'));
  if (!file.ok) return file;
  const base = await readTable(file.value.bytes, file.value.name, tableRequest(name));
  if (!base.ok) return base;
  const joined = joinTables(base.value, table, mode);
  const mixed = mixedEstimates(joined.table);
  if (mixed) return { ok: false, problem: mixed };
  const lines = Array.from(changeLines(joined.changes.rows), ({ row, column, from, to }) => [
    ...[row.kind, row.key, row.label ?? '', row.unitCode ?? ''],
    ...[column ?? '', from, to],
  ]);
  const heads = ['change', 'key', 'name', 'unit_code', 'column', 'from', 'to'];
  const columns = heads.map((head, i): CsvColumn => {
    const column: ColumnData = dictionaryOf(lines.map((line) => line[i]));
    return { name: head, column };
  });
  return ok({ table: joined.table, changes: { columns, rowCount: lines.length } });
}
