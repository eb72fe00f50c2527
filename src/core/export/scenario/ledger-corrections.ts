/** What an option corrects in a facility's row, in words, with what stood there before. */
import { geodesicMetres } from '../../geo';
import { t, type Language } from '../../i18n/t';
import type { ImportedTable } from '../../import';
import { textAt, valueAt } from '../../store/columns';
import { word } from '../handed-in/cells';

/** Empty where the row is as in the data. */
export function correctionText(
  before: ImportedTable,
  after: ImportedTable,
  row: number,
  language: Language,
): string {
  if (row >= before.rowCount) return t(language, 'reports.facilities.planned');
  const said: string[] = [];
  const unknown = t(language, 'data.unknown');
  for (const [column, group] of [
    ['type', 'facility_type'],
    ['status', 'facility_status'],
  ] as const) {
    const was = textAt(before.columns[column], row);
    if (was === textAt(after.columns[column], row)) continue;
    const value = was === null ? unknown : word(group, was, language);
    said.push(t(language, `reports.facilities.corrected_${column}`, { before: value ?? unknown }));
  }
  const was = placeAt(before, row);
  const is = placeAt(after, row);
  if (is && (was === null || was[0] !== is[0] || was[1] !== is[1])) {
    said.push(
      was === null
        ? t(language, 'reports.facilities.corrected_unplaced')
        : t(language, 'reports.facilities.corrected_place', {
            lon: was[0].toFixed(6),
            lat: was[1].toFixed(6),
            metres: Math.round(geodesicMetres(was[0], was[1], is[0], is[1])),
          }),
    );
  }
  return said.join(language === 'zh' ? '；' : '; ');
}

/** Degrees, WGS-84; null where the facility has no place. */
export function placeAt({ columns }: ImportedTable, row: number): [number, number] | null {
  const [lon, lat] = [valueAt(columns.lon, row), valueAt(columns.lat, row)];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}
