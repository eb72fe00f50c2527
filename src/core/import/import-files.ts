/**
 * The whole way from files to one table: open → understand → read → detect → place, all at once, as
 * the command line takes it. A page drives the same steps (steps/) one by one.
 */
import type { TableName } from '../store/tables';
import { ok, type Note, type Problem, type Result } from '../result';
import { openFiles, type NamedFile } from './raw/open-files';
import type { OpenedFile } from './raw/raw-table';
import type { TextEncoding } from './read/text';
import type { DatumId } from './place/systems';
import type { RowAccount } from './rows/report-builder';
import { placeBatch, readBatch, type BatchOptions } from './steps/batch';
import type { DatumReport } from './steps/datum';
import { sheetReport, understandAll, type ImportedSheet } from './steps/sheets';
import type { ImportedTable } from './table/imported-table';
import type { Mapping } from './understand/understand';

export interface ImportOptions extends BatchOptions {
  /** Null lets the headers say. */
  readonly table: TableName | null;
  readonly mapping?: Mapping;
  /** The user's own word; it is compared with the evidence, not doubted. */
  readonly datum?: DatumId;
  readonly encoding?: TextEncoding;
}

export interface ImportOutcome {
  readonly name: TableName;
  /** Null where no sheet could be read. */
  readonly table: ImportedTable | null;
  readonly account: RowAccount;
  readonly sheets: readonly ImportedSheet[];
  readonly refused: readonly { file: string; problem: Problem }[];
  /** Streets and terrain: recognised, for their own readers. */
  readonly others: readonly { file: string; kind: string; format: string }[];
  readonly datum: DatumReport;
  readonly precision: Readonly<Record<string, number>>;
  readonly outsideCity: number;
  readonly outsideCounty: number;
  readonly notes: readonly Note[];
}

/** Problems: `cancelled`. */
export async function importFiles(
  files: readonly NamedFile[],
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  const opened = await openFiles(files, options);
  const { name, sheets } = understandAll(opened, options);
  const used = sheets.flatMap(({ isUsed, understood }) => (isUsed ? [understood] : []));
  const read = await readBatch(name, used, options);
  if (!read.ok) return read;
  const placed = await placeBatch(read.value, options, options.datum);
  const notes = opened.flatMap((file) => (file.kind === 'tables' ? file.notes : []));
  return ok({
    name,
    table: placed.table.rowCount > 0 ? placed.table : null,
    account: placed.account,
    sheets: sheets.map(sheetReport),
    ...besideTables(opened),
    datum: placed.datum,
    precision: placed.precision,
    outsideCity: placed.outsideCity,
    outsideCounty: placed.outsideCounty,
    notes: [...notes, ...placed.notes],
  });
}

/** What was opened and holds no rows: refused, or for the readers of streets and terrain. */
export function besideTables(
  opened: readonly OpenedFile[],
): Pick<ImportOutcome, 'refused' | 'others'> {
  return {
    refused: opened.flatMap((file) =>
      file.kind === 'refused' ? [{ file: file.fileName, problem: file.problem }] : [],
    ),
    others: opened.flatMap((file) =>
      file.kind === 'streets' || file.kind === 'terrain'
        ? [{ file: file.fileName, kind: file.kind, format: file.format }]
        : [],
    ),
  };
}
