/** A place where a site could go, as the page lists it and as a table that siting reads. */
import type { ImportedTable } from '../../import';
import { dictionaryOf } from '../../store/columns';

/** Where a candidate comes from: the premises' table, a village's office, a junction, the planner. */
export const candidateSources = ['premise', 'office', 'junction', 'drawn'] as const;
export type CandidateSource = (typeof candidateSources)[number];

export interface CandidatePlace {
  readonly id: string;
  readonly source: CandidateSource;
  readonly name: string | null;
  /** Degrees, WGS-84. */
  readonly lon: number;
  readonly lat: number;
  readonly unitCode: string | null;
  /** 10k yuan; null where unknown. */
  readonly cost: number | null;
}

/** What the planner insists on, by candidate id. */
export interface CandidateRules {
  readonly forced: readonly string[];
  readonly forbidden: readonly string[];
  /** 10k yuan for candidates that have no cost of their own; null leaves them without. */
  readonly costWhereUnknown: number | null;
}

/** The columns of candidatesRequest, in the places' order. */
export function candidateTable(
  places: readonly CandidatePlace[],
  { forced, forbidden, costWhereUnknown }: CandidateRules,
  fileName: string,
): ImportedTable {
  const [isForced, isForbidden] = [new Set(forced), new Set(forbidden)];
  const state = ({ id }: CandidatePlace) =>
    isForced.has(id) ? 'forced' : isForbidden.has(id) ? 'forbidden' : 'free';
  return {
    name: 'points',
    fileName,
    rowCount: places.length,
    rowNumbers: Uint32Array.from(places, (_, row) => row + 1),
    notes: [],
    columns: {
      id: { kind: 'text', values: places.map(({ id }) => id) },
      lon: { kind: 'number', values: Float64Array.from(places, ({ lon }) => lon) },
      lat: { kind: 'number', values: Float64Array.from(places, ({ lat }) => lat) },
      name: { kind: 'text', values: places.map(({ name }) => name) },
      unit_code: dictionaryOf(places.map(({ unitCode }) => unitCode)),
      cost: {
        kind: 'number',
        values: Float64Array.from(places, ({ cost }) => cost ?? costWhereUnknown ?? NaN),
      },
      state: dictionaryOf(places.map(state)),
    },
  };
}
