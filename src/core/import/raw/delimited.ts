/**
 * CSV, TSV and what people paste, piece by piece, so that a million rows are never held as texts at
 * once. Rows may have any number of cells; titles stand above.
 */
import Papa from 'papaparse';
import { problem, type Note, type Result } from '../../result';
import { isUtf8Damaged, judgeEncoding, type TextEncoding } from '../read/text';
import { rowsByLine } from './broken-quotes';
import { LinePieces } from './line-pieces';
import { tableOfBatches, type OpenedFile, type RawRow } from './raw-table';

const START_CHARACTERS = 20_000;
const SEPARATORS = [',', '\t', ';', '|', '\uff0c'] as const;

export function openDelimited(
  bytes: Uint8Array,
  fileName: string,
  chosen?: TextEncoding,
): Result<OpenedFile> {
  // Strictly read as UTF-8 already: no need to go through it all again.
  const { encoding, isProven } = judgeEncoding(bytes, chosen);
  const pieces = new LinePieces(bytes, encoding);
  const seen = lookThrough(pieces, isProven);
  if (seen.isBlank) return problem('file_empty', { file: fileName });
  if (pieces.hasZero) return problem('file_not_text', { file: fileName });
  const notes: Note[] = [];
  if (encoding === 'gb18030') notes.push({ code: 'read_as_gb18030', params: { file: fileName } });
  if (isProven ? isUtf8Damaged(bytes) : seen.isDoubtful)
    notes.push({ code: 'encoding_doubtful', params: { file: fileName } });
  const delimiter = separatorOf(seen.start);
  const table = tableOfBatches(fileName, fileName, pieces.lineCount(), () =>
    rowsOf(pieces, delimiter),
  );
  const opened: OpenedFile = {
    kind: 'tables',
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    tables: [table],
    notes,
  };
  return { ok: true, value: opened };
}

/** The start, and what shows only in the whole text unless the first filled piece is enough. */
function lookThrough(pieces: LinePieces, isStartEnough: boolean) {
  let start: string | null = null;
  let isBlank = true;
  let isDoubtful = false;
  for (const text of pieces.texts()) {
    start ??= text.slice(0, START_CHARACTERS);
    isBlank &&= text.trim() === '';
    isDoubtful ||= text.includes('\ufffd');
    if (isStartEnough && !isBlank) break;
  }
  return { start: start ?? '', isBlank, isDoubtful };
}

function* rowsOf(pieces: LinePieces, delimiter: string): Generator<RawRow[]> {
  let line = 1;
  const parse = (text: string, hasQuotes: boolean) =>
    Papa.parse<string[]>(text, {
      delimiter,
      newline: pieces.lineBreak,
      ...(hasQuotes ? {} : { fastMode: true }),
    });
  for (const piece of pieces.texts()) {
    const hasQuotes = piece.includes('"');
    const { data, errors } = parse(piece, hasQuotes);
    if (errors.some(({ type }) => type === 'Quotes')) {
      const { lineBreak } = pieces;
      const rows = rowsByLine(piece, { lineBreak, delimiter }, line, (text) => {
        const { data: own, errors: found } = parse(text, true);
        return own.length === 1 && found.every(({ type }) => type !== 'Quotes') ? own[0] : null;
      });
      if (lineBreak === '\n') for (const { cells } of rows) endWithoutReturn(cells as string[]);
      line += piece.split(lineBreak).length - 1;
      yield rows;
      continue;
    }
    if (pieces.lineBreak === '\n' && piece.includes('\r')) data.forEach(endWithoutReturn);
    // A piece ends with a line break, after which Papa sees one more, empty row.
    const last = data.at(-1);
    if (last?.length === 1 && last[0] === '') data.pop();
    const rows: RawRow[] = [];
    for (const cells of data) {
      rows.push({ cells, number: line });
      line += 1 + (hasQuotes ? breaksIn(cells) : 0);
    }
    yield rows;
  }
}

/** Lines of one file may end with and without a carriage return. */
function endWithoutReturn(cells: string[]): void {
  const last = cells.length - 1;
  if (cells[last].endsWith('\r')) cells[last] = cells[last].slice(0, -1);
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}

/** The separator that most lines of the start have, and have in like number. */
function separatorOf(start: string): string {
  const lines = start
    .split(/\r\n|\n|\r/)
    .slice(0, 40)
    .filter((line) => line.trim() !== '');
  let best: string = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => outsideQuotes(line, separator)).filter((count) => count > 0);
    const common = modeOf(counts);
    const score = counts.filter((count) => count === common).length * Math.min(common, 4);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

function outsideQuotes(line: string, separator: string): number {
  let count = 0;
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === separator) count++;
  }
  return count;
}

function modeOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
