/** Sheets → .xlsx, the same bytes for the same sheets. The library is loaded when first needed. */
import { frozenRows, printSetup } from './print-setup';
import type { Sheet } from './sheet';
import { sheetCells } from './sheet-cells';

/** The library's own type speaks of the DOM's Blob. */
type Write = (
  sheets: readonly object[],
  options: object,
) => { toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }> };

/** Song, under the name every Chinese Windows and WPS knows it by. */
const bodyFont = 'SimSun';

/**
 * @param footer what every printed page says, such as the data's date and that they are a sample
 * @returns the bytes of the file; Excel, WPS and LibreOffice open it
 */
export async function workbook(
  sheets: readonly Sheet[],
  footer = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: writeExcelFile }, { unzipSync, zipSync }] = await Promise.all([
    import('write-excel-file/universal'),
    import('fflate'),
  ]);
  const write = writeExcelFile as unknown as Write;
  const written = write(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheetCells(sheet),
      columns: sheet.columns.map(({ width }) => ({ width })),
      orientation: sheet.orientation ?? 'landscape',
      stickyRowsCount: frozenRows(sheet),
      showGridLines: false,
    })),
    { fontFamily: bodyFont, fontSize: 11, features: [printSetup(sheets, footer)] },
  );
  const blob = await written.toBlob();
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  // The library stamps its parts with the time of day.
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 });
}
