/**
 * What crosses from the workers to the page: plain objects for units and facilities (thousands),
 * typed arrays for households and streets (hundreds of thousands). Never an object per household.
 * Indices, not codes, link the parts: `unitIndex` into units, `facilityIndex` into facilities,
 * `householdIndex` into every household array; -1 is none.
 */
import type { Note } from '../../../core/result';

export type UnitLevel = 'city' | 'county' | 'town' | 'village';

/** What is open. `asOf` is the data's own date, ISO. */
export interface CityInfo {
  readonly origin: 'demo' | 'files';
  readonly title: string;
  readonly asOf: string | null;
  readonly divisions: string | null;
  /** True: 示例数据，非真实统计 must be seen on every screen. */
  readonly isGenerated: boolean;
  /** True: households are points that totals were spread to; 估算 must be seen wherever they are. */
  readonly isEstimated: boolean;
  /** Files of the elevation model; absent where there is none. */
  readonly terrain?: readonly string[];
  readonly files: readonly { readonly name: string; readonly sha256: string | null }[];
}

export interface Unit {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly kind: string | null;
  readonly parentIndex: number;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly isCentralTown: boolean | null;
  readonly asOf: string | null;
  readonly source: string | null;
}

export interface Facility {
  readonly index: number;
  readonly id: string;
  readonly name: string | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly unitIndex: number;
  readonly lon: number | null;
  readonly lat: number | null;
  /** All columns of SCHEMA's facilities, for the detail panel; null is unknown, not 0. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** All of length `count`; `positions` 2 × count, [lon, lat] WGS-84, NaN where there is no point. */
export interface HouseholdPoints {
  readonly count: number;
  readonly positions: Float32Array;
  readonly unitIndex: Int32Array;
  /** People aged 60 and over; 0 also where unknown (sums keep the two apart). */
  readonly age60Plus: Uint16Array;
}

/** The streets of one class as deck.gl's binary paths: path i starts at point startIndices[i]. */
export interface StreetPaths {
  /** One of core/network's StreetClass: 0 street, 1 path, 2 steps, 3 crossing, 4 ferry. */
  readonly streetClass: number;
  readonly pathCount: number;
  /** Length pathCount + 1; points, not numbers. */
  readonly startIndices: Uint32Array;
  /** [lon, lat] of each point. */
  readonly positions: Float32Array;
}

export interface NetworkSummary {
  readonly vertexCount: number;
  readonly edgeCount: number;
  readonly lengthKm: number;
  readonly componentCount: number;
  /** 0–1: vertices in the largest component. */
  readonly largestShare: number;
}

/** GeoJSON of unit areas; `real` false means 示意分区: fill only, never a boundary line. */
export interface AreaFeature {
  readonly type: 'Feature';
  readonly properties: {
    readonly unitIndex: number;
    readonly level: UnitLevel;
    readonly real: boolean;
  };
  readonly geometry: {
    readonly type: 'Polygon' | 'MultiPolygon';
    readonly coordinates: readonly (readonly unknown[])[];
  };
}

/** Facilities as columns: what crosses from the worker, a tenth of the time of objects. */
export interface FacilityColumns {
  readonly unitIndex: Int32Array;
  readonly columns: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
}

export interface CityData {
  readonly info: CityInfo;
  readonly units: readonly Unit[];
  readonly facilities: readonly Facility[];
  readonly households: HouseholdPoints;
  readonly streets: readonly StreetPaths[];
  /** Null where only a stored result is open. */
  readonly network: NetworkSummary | null;
  readonly areas: readonly AreaFeature[];
  readonly notes: readonly Note[];
}

/** A city as it crosses: its streets went ahead, its facilities are columns. */
export interface SentCity extends Omit<CityData, 'facilities' | 'streets' | 'network'> {
  readonly network: NetworkSummary;
  readonly facilities: FacilityColumns;
}

/** The demo's folder on our own server (ends with a slash), or what the user chose. */
export type OpenSource =
  | { readonly kind: 'demo'; readonly baseUrl: string }
  | { readonly kind: 'files'; readonly files: readonly File[] }
  /** A project file that carries its data. */
  | { readonly kind: 'project'; readonly file: File };

