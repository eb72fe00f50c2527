/** Sheets of texts and numbers → .xlsx. Texts are text cells, so codes keep their digits and no text is a formula. */

export interface WorkbookSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Widths in characters. */
  readonly widths?: readonly number[];
}

const MOST_ROWS = 100_000;

export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const written = writeExcelFile(
    sheets.map(({ name, head, rows, widths }) => ({
      sheet: name,
      data: [
        head.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.slice(0, MOST_ROWS).map((row) => row.map(cell)),
      ],
      columns: head.map((title, i) => ({
        width: widths?.[i] ?? Math.max(10, 2 * title.length + 2),
      })),
      stickyRowsCount: 1,
    })),
  ) as unknown as { toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }> };
  const blob = await written.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const cell = (value: string | number) =>
  typeof value === 'number'
    ? { value, type: Number }
    : value === ''
      ? null
      : { value, type: String, format: '@' };
