/** What crosses between the import's worker and the page: what was understood, judged and kept. */
import type {
  DatumReport,
  JoinMode,
  ChangeCounts,
  ChangeKind,
  Mapping,
  RasterGuess,
  RasterKind,
  RowAccount,
  RowChange,
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

/** What a grid of numbers is taken for; null is left out. */
export type GridUse = RasterKind | null;

/** An elevation model or a population raster, by the file's own numbers. */
export interface GridView {
  readonly file: string;
  readonly format: 'tif' | 'hgt';
  readonly use: GridUse;
  readonly guess: RasterGuess;
}

export interface OpenedView {
  readonly sheets: readonly SheetView[];
  readonly grids: readonly GridView[];
  readonly streets: readonly string[];
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

/** Where an estimate can come from, or why none is wanted; null without population totals. */
export interface EstimateOffer {
  /** Totals by unit, and whether they come from the open city. */
  readonly units: number;
  readonly isOfOpenCity: boolean;
  readonly raster: string | null;
  readonly hamlets: number;
  /** Real households came along: nothing is estimated beside them. */
  readonly hasHouseholds: boolean;
}

/** What totals were spread to; the points stay in the worker. */
export interface EstimateView {
  readonly points: number;
  readonly persons: number;
  readonly age60Plus: number;
  /** Points by where they stand: raster_cell, hamlet, unit_seat. */
  readonly places: Readonly<Record<string, number>>;
  /** Points too rough for walks unless asked for. */
  readonly roughPoints: number;
  readonly notes: readonly Note[];
}

export interface ReadView {
  readonly batches: readonly BatchView[];
  readonly offer: EstimateOffer | null;
}

export interface JoinPlan {
  /** False makes a city of these files alone. */
  readonly joinsOpenCity: boolean;
  readonly mode: JoinMode;
  readonly title: string;
}

export type ChangeOrder = 'table' | 'kind' | 'name' | 'unit' | 'moved';

/** Rows `from` … `to` - 1 of those of a kind (null: all), ordered (null: as they stand in the tables). */
export interface ChangeRequest {
  readonly kind: ChangeKind | null;
  readonly order: { readonly key: ChangeOrder; readonly descending: boolean } | null;
  readonly from: number;
  readonly to: number;
}

export interface ShownChange extends RowChange {
  readonly table: TableName;
}

export interface ChangeWindow {
  readonly total: number;
  readonly rows: readonly ShownChange[];
}

export interface ImportedFile {
  readonly fileName: string;
  readonly blob: Blob;
}

export type {
  ChangeCounts,
  ChangeKind,
  JoinMode,
  Mapping,
  RasterGuess,
  RasterKind,
  RowAccount,
  TextEncoding,
};
