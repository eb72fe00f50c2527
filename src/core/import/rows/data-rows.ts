/**
 * The rows of a table that are data: titles, the header, its repetitions, sums, notes and blank
 * lines are told apart and accounted for, merged cells filled down.
 */
import { footRow, totalRow } from '../synonyms-values';
import type { RawRow } from '../raw/raw-table';
import type { Understanding } from '../understand/understand';
import type { ReportBuilder } from './report-builder';

export function* dataRows(
  { raw, header }: Understanding,
  report: ReportBuilder,
): Generator<readonly RawRow[]> {
  let index = 0;
  const firstData = header.start < 0 ? 0 : header.start + header.rowCount;
  const headerKey = keyOf(header.headers);
  const fill = raw.merges.filter(({ top, bottom, left, right }) => bottom > top && left === right);
  for (const batch of raw.batches()) {
    const rows: RawRow[] = [];
    for (const row of batch) {
      const at = index++;
      if (at < firstData) continue;
      const { cells, number } = row;
      if (isBlankRow(cells)) continue;
      report.rowsRead++;
      const reason = reasonAside(cells, headerKey);
      if (reason) {
        // The label alone: a note at the foot names people.
        const value = (cells.find((cell) => cell.trim() !== '') ?? '').split(/[:：]/)[0].trim();
        report.setAside({ file: raw.fileName, sheet: raw.name, row: number, reason, value });
      } else rows.push(fill.length === 0 ? row : filled(row, fill, raw.sample, raw.batches));
    }
    if (rows.length > 0) yield rows;
  }

  function filled(
    row: RawRow,
    merges: typeof fill,
    sample: readonly RawRow[],
    batches: typeof raw.batches,
  ): RawRow {
    const own = merges.filter(({ top, bottom }) => row.number > top && row.number <= bottom);
    if (own.length === 0) return row;
    const cells = [...row.cells];
    for (const { top, left } of own) {
      if ((cells[left] ?? '').trim() !== '') continue;
      while (cells.length < left) cells.push('');
      cells[left] = topCell(top, left, sample, batches);
    }
    return { cells, number: row.number };
  }
}

const tops = new WeakMap<object, Map<number, RawRow>>();

function topCell(
  top: number,
  left: number,
  sample: readonly RawRow[],
  batches: () => Iterable<readonly RawRow[]>,
): string {
  let rows = tops.get(sample);
  if (!rows) {
    rows = new Map();
    for (const batch of batches()) for (const row of batch) rows.set(row.number, row);
    tops.set(sample, rows);
  }
  return rows.get(top)?.cells[left] ?? '';
}

function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

const keyOf = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.replace(/\s+/g, ''))
    .filter((cell) => cell !== '')
    .join('|');

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

function reasonAside(cells: readonly string[], headerKey: string): string | null {
  let seen = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    // No sum and no note begins with a digit.
    const isNumber = cell.charCodeAt(0) >= DIGIT_0 && cell.charCodeAt(0) <= DIGIT_9;
    if (isNumber) {
      if (++seen >= 3) break;
      continue;
    }
    const bare = cell.replace(/\s+/g, '');
    if (bare === '') continue;
    if (bare.length <= 14 && totalRow.test(bare)) return 'total_row';
    if (seen === 0 && footRow.test(bare)) return 'foot_row';
    if (++seen >= 3) break;
  }
  if (seen >= 3 || headerKey.length < 40) {
    if (
      headerKey !== '' &&
      cells[0] !== '' &&
      headerKey.startsWith(cells[0].replace(/\s+/g, '')) &&
      keyOf(cells) === headerKey
    )
      return 'repeated_header';
  }
  return null;
}
