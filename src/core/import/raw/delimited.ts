/**
 * CSV, TSV and what people paste: cut into pieces at line ends outside quotes, so that a million
 * rows are never held as texts at once. Rows may have any number of cells; titles stand above.
 */
import Papa from 'papaparse';
import { problem, type Note, type Result } from '../../result';
import { decodeText, lineCount, type TextEncoding } from '../read/text';
import { tableOfBatches, type OpenedFile, type RawRow } from './raw-table';

const PIECE_CHARACTERS = 1 << 20;
/** A quote that never closes would run to the end of the file; no cell of ours is as long. */
const LONGEST_PIECE = 1 << 23;
const SEPARATORS = [',', '\t', ';', '|', '\uff0c'] as const;

export function openDelimited(
  bytes: Uint8Array,
  fileName: string,
  chosen?: TextEncoding,
): Result<OpenedFile> {
  const decoded = decodeText(bytes, chosen);
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '') return problem('file_empty', { file: fileName });
  if (text.includes('\u0000')) return problem('file_not_text', { file: fileName });
  const notes: Note[] = [];
  if (decoded.isGb18030) notes.push({ code: 'read_as_gb18030', params: { file: fileName } });
  if (text.includes('\ufffd'))
    notes.push({ code: 'encoding_doubtful', params: { file: fileName } });
  const delimiter = separatorOf(text);
  const table = tableOfBatches(fileName, fileName, lineCount(text), () => rowsOf(text, delimiter));
  const opened: OpenedFile = {
    kind: 'tables',
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: decoded.encoding,
    tables: [table],
    notes,
  };
  return { ok: true, value: opened };
}

function* rowsOf(text: string, delimiter: string): Generator<RawRow[]> {
  const lineBreak = text.includes('\n') ? '\n' : '\r';
  let line = 1;
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start, lineBreak);
    const piece = text.slice(start, end);
    start = end;
    const hasQuotes = piece.includes('"');
    const { data } = Papa.parse<string[]>(piece, {
      delimiter,
      ...(hasQuotes ? {} : { quoteChar: '\u0001' }),
    });
    // A piece ends with a line break, after which Papa sees one more, empty row.
    if (start < text.length || piece.endsWith(lineBreak)) data.pop();
    const rows: RawRow[] = [];
    for (const cells of data) {
      rows.push({ cells, number: line });
      line += 1 + (hasQuotes ? breaksIn(cells) : 0);
    }
    yield rows;
  }
}

/** The end of the line, outside quotes, that lies nearest behind the wished length. */
function pieceEnd(text: string, start: number, lineBreak: string): number {
  let isQuoted = false;
  let at = start;
  for (let wished = start + PIECE_CHARACTERS; wished < text.length;) {
    for (
      let quote = text.indexOf('"', at);
      quote >= 0 && quote < wished;
      quote = text.indexOf('"', at)
    ) {
      isQuoted = !isQuoted;
      at = quote + 1;
    }
    at = wished;
    const end = text.indexOf(lineBreak, wished);
    if (end < 0) return text.length;
    for (
      let quote = text.indexOf('"', at);
      quote >= 0 && quote < end;
      quote = text.indexOf('"', at)
    ) {
      isQuoted = !isQuoted;
      at = quote + 1;
    }
    if (!isQuoted || end - start > LONGEST_PIECE) return end + 1;
    at = end;
    wished = end + 1;
  }
  return text.length;
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}

/** The separator that most lines of the start have, and have in like number. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
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
