/**
 * What speaks for one datum against another, each in its own measure and as a margin of
 * log-likelihood. Points of one village or one square kilometre are not independent and count as one
 * witness. Only what is real or what users brought counts; the caller decides what it hands over.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { SnapIndex } from '../../network';
import { snapPoints } from '../../network';
import type { UnitIndex } from '../understand/unit-index';
import type { UnitAreas } from './areas';

export interface PlaceEvidence {
  /** Real borders of counties: they tell projections and exchanged axes apart, not 600 metres. */
  readonly counties: UnitAreas | null;
  /** Areas of towns and villages that the user brought. */
  readonly areas: UnitAreas | null;
  /** The user's own table of units, with seats of villages. */
  readonly seats: UnitIndex | null;
  /** Streets that the user brought. */
  readonly streets: SnapIndex | null;
}

export interface Sample {
  /** Degrees under the hypothesis. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** 12-digit codes, blank where unknown. */
  readonly codes: readonly string[];
}

/** One hypothesis before one kind of witness. */
export interface Testimony {
  readonly kind: 'areas' | 'seats' | 'streets';
  readonly witnesses: number;
  /** Share of points within their unit's area; absent of other kinds. */
  readonly share?: number;
  /** Metres: the middle offset from the seats, or the middle distance to the nearest street. */
  readonly metres?: number;
  /** True where these figures are what the right datum looks like. */
  readonly isPlausible: boolean;
  /** Per witness what is compared between hypotheses. */
  readonly scores: Float64Array;
}

const HIT = Math.log(0.97);
const MISS = Math.log(0.03);
const WITNESSES_PER_UNIT = 3;
/** Outlines of villages are rough: a tenth of true doors lies outside theirs. */
const LEAST_SHARE = 0.75;
const LEAST_SEATS = 10;
const LEAST_CELLS = 8;
const SEAT_DOUBT_M = 30;
const FAR_FROM_STREETS_M = 2000;

/** The share of points in the county they name; null without names or borders. */
export function countyShare(
  { lon, lat, codes }: Sample,
  counties: UnitAreas | null,
): number | null {
  let inside = 0;
  let named = 0;
  for (let i = 0; i < codes.length; i++) {
    const county = `${codes[i].slice(0, 6)}000000`;
    if (!counties?.has(county)) continue;
    named++;
    if (counties.contains(county, lon[i], lat[i])) inside++;
  }
  return named === 0 ? null : inside / named;
}

export function testifyAreas({ lon, lat, codes }: Sample, areas: UnitAreas): Testimony | null {
  const perUnit = new Map<string, [hits: number, count: number]>();
  for (let i = 0; i < codes.length; i++) {
    const unit = codes[i] === '' ? null : areas.finest(codes[i]);
    if (unit === null || unit.endsWith('000000')) continue;
    const own = perUnit.get(unit) ?? [0, 0];
    own[1]++;
    if (areas.contains(unit, lon[i], lat[i])) own[0]++;
    perUnit.set(unit, own);
  }
  if (perUnit.size === 0) return null;
  let hits = 0;
  let count = 0;
  const scores = Float64Array.from(perUnit.values(), ([own, all]) => {
    hits += own;
    count += all;
    const weight = Math.min(1, WITNESSES_PER_UNIT / all);
    return weight * (own * HIT + (all - own) * MISS);
  });
  const share = hits / count;
  return {
    kind: 'areas',
    witnesses: perUnit.size,
    share,
    isPlausible: share >= LEAST_SHARE,
    scores,
  };
}

/** Mean offset of each village's points from its seat, east and north in metres. */
function seatOffsets(
  { lon, lat, codes }: Sample,
  seats: UnitIndex,
): [east: number, north: number][] {
  const sums = new Map<string, [number, number, number]>();
  for (let i = 0; i < codes.length; i++) {
    const unit = seats.unit(codes[i]);
    if (!unit || unit.level !== 'village' || Number.isNaN(unit.lon + unit.lat)) continue;
    const own = sums.get(codes[i]) ?? [0, 0, 0];
    own[0] += (lon[i] - unit.lon) * metresPerDegreeLon(unit.lat);
    own[1] += (lat[i] - unit.lat) * metresPerDegreeLat(unit.lat);
    own[2]++;
    sums.set(codes[i], own);
  }
  return [...sums.values()].map(([east, north, count]) => [east / count, north / count]);
}

export function testifySeats(sample: Sample, seats: UnitIndex): Testimony | null {
  const offsets = seatOffsets(sample, seats);
  if (offsets.length < LEAST_SEATS) return null;
  let score = 0;
  const middles = [0, 1].map((axis) => {
    const values = offsets.map((offset) => offset[axis]);
    const middle = median(values);
    const spread = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
    const error = Math.hypot((1.2533 * spread) / Math.sqrt(values.length), SEAT_DOUBT_M);
    score -= (middle / error) ** 2 / 2;
    return middle;
  });
  const metres = Math.hypot(middles[0], middles[1]);
  return {
    kind: 'seats',
    witnesses: offsets.length,
    metres,
    isPlausible: metres < 250,
    scores: Float64Array.of(score),
  };
}

/** @param cells for each point its square, the same for every hypothesis */
export function testifyStreets(
  { lon, lat }: Sample,
  streets: SnapIndex,
  cells: readonly string[],
): Testimony | null {
  const { edge, doorCm } = snapPoints(streets, lon, lat, FAR_FROM_STREETS_M);
  const distances: number[] = [];
  const sums = new Map<string, [number, number]>();
  for (let i = 0; i < lon.length; i++) {
    const metres = edge[i] < 0 ? FAR_FROM_STREETS_M : doorCm[i] / 100;
    distances.push(metres);
    const own = sums.get(cells[i]) ?? [0, 0];
    own[0] += Math.log(metres + 20);
    own[1]++;
    sums.set(cells[i], own);
  }
  if (sums.size < LEAST_CELLS) return null;
  const metres = median(distances);
  const scores = Float64Array.from(sums.values(), ([sum, count]) => -sum / count);
  return { kind: 'streets', witnesses: sums.size, metres, isPlausible: metres < 200, scores };
}

/** Log-likelihood by which `a` is better than `b`, both of one kind. */
export function margin(a: Testimony, b: Testimony): number {
  if (a.kind !== 'streets') return sum(a.scores) - sum(b.scores);
  // Paired, square by square: how surely one lies nearer to the streets than the other.
  const differences = Array.from(a.scores, (score, i) => score - b.scores[i]);
  const mean = differences.reduce((total, value) => total + value, 0) / differences.length;
  const variance =
    differences.reduce((total, value) => total + (value - mean) ** 2, 0) /
    Math.max(1, differences.length - 1);
  const z = mean / Math.sqrt(variance / differences.length + 1e-12);
  return Math.sign(z) * Math.min(50, (z * z) / 2);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
