/**
 * A piece of text with quotes that never close, or close in the middle of a cell, read line by line: one
 * broken line must not swallow those behind it. Quotes that fit keep their line breaks.
 */
import type { RawRow } from './raw-table';

/** More lines than any cell of a table has. */
const MOST_LINES = 100;
const QUOTE = '"';

/** The cells of a text that is one row; null where its quotes do not fit. */
export type ReadRow = (text: string) => string[] | null;

/** @param firstLine as the user counts them */
export function rowsByLine(
  piece: string,
  { lineBreak, delimiter }: { lineBreak: string; delimiter: string },
  firstLine: number,
  read: ReadRow,
): RawRow[] {
  const lines = piece.split(lineBreak);
  if (lines.at(-1) === '') lines.pop();
  const rows: RawRow[] = [];
  for (let at = 0; at < lines.length;) {
    const number = firstLine + at;
    const length = linesOfRow(lines, at);
    const cells = length === 0 ? null : read(lines.slice(at, at + length).join(lineBreak));
    if (cells) {
      rows.push({ cells, number });
      at += length;
    } else {
      rows.push({ cells: lines[at].split(delimiter), number, hasOpenQuote: true });
      at++;
    }
  }
  return rows;
}

/** Lines until the quotes are even; 0 where they never are. */
function linesOfRow(lines: readonly string[], at: number): number {
  let isOpen = false;
  for (let length = 1; length <= MOST_LINES && at + length <= lines.length; length++) {
    const line = lines[at + length - 1];
    for (let quote = line.indexOf(QUOTE); quote >= 0; quote = line.indexOf(QUOTE, quote + 1))
      isOpen = !isOpen;
    if (!isOpen) return length;
  }
  return 0;
}
