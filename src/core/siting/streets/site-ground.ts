/**
 * Where sites may go and whom they could reach, before anything is asked: households, existing
 * facilities and candidates on the streets, people and villages counted. Made once from the tables.
 */
import { swappedRow, type ImportedTable } from '../../import';
import { buildSnapIndex, type Network, type SnapIndex } from '../../network';
import {
  capsOf,
  conditionedStreets,
  countingFacilities,
  costsOf,
  JudgedSearch,
  limitCm,
  locatedHouseholds,
  NearestSearch,
  placeHouseholds,
  populationOf,
  snapTable,
  unitIndices,
  unitsOf,
  type EdgePoints,
  type Places,
  type Population,
  type SnapCaps,
  type Units,
  type WalkConditions,
} from '../../reach';
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import { textAt } from '../../store/columns';
import { CandidateState } from '../model/cover-model';
import type { JudgedStreets } from './candidate-reach';

export interface SiteTables {
  readonly network: Network;
  readonly households: ImportedTable;
  readonly facilities?: ImportedTable;
  readonly units?: ImportedTable;
  /** Which villages a facility serves besides its own; only the policy's own count asks. */
  readonly services?: ImportedTable;
  /** id, lon, lat; also unit_code, cost (10k yuan) and state (free, forced, forbidden). */
  readonly candidates: ImportedTable;
}

export interface SiteOptions {
  readonly minutes: number;
  readonly speedMS: number;
  readonly caps: SnapCaps;
  /**
   * Whole numbers by which some count more in what is covered and walked: each person of a group
   * that many times more, everybody of a resettlement site likewise. Targets count heads.
   */
  readonly emphasis?: Emphasis;
  /** Column that says how many people each household row stands for; null counts 60+. */
  readonly weight: string | null;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly includesVillagePoints: boolean;
  /** Hills, steps and crossings; absent or null: every street is level. */
  readonly conditions?: WalkConditions | null;
  /** Longest walk that is told apart besides `minutes`: that of a smallest-walk ask. */
  readonly farMinutes?: number;
  readonly snapIndex?: SnapIndex;
  /** The same households on the same streets with the same caps, if they were placed beforehand. */
  readonly placed?: PlacedHouseholds;
}

export interface PlacedHouseholds {
  readonly householdPoints: EdgePoints;
  readonly places: Places;
}

export type Emphasis = Readonly<
  Partial<Record<'age_80_plus' | 'living_alone' | 'dependent' | 'resettlement_site', number>>
>;

export interface SiteGround {
  readonly tables: SiteTables;
  readonly options: SiteOptions;
  readonly limitCm: number;
  readonly units: Units;
  readonly unit: Int32Array;
  readonly population: Population;
  /** People each household counts as: the weight column, else 60+, else persons, else one. */
  readonly weight: Int32Array;
  readonly weightName: string;
  /** The same with emphasis: what most-people and smallest-walk asks add up. */
  readonly demand: Int32Array;
  readonly places: Places;
  /** What walks are judged by; null where every street is level. */
  readonly judged: JudgedStreets | null;
  readonly householdPoints: EdgePoints;
  readonly facilityPoints: EdgePoints;
  /** 1 for households with a place of their own on the streets. */
  readonly isPlaced: Uint8Array;
  /**
   * Walk to the nearest facility that counts, centimetres; -1 where none, or where judged walks are
   * longer than anything that is asked about.
   */
  readonly facilityCm: Int32Array;
  readonly candidatePoints: EdgePoints;
  readonly candidateIds: readonly string[];
  readonly candidateUnit: Int32Array;
  /** One of CandidateState. */
  readonly candidateState: Uint8Array;
  /** 10k yuan as given; NaN where unknown. */
  readonly candidateCost: Float64Array;
  readonly notes: readonly Note[];
}

export function siteGround(
  tables: SiteTables,
  options: SiteOptions,
  progress?: Progress,
): Result<SiteGround> {
  const { network, households, facilities, candidates } = tables;
  for (const table of [households, candidates]) {
    if (table.rowCount === 0) return problem('file_without_rows', { file: table.fileName });
  }
  for (const table of [households, candidates, ...(facilities ? [facilities] : [])]) {
    const swapped = swappedRow(table, network);
    if (swapped) return { ok: false, problem: swapped };
  }
  const units = unitsOf(tables.units);
  const unit = unitIndices(units, households);
  const notes: Note[] = [];

  progress?.('index_streets', 0, 0);
  const index = options.snapIndex ?? buildSnapIndex(network);
  const place = (table: ImportedTable, unitOf: Int32Array) =>
    snapTable(index, table, capsOf(units, unitOf, options.caps), progress);
  const householdPoints = options.placed?.householdPoints ?? place(households, unit);
  const candidateUnit = unitIndices(units, candidates);
  const candidatePoints = place(candidates, candidateUnit);
  const off = countOff(candidatePoints);
  const file = candidates.fileName;
  if (off === candidates.rowCount) return problem('no_point_near_network', { file, count: off });
  if (off > 0) notes.push({ code: 'points_off_network', params: { file, count: off } });

  const facilityPoints = countedFacilities(tables, options, units, place);
  progress?.('search', 0, 0);
  const limit = limitCm(options.minutes, options.speedMS);
  const judged = judgedStreets(network, householdPoints, options);
  const places = judged
    ? placeHouseholds(judged.network, householdPoints, 'from', judged.costs)
    : (options.placed?.places ?? placeHouseholds(network, householdPoints));
  const longest = Math.max(limit, limitCm(options.farMinutes ?? 0, options.speedMS));
  const facilityCm = judged
    ? judgedWalksTo(judged, householdPoints, facilityPoints, longest)
    : walksTo(network, places, facilityPoints);
  const located = locatedHouseholds(households, options.includesVillagePoints);
  const isPlaced = located.map((is, row) => (is === 1 && householdPoints.edge[row] >= 0 ? 1 : 0));
  const population = populationOf(households, options.weight);
  const weighed = weightOf(population, options.weight);
  return ok({
    tables,
    options,
    limitCm: limit,
    units,
    unit,
    population,
    weight: weighed.weight,
    weightName: weighed.name,
    demand: emphasised(weighed.weight, population, options.emphasis ?? {}, tables, units, unit),
    places,
    judged,
    householdPoints,
    facilityPoints,
    isPlaced,
    facilityCm,
    candidatePoints,
    candidateIds: Array.from({ length: candidates.rowCount }, (_, row) =>
      String(textAt(candidates.columns.id, row)),
    ),
    candidateUnit,
    candidateState: statesOfCandidates(candidates, candidatePoints),
    candidateCost: costsOfCandidates(candidates),
    notes,
  });
}

function countOff(points: EdgePoints): number {
  let off = 0;
  for (let row = 0; row < points.edge.length; row++) if (points.edge[row] < 0) off++;
  return off;
}

/** Facilities that count, on the streets; none where no file was given. */
function countedFacilities(
  { facilities }: SiteTables,
  options: SiteOptions,
  units: Units,
  place: (table: ImportedTable, unitOf: Int32Array) => EdgePoints,
): EdgePoints {
  if (!facilities || facilities.rowCount === 0) return { edge: [], alongCm: [], doorCm: [] };
  const counts = countingFacilities(facilities, options);
  const points = place(facilities, unitIndices(units, facilities));
  const edge = Int32Array.from(points.edge, (e, row) => (counts[row] === 1 ? e : -1));
  return { edge, alongCm: points.alongCm, doorCm: points.doorCm };
}

function walksTo(network: Network, places: Places, facilities: EdgePoints): Int32Array {
  if (facilities.edge.length === 0) return new Int32Array(places.pointCount).fill(-1);
  const nearest = new NearestSearch(network);
  nearest.run(facilities);
  const { costCm } = costsOf(network, places, facilities, nearest.search.label, nearest.limitCm);
  return costCm;
}

function judgedStreets(
  network: Network,
  households: EdgePoints,
  { conditions, speedMS }: SiteOptions,
): JudgedStreets | null {
  if (!conditions) return null;
  const streets = conditionedStreets(network, conditions, speedMS);
  const placesHome = placeHouseholds(streets.network, households, 'to', streets.costs);
  return { ...streets, judgement: conditions.judgement, placesHome };
}

/** Only as far as anything is asked about: the whole city judged takes many times longer. */
function judgedWalksTo(
  { network, costs, judgement }: JudgedStreets,
  households: EdgePoints,
  facilities: EdgePoints,
  longestCm: number,
): Int32Array {
  if (facilities.edge.length === 0) return new Int32Array(households.edge.length).fill(-1);
  return new JudgedSearch(network, costs, households).run(facilities, longestCm, judgement).costCm;
}

function weightOf(
  population: Population,
  column: string | null,
): { weight: Int32Array; name: string } {
  if (column !== null && population.persons) {
    return { weight: population.persons.values, name: column };
  }
  for (const name of ['age_60_plus', 'persons', 'households'] as const) {
    const counts = population[name];
    if (counts && counts.unknownCount < counts.values.length)
      return { weight: counts.values, name };
  }
  return { weight: new Int32Array(0), name: 'households' };
}

function emphasised(
  weight: Int32Array,
  population: Population,
  { resettlement_site: site = 0, ...groups }: Emphasis,
  { units: unitTable }: SiteTables,
  units: Units,
  unit: Int32Array,
): Int32Array {
  const demand = weight.slice();
  for (const group of ['age_80_plus', 'living_alone', 'dependent'] as const) {
    const more = groups[group] ?? 0;
    const counts = population[group];
    if (more === 0 || !counts) continue;
    for (let h = 0; h < demand.length; h++) demand[h] += more * counts.values[h];
  }
  const isSite = unitTable?.columns.is_resettlement_site;
  if (site > 0 && units.isGiven && isSite?.kind === 'boolean') {
    for (let h = 0; h < demand.length; h++) {
      if (unit[h] >= 0 && isSite.values[unit[h]] === 1) demand[h] += site * weight[h];
    }
  }
  return demand;
}

function statesOfCandidates(candidates: ImportedTable, points: EdgePoints): Uint8Array {
  return Uint8Array.from({ length: candidates.rowCount }, (_, row) => {
    const state = textAt(candidates.columns.state, row);
    if (state === 'forced') return CandidateState.forced;
    const isOut = state === 'forbidden' || points.edge[row] < 0;
    return isOut ? CandidateState.forbidden : CandidateState.free;
  });
}

function costsOfCandidates(candidates: ImportedTable): Float64Array {
  const { cost } = candidates.columns;
  const unknown = new Float64Array(candidates.rowCount).fill(NaN);
  return cost?.kind === 'number' ? cost.values : unknown;
}
