/**
 * Colours and symbols by meaning, for the map, the charts, the legends and the files: one object, so
 * that a legend cannot disagree with its picture. Covered is green-blue, uncovered warm; classes
 * darken steadily with coverage, so that they keep their order in grey print and for colour-blind
 * eyes, and the low ones carry a pattern besides.
 */
export type Hex = `#${string}`;

export type Shape =
  | 'circle'
  | 'ring'
  | 'triangle'
  | 'triangle_down'
  | 'square'
  | 'diamond'
  | 'plus'
  | 'cross'
  | 'pentagon'
  | 'hexagon'
  | 'house'
  | 'star';

/** Drawn over the colour, so that grey print still tells the classes apart. */
export type Pattern = 'none' | 'dots' | 'lines' | 'crosshatch';

export interface Mark {
  readonly color: Hex;
  readonly shape: Shape;
  readonly pattern: Pattern;
}

/** States of a household (SCHEMA: coverage_households.state). */
export const coverageStates = {
  covered: { color: '#0f767b', shape: 'circle', pattern: 'none' },
  uncovered: { color: '#e07b2c', shape: 'triangle', pattern: 'lines' },
  not_connected: { color: '#7b4b94', shape: 'diamond', pattern: 'crosshatch' },
  not_located: { color: '#7a828c', shape: 'ring', pattern: 'dots' },
} as const satisfies Record<string, Mark>;

export type CoverageState = keyof typeof coverageStates;

export interface RateClass {
  /** Percent, inclusive. */
  readonly from: number;
  /** Percent, exclusive, but for the last class. */
  readonly to: number;
  readonly color: Hex;
  readonly pattern: Pattern;
}

/** Share of people covered, in percent. Lightness falls from 90 to 37 while hue goes warm to green-blue. */
export const rateClasses: readonly RateClass[] = [
  { from: 0, to: 20, color: '#fcdcae', pattern: 'crosshatch' },
  { from: 20, to: 40, color: '#f2b56e', pattern: 'lines' },
  { from: 40, to: 60, color: '#8abb9f', pattern: 'dots' },
  { from: 60, to: 80, color: '#3f9a96', pattern: 'none' },
  { from: 80, to: 100, color: '#0f5f6d', pattern: 'none' },
];

/** No figure can be given: grey and dotted, never the colour of zero. */
export const insufficient: Mark = { color: '#e4e6e9', shape: 'ring', pattern: 'dots' };

/** Index into rateClasses; -1 where there is no figure. */
export function rateClassOf(percent: number | null): number {
  if (percent === null || Number.isNaN(percent)) return -1;
  const found = rateClasses.findIndex((c) => percent < c.to);
  return found === -1 ? rateClasses.length - 1 : found;
}

/** Facilities by type (SCHEMA: facilities.type): shape first, colour second. */
export const facilityTypes = {
  care_centre: { color: '#1f3f8f', shape: 'circle', pattern: 'none' },
  home_care_station: { color: '#6a3d9a', shape: 'triangle', pattern: 'none' },
  day_care_centre: { color: '#a3286a', shape: 'diamond', pattern: 'none' },
  rural_happiness_home: { color: '#2b2f4e', shape: 'square', pattern: 'none' },
  meal_point: { color: '#8a5a00', shape: 'triangle_down', pattern: 'none' },
  rural_welfare_home: { color: '#4f5b66', shape: 'plus', pattern: 'none' },
  residential_care_home: { color: '#0f5132', shape: 'plus', pattern: 'none' },
  nursing_home: { color: '#8f1d1d', shape: 'cross', pattern: 'none' },
  welfare_centre: { color: '#3b3b3b', shape: 'pentagon', pattern: 'none' },
  activity_centre: { color: '#5f6b1d', shape: 'hexagon', pattern: 'none' },
  community_service_facility: { color: '#39617a', shape: 'house', pattern: 'none' },
} as const satisfies Record<string, Mark>;

export type FacilityType = keyof typeof facilityTypes;

/** A facility whose type the data does not say. */
export const unknownFacility: Mark = { color: '#5d6670', shape: 'ring', pattern: 'none' };

export function facilityMark(type: string | null): Mark {
  return type !== null && type in facilityTypes
    ? facilityTypes[type as FacilityType]
    : unknownFacility;
}

/** Isochrone bands, nearest first: the nearer, the darker. */
export const reachBands: readonly Hex[] = ['#123d6b', '#2f6fb0', '#7fb2e0'];

/** Villages by minutes by vehicle: violet, so that nobody takes them for shares covered on foot. */
export const vehicleMarks: Readonly<Record<number | 'none', Pick<Mark, 'color' | 'pattern'>>> = {
  0: { color: '#5a2a83', pattern: 'none' },
  1: { color: '#a582c4', pattern: 'dots' },
  2: { color: '#e6dcf0', pattern: 'lines' },
  none: insufficient,
};

/** Judgements, told by word and shape as well. */
export const judgements = {
  met: { color: '#12767a', shape: 'circle', pattern: 'none' },
  missed: { color: '#b8490f', shape: 'triangle', pattern: 'lines' },
  missed_in_principle: { color: '#946200', shape: 'diamond', pattern: 'lines' },
  insufficient: { color: '#5d6670', shape: 'ring', pattern: 'dots' },
  informative: { color: '#3f5f86', shape: 'square', pattern: 'none' },
} as const satisfies Record<string, Mark>;

/** Where to build: proposed sites, those taken into an option, and where a proposed one reaches. */
export const sitingMarks = {
  site: '#9c1560',
  adopted: '#1b5e20',
  catchment: '#9c1560',
} as const satisfies Record<string, Hex>;

/** A plan: its sites, and households gained (blue, filled) and lost (red, hollow) by an option. */
export const planMarks = {
  site: '#5b2a86',
  gained: '#1f5fd0',
  lost: '#b0123f',
} as const satisfies Record<string, Hex>;

/** The map's own ground: quiet, so that the figures speak. */
export const mapGround = {
  outside: '#e8ecef',
  land: '#f7f6f2',
  countyBorder: '#5b6673',
  cityBorder: '#2c3540',
  street: '#98a1ab',
  label: '#1d2630',
  labelMinor: '#46515d',
  halo: '#ffffff',
  path: '#b0123f',
  highlight: '#ffb703',
  ink: '#1d2630',
} as const satisfies Record<string, Hex>;

/** A vector basemap: quieter still, and no colour that means something above it. */
export const basemapMarks = {
  built: '#efece6',
  green: '#e2eadb',
  water: '#cddfe9',
  building: '#dcd8d0',
  road: '#cbc6bc',
  other: '#d5d3cd',
  name: '#5d6670',
} as const satisfies Record<string, Hex>;

/** [red, green, blue], 0 … 255, for layers that take numbers. */
export function rgb(color: Hex): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
