/**
 * Where the header is: below titles and 填报单位 lines, on one row or two. A row is a header by the
 * words it holds that mean something to the table; of equal rows the upper.
 */
import type { TableName } from '../../store/tables';
import type { RawRow, RawTable } from '../raw/raw-table';
import { fieldOfHeader } from './recognise';

export interface FoundHeader {
  /** Index into the sample of the first header row; −1 where the table has none. */
  readonly start: number;
  /** Header rows, and such as only number or measure the columns; data begin behind. */
  readonly rowCount: number;
  /** Names of the columns, parent and child joined. */
  readonly headers: readonly string[];
  /** Lines above it. */
  readonly titles: readonly string[];
  /** How many headers mean something. */
  readonly known: number;
}

const DEEPEST = 40;
/** 1, 2, 3 may well be a row of data. */
const LEAST_NUMBERED = 4;

export function findHeader(raw: RawTable, table: TableName): FoundHeader {
  const rows = raw.sample.slice(0, DEEPEST);
  if (raw.isHeaderKnown && rows.length > 0) {
    return {
      start: 0,
      rowCount: 1,
      headers: rows[0].cells,
      titles: [],
      known: knownOf(table, rows[0].cells),
    };
  }
  let best: {
    start: number;
    depth: number;
    headers: readonly string[];
    known: number;
    score: number;
  } | null = null;
  for (const [start, row] of rows.entries()) {
    const next = rows[start + 1];
    const single = spread(row, raw, false);
    const options = [{ depth: 1, headers: single }];
    if (next && isSubHeader(row, next, raw))
      options.push({ depth: 2, headers: joined(row, next, raw) });
    for (const { depth, headers } of options) {
      const known = knownOf(table, headers);
      // Values that happen to be words of a header are rarer than headers: numbers count against.
      const score = known - 0.5 * headers.filter(isNumber).length;
      if (known > 0 && score > 0 && score > (best?.score ?? 0))
        best = { start, depth, headers, known, score };
    }
  }
  const filled = best ? rows[best.start].cells.filter((cell) => cell.trim() !== '') : [];
  // One known word is a header only among other words: titles stand alone, data hold numbers.
  if (!best || (best.known < 2 && (filled.length < 2 || filled.some(isNumber)))) {
    return { start: -1, rowCount: 0, headers: [], titles: [], known: best?.known ?? 0 };
  }
  let rowCount = best.depth;
  while (isNumberingRow(rows[best.start + rowCount], best.headers.length)) rowCount++;
  const titles = rows
    .slice(0, best.start)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' '));
  return { start: best.start, rowCount, headers: best.headers, titles, known: best.known };
}

function knownOf(table: TableName, headers: readonly string[]): number {
  const fields = new Set<string>();
  for (const header of headers) {
    const found = fieldOfHeader(table, header);
    if (found && found.confidence >= 0.6) fields.add(found.field);
  }
  return fields.size;
}

const isNumber = (text: string) => /^[\d.,+-]+$/.test(text.trim());

/** Cells of a row, with a merged cell's text in every column it covers. */
function spread(row: RawRow, raw: RawTable, isParent: boolean): string[] {
  const cells = row.cells.map((cell) => cell.trim());
  for (const { top, bottom, left, right } of raw.merges) {
    if (top > row.number || bottom < row.number || right <= left || !isParent) continue;
    for (let column = left; column <= right; column++) cells[column] = cells[left] ?? '';
  }
  return Array.from(cells, (cell) => cell ?? '');
}

/** A second header row: words only, below parents that are blank or spread, and blank below the rest. */
function isSubHeader(row: RawRow, next: RawRow, raw: RawTable): boolean {
  const upper = row.cells.map((cell) => cell.trim());
  const lower = next.cells.map((cell) => cell.trim());
  const filled = lower.filter((cell) => cell !== '');
  if (filled.length < 2 || filled.some((cell) => isNumber(cell) || cell.length > 20)) return false;
  const hasSpread = raw.merges.some(
    ({ top, bottom, left, right }) => top === row.number && bottom === row.number && right > left,
  );
  let complements = 0;
  let clashes = 0;
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const above = upper[column] ?? '';
    const below = lower[column] ?? '';
    if (above === '' && below !== '') complements++;
    if (above !== '' && below === '') complements++;
    if (above !== '' && below !== '' && above !== below) clashes++;
  }
  const first = upper.findIndex((cell) => cell !== '');
  const isBlankBelowFirst = first >= 0 && (lower[first] ?? '') === '';
  return hasSpread || (isBlankBelowFirst && complements > clashes);
}

function joined(row: RawRow, next: RawRow, raw: RawTable): string[] {
  const upper = spread(row, raw, true);
  const lower = next.cells.map((cell) => cell.trim());
  // Text files have no merges: a blank right of a parent belongs to it while the row below goes on.
  if (raw.merges.length === 0) {
    for (let column = 1; column < Math.max(upper.length, lower.length); column++) {
      if (
        (upper[column] ?? '') === '' &&
        (lower[column] ?? '') !== '' &&
        (lower[column - 1] ?? '') !== ''
      )
        upper[column] = upper[column - 1];
    }
  }
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const parent = upper[column] ?? '';
    const child = lower[column] ?? '';
    return child === '' || child === parent ? parent : parent === '' ? child : `${parent}/${child}`;
  });
}

/** 1 2 3 …, 甲 乙 1 2, or only units: rows that forms put below their header. */
function isNumberingRow(row: RawRow | undefined, width: number): boolean {
  if (!row) return false;
  const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cells.length < LEAST_NUMBERED || cells.length < width / 2) return false;
  if (cells.every((cell) => /^[(（][^)）]{1,8}[)）]$/.test(cell))) return true;
  const numbers = cells
    .filter((cell) => /^[(（]?\d{1,2}[)）]?$/.test(cell))
    .map((cell) => Number(cell.replace(/\D/g, '')));
  const others = cells.filter((cell) => !/^[(（]?\d{1,2}[)）]?$/.test(cell));
  const areCounted =
    numbers.length >= 2 && numbers.every((number, i) => i === 0 || number === numbers[i - 1] + 1);
  return (
    areCounted &&
    numbers[0] === 1 &&
    others.every((cell) => /^[甲乙丙丁戊己庚辛A-Ga-g]$/.test(cell))
  );
}
