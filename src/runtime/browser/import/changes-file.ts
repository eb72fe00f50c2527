/** 变化表: every row an import changed, as a workbook or as text for Excel. */
import { csvChunks, workbook, type SheetColumn } from '../../../core/export';
import { t, type Language, type TextKey } from '../../../core/i18n/t';
import { zh } from '../../../core/i18n/zh';
import { changeLines, fieldWord, type ImportedTable } from '../../../core/import';
import { ok, problem, type Result } from '../../../core/result';
import { dictionaryOf, textAt } from '../../../core/store/columns';
import type { ExportedFile } from '../data/figure-data';
import type { ShownChange } from '../data/import-data';
import type { ChangedList } from './changed-list';

/** A longer sheet opens in no office on the machines we know. */
const MOST_LINES = 200_000;

const heads = [
  ['importer.change_table', 14, 'text'],
  ['importer.change_kind', 8, 'text'],
  ['importer.change_key', 24, 'code'],
  ['importer.change_name', 30, 'text'],
  ['importer.change_town', 18, 'text'],
  ['importer.change_column', 20, 'text'],
  ['importer.change_from', 26, 'text'],
  ['importer.change_to', 26, 'text'],
] as const;

/** @param units names for their codes. Problems: `changes_too_many`. */
export async function changesFile(
  changed: ChangedList,
  units: ImportedTable | undefined,
  format: 'xlsx' | 'csv',
  language: Language,
): Promise<Result<ExportedFile>> {
  const say = (key: TextKey) => t(language, key);
  const lines = linesOf(changed, unitNames(units), language);
  const name = say('importer.change_file');
  if (format === 'csv') {
    const columns = heads.map(([head], i) => ({
      name: say(head),
      column: dictionaryOf(lines.map((line) => line[i])),
    }));
    const type = 'text/csv;charset=utf-8';
    const blob = new Blob([...csvChunks(columns, lines.length, 'excel')], { type });
    return ok({ fileName: `${name}.csv`, blob });
  }
  if (lines.length > MOST_LINES)
    return problem('changes_too_many', { count: lines.length, most: MOST_LINES });
  const columns = heads.map(([head, width, kind]): SheetColumn => ({
    head: say(head),
    width,
    kind,
  }));
  const bytes = await workbook(
    [{ name, title: name, caption: '', unitLine: '', columns, rows: lines }],
    name,
  );
  return ok({ fileName: `${name}.xlsx`, blob: new Blob([bytes]) });
}

function linesOf(
  changed: Iterable<ShownChange>,
  units: ReadonlyMap<string, string>,
  language: Language,
): string[][] {
  const word = (key: string, own: string) => (key in zh ? t(language, key as TextKey) : own);
  const lines: string[][] = [];
  for (const row of changed) {
    const unit = row.unitCode ?? '';
    const head = [
      word(`importer.table_name.${row.table}`, row.table),
      word(`importer.change_${row.kind}`, row.kind),
      row.key,
      row.label ?? '',
      units.get(unit) ?? unit,
    ];
    for (const { column, from, to } of changeLines([row])) {
      const field =
        column === null
          ? ''
          : column === 'moved_m'
            ? t(language, 'importer.change_moved_m')
            : fieldWord(row.table, column, language);
      const values = [from, to].map((value) => word(`facility_${column}.${value}`, value));
      lines.push([...head, field, ...values]);
    }
  }
  return lines;
}

function unitNames(units: ImportedTable | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let row = 0; row < (units?.rowCount ?? 0); row++) {
    const name = textAt(units!.columns.name, row);
    if (name) names.set(textAt(units!.columns.unit_code, row) ?? '', name);
  }
  return names;
}
