/** What crosses between the import's worker and the page: what was understood, judged and kept. */
import type {
  DatumReport,
  JoinMode,
  Mapping,
  RowAccount,
  TableChanges,
  TextEncoding,
} from '../../../core/import';
import type { Note, Problem } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';

/** A file with its path in what was dropped. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

/** What a user decided for files of one shape. */
export interface SheetChoice {
  /** Null leaves the sheet out. */
  readonly table: TableName | null;
  readonly mapping: Mapping;
}

export interface SheetColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  /** 0–1. */
  readonly confidence: number;
  /** The first few values that are there. */
  readonly samples: readonly string[];
}

export interface Preview {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SheetView {
  readonly id: number;
  readonly file: string;
  readonly sheet: string;
  readonly format: string;
  /** Null where the format has none to choose. */
  readonly encoding: string | null;
  readonly isHidden: boolean;
  /** An upper bound. */
  readonly rowCount: number;
  /** Null is left out. */
  readonly table: TableName | null;
  /** What a decision for files of this shape is remembered under. */
  readonly shape: string;
  readonly isRemembered: boolean;
  readonly confidence: number;
  readonly headerRow: number;
  readonly titles: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** The first rows of the file as they stand, numbered as the user counts them. */
  readonly raw: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** The first rows as they would come in; heads are fields. */
  readonly understood: Preview;
}

export interface OpenedView {
  readonly sheets: readonly SheetView[];
  readonly streets: readonly string[];
  /** Recognised, and of no use here. */
  readonly others: readonly string[];
  readonly refused: readonly { readonly file: string; readonly problem: Problem }[];
  readonly notes: readonly Note[];
}

export interface DatumChoice {
  readonly datum: string;
  readonly isSwapped: boolean;
  /** 0–1. */
  readonly inRegion: number;
  readonly inCounty: number | null;
  readonly evidence: readonly {
    readonly kind: 'areas' | 'seats' | 'streets';
    readonly witnesses: number;
    readonly share: number | null;
    readonly metres: number | null;
    readonly isPlausible: boolean;
  }[];
  /** [lon, lat, lon, lat …] of some rows under this system. */
  readonly points: Float64Array;
}

/** What the points are seen against; lines of [lon, lat]. */
export interface EvidenceMap {
  readonly borders: readonly (readonly (readonly number[])[])[];
  readonly streets: readonly (readonly (readonly number[])[])[];
  readonly seats: readonly { readonly name: string; readonly lon: number; readonly lat: number }[];
  /** Where the points are densest: the middle of the close view. */
  readonly middle: readonly [number, number] | null;
}

export interface UnplacedRow {
  readonly row: number;
  /** As the user counts them in the file. */
  readonly number: number;
  readonly label: string;
  readonly address: string;
  readonly unit: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** The rows of one file for one table, read and placed. */
export interface BatchView {
  readonly id: number;
  readonly table: TableName;
  readonly file: string;
  readonly rowCount: number;
  /** Counts of all, lists of the first. */
  readonly account: RowAccount;
  readonly datum: Omit<DatumReport, 'detected'> & {
    readonly reason: string | null;
    /** Log-likelihood to the next; null where there is none. */
    readonly margin: number | null;
  };
  readonly choices: readonly DatumChoice[];
  readonly map: EvidenceMap;
  readonly precision: Readonly<Record<string, number>>;
  readonly outsideCity: number;
  readonly outsideCounty: number;
  readonly unplacedCount: number;
  readonly unplaced: readonly UnplacedRow[];
  readonly privateColumns: readonly string[];
  readonly ignoredColumns: readonly string[];
  readonly encoding: string | null;
  /** How many towns the rows speak of; 0 where they name none. */
  readonly townCount: number;
  readonly notes: readonly Note[];
}

export interface JoinPlan {
  /** False makes a city of these files alone. */
  readonly joinsOpenCity: boolean;
  readonly mode: JoinMode;
  readonly title: string;
}

export interface ImportedFile {
  readonly fileName: string;
  readonly blob: Blob;
}

export type { JoinMode, Mapping, RowAccount, TableChanges, TextEncoding };
