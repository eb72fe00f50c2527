/**
 * What every format becomes before anything is understood: named sheets of texts with row numbers
 * as the user counts them. Codes keep their digits because nothing is a number yet.
 */
import type { Note, Problem } from '../../result';

export interface RawRow {
  readonly cells: readonly string[];
  /** As the user sees it: line of a text file, row of a sheet, count of features. */
  readonly number: number;
  /** Its quotes do not fit, so it is cut at every separator. */
  readonly hasOpenQuote?: true;
}

/** Rows and columns a merged cell covers, both ends included; rows by their number. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface RawArea {
  /** Row number of the feature. */
  readonly number: number;
  /** Polygons of rings of [x, y]. */
  readonly polygons: readonly (readonly (readonly (readonly number[])[])[])[];
}

export interface RawTable {
  readonly fileName: string;
  /** Sheet, layer or file within an archive; the file's own name where there is only one. */
  readonly name: string;
  /** The first rows, enough to understand the table. */
  readonly sample: readonly RawRow[];
  /** An upper bound, header and titles included. */
  readonly rowCount: number;
  /** Formats that know their columns give the header as the first row, numbered 0. */
  readonly isHeaderKnown: boolean;
  readonly merges: readonly MergedCells[];
  readonly areas: readonly RawArea[];
  /** What the file itself says of its coordinates: an EPSG code, a .prj text; null says nothing. */
  readonly declaredSystem: string | null;
  readonly isHidden: boolean;
  /** All rows in order, some thousands at a time, so that a million are never held as texts at once. */
  batches(): Iterable<readonly RawRow[]>;
}

/** Columns that carry the coordinates of a geometry, as no user names them. */
export const geometryColumns = ['geometry_x', 'geometry_y'] as const;

export type OpenedFile =
  | {
      readonly kind: 'tables';
      readonly format: string;
      readonly encoding: string | null;
      readonly tables: readonly RawTable[];
      readonly notes: readonly Note[];
    }
  /** Known, but no table: goes to the streets' or the terrain's own reader. */
  | {
      readonly kind: 'streets' | 'terrain';
      readonly format: string;
      readonly fileName: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problem: Problem };

const SAMPLE_ROWS = 400;
const BATCH_ROWS = 8192;

/** A table whose rows are all at hand. */
export function tableOfRows(
  fileName: string,
  name: string,
  rows: readonly RawRow[],
  more: Partial<Omit<RawTable, 'fileName' | 'name' | 'sample' | 'batches'>> = {},
): RawTable {
  return {
    fileName,
    name,
    sample: rows.slice(0, SAMPLE_ROWS),
    rowCount: rows.length,
    isHeaderKnown: false,
    merges: [],
    areas: [],
    declaredSystem: null,
    isHidden: false,
    ...more,
    *batches() {
      for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
    },
  };
}

/** A table whose rows come anew with every pass. */
export function tableOfBatches(
  fileName: string,
  name: string,
  rowCount: number,
  batches: () => Iterable<readonly RawRow[]>,
): RawTable {
  const sample: RawRow[] = [];
  for (const rows of batches()) {
    sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return { ...tableOfRows(fileName, name, sample), rowCount, batches };
}
