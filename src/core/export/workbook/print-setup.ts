/**
 * What write-excel-file leaves out of a sheet's print set-up: one page wide, as many as needed long, the
 * heads again on each page, pages numbered. Orders of elements follow ECMA-376, part 1, 18.2 and 18.3.
 */
import type { Feature } from 'write-excel-file/universal';
import { escaped } from '../text/markup';
import { headRowCount, type Sheet } from './sheet';

const titleRows = 2;

/** Rows that stay in view: title, caption and heads. */
export function frozenRows(sheet: Sheet): number {
  return titleRows + headRowCount(sheet);
}

/** @param footer what every page says at its left, such as that the data are a sample */
export function printSetup(sheets: readonly Sheet[], footer: string): Feature<unknown> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
              .replace('<pageMargins', '<printOptions horizontalCentered="1"/><pageMargins')
              .replace(/<pageSetup[^>]*\/>/, (setup) => `${fitted(setup)}${pageFooter(footer)}`),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, printTitles(sheets)),
        },
      },
    },
  };
}

const fitted = (setup: string) => setup.replace('/>', ' fitToWidth="1" fitToHeight="0"/>');

function pageFooter(footer: string): string {
  const text = `&L&9${footer.replaceAll('&', '&&')}&R&9&P / &N`;
  return `<headerFooter><oddFooter>${escaped(text)}</oddFooter></headerFooter>`;
}

function printTitles(sheets: readonly Sheet[]): string {
  const names = sheets.map((sheet, i) => {
    const rows = `$1:$${frozenRows(sheet)}`;
    const name = escaped(`'${sheet.name.replaceAll("'", "''")}'!${rows}`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${name}</definedName>`;
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}
