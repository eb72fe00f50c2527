/** Tables as files, written by core: the command line's own bytes, or words that Excel opens. */
import {
  csvChunks,
  csvColumns,
  dataMarks,
  householdColumns,
  inWords,
  uncoveredColumns,
  type CsvColumn,
  type UncoveredVillage as ListRow,
} from '../../../core/export';
import { t } from '../../../core/i18n/t';
import { unitColumns, type CoverageRun } from '../../../core/reach';
import type { ExportedFile, ExportRequest } from '../data/figure-data';

/** What a file is asked to be, and whether its data are a sample or an estimate, which it then says. */
export interface FileOrder extends ExportRequest {
  readonly isGenerated: boolean;
  readonly isEstimated: boolean;
}

export function unitsFile(run: CoverageRun, order: FileOrder): ExportedFile {
  const { codes, indexOf } = run.ground.units;
  const rows = order.unitCodes?.flatMap((code) => indexOf.get(code) ?? []);
  return fileOf(order, csvColumns(unitColumns(run)), codes.length, rows);
}

/** `run` must know the households' ids. */
export function householdsFile(run: CoverageRun, order: FileOrder): ExportedFile {
  return fileOf(order, csvColumns(householdColumns(run)), run.ground.households.rowCount);
}

/** Rows in view in their order, or all as the command line lists them. */
export function listFile(rows: readonly ListRow[], order: FileOrder): ExportedFile {
  const byCode = new Map(rows.map((row) => [row.unit_code, row]));
  const chosen = order.unitCodes?.flatMap((code) => byCode.get(code) ?? []) ?? rows;
  return fileOf(order, uncoveredColumns(chosen), chosen.length);
}

function fileOf(
  { kind, format, language, isGenerated, isEstimated }: FileOrder,
  columns: readonly CsvColumn[],
  rowCount: number,
  rows?: readonly number[],
): ExportedFile {
  const type = 'text/csv;charset=utf-8';
  if (format === 'data') {
    return {
      fileName: `${kind}.csv`,
      blob: new Blob([...csvChunks(columns, rowCount, 'data', rows)], { type }),
    };
  }
  const chunks = [...csvChunks(inWords(columns, language), rowCount, 'excel', rows)];
  // A sample or an estimate says so in its name and below its last row.
  for (const mark of dataMarks(language, { generated: isGenerated, estimated: isEstimated }))
    chunks.push(`${mark}\r\n`);
  const name = [
    t(language, `file.${kind}`),
    ...(isGenerated ? [t(language, 'file.generated_mark')] : []),
    ...(isEstimated ? [t(language, 'file.estimated_mark')] : []),
  ].join('-');
  return { fileName: `${name}.csv`, blob: new Blob(chunks, { type }) };
}
