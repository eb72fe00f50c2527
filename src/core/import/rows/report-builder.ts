/**
 * Keeps account of an import: nothing is dropped, mended or doubted without a line here. Lists are
 * bounded, counts are not.
 */
import type { Note } from '../../result';

/** Where a row stands in what the user gave. */
export interface RowPlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

export interface ReportedRow extends RowPlace {
  /** A key of `doubt.*` or `aside.*` in i18n. */
  readonly reason: string;
  readonly column?: string;
  readonly value?: string;
  /** The other row of a duplicate, the unit a name would need, … */
  readonly detail?: string;
}

export interface MendedCells {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** A key of `mend.*`. */
  readonly how: string;
  readonly count: number;
  readonly rows: readonly RowPlace[];
}

export interface RowAccount {
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** People that became households, where a row was a person. */
  readonly personsGrouped: number;
  readonly setAside: readonly ReportedRow[];
  readonly setAsideCounts: Readonly<Record<string, number>>;
  readonly mended: readonly MendedCells[];
  readonly mendedCount: number;
  readonly doubts: readonly ReportedRow[];
  readonly doubtCounts: Readonly<Record<string, number>>;
  readonly missing: Readonly<Record<string, number>>;
  readonly notes: readonly Note[];
}

const MOST_LISTED = 20_000;
const MOST_MENDINGS = 5_000;
const ROWS_PER_MENDING = 20;

/** One line of the list of mended cells, kept by who mends the same text again and again. */
export interface Mending {
  readonly cells: Omit<MendedCells, 'count' | 'rows'>;
  count: number;
  readonly rows: RowPlace[];
}

export class ReportBuilder {
  rowsRead = 0;
  rowsKept = 0;
  personsGrouped = 0;
  readonly missing: Record<string, number> = {};
  readonly notes: Note[] = [];
  readonly #setAside: ReportedRow[] = [];
  readonly #setAsideCounts: Record<string, number> = {};
  readonly #doubts: ReportedRow[] = [];
  readonly #doubtCounts: Record<string, number> = {};
  readonly #mended = new Map<string, Mending>();
  #mendedCount = 0;

  setAside(row: ReportedRow): void {
    this.#setAsideCounts[row.reason] = (this.#setAsideCounts[row.reason] ?? 0) + 1;
    if (this.#setAside.length < MOST_LISTED) this.#setAside.push(row);
  }

  doubt(row: ReportedRow): void {
    this.#doubtCounts[row.reason] = (this.#doubtCounts[row.reason] ?? 0) + 1;
    if (this.#doubts.length < MOST_LISTED) this.#doubts.push(row);
  }

  /** The line for one text that becomes another in one column; a line beyond the list's end only counts. */
  mending(column: string, from: string, to: string, how: string): Mending {
    const key = `${column}\u001f${how}\u001f${from}`;
    const own = this.#mended.get(key);
    if (own) return own;
    const mending = { cells: { column, from, to, how }, count: 0, rows: [] };
    if (this.#mended.size < MOST_MENDINGS) this.#mended.set(key, mending);
    return mending;
  }

  mendedAt(mending: Mending, place: RowPlace): void {
    this.#mendedCount++;
    mending.count++;
    if (mending.rows.length < ROWS_PER_MENDING) mending.rows.push(place);
  }

  mended(column: string, from: string, to: string, how: string, place: RowPlace): void {
    this.mendedAt(this.mending(column, from, to, how), place);
  }

  finish(): RowAccount {
    return {
      rowsRead: this.rowsRead,
      rowsKept: this.rowsKept,
      personsGrouped: this.personsGrouped,
      setAside: this.#setAside,
      setAsideCounts: this.#setAsideCounts,
      mended: [...this.#mended.values()].map(({ cells, count, rows }) => ({
        ...cells,
        count,
        rows,
      })),
      mendedCount: this.#mendedCount,
      doubts: this.#doubts,
      doubtCounts: this.#doubtCounts,
      missing: this.missing,
      notes: this.notes,
    };
  }
}
