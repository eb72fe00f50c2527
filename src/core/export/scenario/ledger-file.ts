/** 设施台账 as an option would have it: facilities corrected, planned sites at the end. */
import { t, type Language, type TextKey } from '../../i18n/t';
import type { ImportedTable } from '../../import';
import type { Units } from '../../reach';
import { textAt, valueAt } from '../../store/columns';
import { dateText, word } from '../handed-in/cells';
import { sheetCsv } from '../handed-in/sheet-csv';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { workbook } from '../workbook/workbook';
import type { NamedBytes } from './comparison-file';
import { correctionText, placeAt } from './ledger-corrections';

export interface LedgerWords {
  readonly language: Language;
  readonly format: 'csv' | 'xlsx';
  /** Null: the facilities as they are. */
  readonly option: string | null;
  readonly asOf: string | null;
  readonly isGenerated: boolean;
}

const heads = [
  ['number', 6, 'centred'],
  ['facility', 28, 'text'],
  ['type', 22, 'text'],
  ['facility_town', 14, 'centred'],
  ['address', 24, 'text'],
  ['floor_area', 12, 'exact'],
  ['beds', 10, 'count'],
  ['operation_mode', 11, 'centred'],
  ['operator', 24, 'text'],
  ['open_hours', 20, 'text'],
  ['star_rating', 7, 'centred'],
  ['status', 9, 'centred'],
] as const satisfies readonly (readonly [string, number, SheetColumn['kind']])[];

/** Beside the columns that are handed in: where it stands, and what was corrected. */
const correctedHeads = [
  ['lon', 12, 'degrees'],
  ['lat', 12, 'degrees'],
  ['correction', 48, 'text'],
] as const satisfies readonly (readonly [string, number, SheetColumn['kind']])[];

/**
 * @param facilities as `applyScenario` leaves them, planned sites as planned
 * @param original the data's own; an option's ledger says row by row what differs from it
 */
export async function ledgerFile(
  facilities: ImportedTable,
  original: ImportedTable,
  units: Units,
  words: LedgerWords,
): Promise<NamedBytes> {
  const { language, format, option, asOf, isGenerated } = words;
  const sheet: Sheet = {
    name: t(language, 'reports.facilities.sheet'),
    title: t(language, 'reports.facilities.title'),
    caption: [
      option ?? t(language, 'scenario.baseline'),
      t(language, 'reports.as_of', { date: dateText(asOf, language) }),
      ...(isGenerated ? [t(language, 'data.generated')] : []),
    ].join('　'),
    unitLine: t(language, 'reports.facilities.unit_line', { count: facilities.rowCount }),
    columns: [...heads, ...(option === null ? [] : correctedHeads)].map(([name, width, kind]) => ({
      head: t(language, `reports.head.${name}` as TextKey),
      width,
      kind,
    })),
    rows: Array.from({ length: facilities.rowCount }, (_, row) => [
      ...cells(facilities, units, row, language),
      ...(option === null
        ? []
        : [
            ...(placeAt(facilities, row) ?? [null, null]),
            correctionText(original, facilities, row, language),
          ]),
    ]),
  };
  const name = `${sheet.title}.${format}`;
  return format === 'xlsx'
    ? { name, bytes: await workbook([sheet], sheet.caption) }
    : { name, bytes: new TextEncoder().encode(`\ufeff${sheetCsv(sheet)}`) };
}

function cells(
  { columns }: ImportedTable,
  units: Units,
  row: number,
  language: Language,
): SheetCell[] {
  const text = (name: string) => textAt(columns[name], row);
  const number = (name: string) => {
    const value = valueAt(columns[name], row);
    return typeof value === 'number' ? value : null;
  };
  const unit = units.indexOf.get(text('unit_code') ?? '') ?? -1;
  const named = (level: string) => {
    let at = unit;
    while (at >= 0 && units.levels[at] !== level) at = units.parent[at];
    return at < 0 ? null : units.names[at];
  };
  return [
    row + 1,
    text('name'),
    word('facility_type', text('type'), language),
    named('town'),
    [named('county'), named('village')].join(''),
    number('floor_area_m2'),
    number('beds'),
    word('operation_mode', text('operation_mode'), language),
    text('operator_name'),
    text('open_hours_text'),
    number('star_rating'),
    word('facility_status', text('status'), language),
  ];
}
