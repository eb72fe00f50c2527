/**
 * What hills, steps and crossings add to a walk. Tobler's hiking function, made 1 on the level and
 * capped there: older people gain nothing downhill. Steps are walked at their own speed along the
 * flight, a crossing may cost a wait; both become centimetres of level walking at the given speed.
 */
import { heightAt, type ElevationGrid } from '../../geo';
import { StreetClass, type Network } from '../../network/graph';
import type { WalkCosts } from './walk-costs';

export interface SlopeOptions {
  /** Speed on the level, metres per second: seconds become centimetres by it. */
  readonly speedMS: number;
  /** Along a flight of steps; default 0.45 m/s. */
  readonly stepsSpeedMS?: number;
  /** Wait at a crossing, seconds; default 0. */
  readonly crossingS?: number;
}

export interface SlopedStreets extends WalkCosts {
  /** Steepest piece of each edge, in whole percent up or down, at most 255. */
  readonly steepestPercent: Uint8Array;
  /** 1 where a wheelchair passes: no steps and nothing steeper than 1 in 12. */
  readonly wheelchair: Uint8Array;
  /** Edges with a piece whose height is unknown, taken as level. */
  readonly edgesWithoutHeight: number;
}

/** Steepest ramp a wheelchair takes (GB 50763: 1 in 12). */
const wheelchairGrade = 1 / 12;
/** Pieces the height is read at, metres: about a sample of a 30 m model. */
const pieceM = 30;

/**
 * Share of the level speed left on a slope, at most 1 (Tobler 1993, normalised).
 * @param grade rise over run in the direction walked, below 0 downhill
 */
export function speedOnSlope(grade: number): number {
  return Math.min(1, Math.exp(-3.5 * (Math.abs(grade + 0.05) - 0.05)));
}

/** Costs of all streets both ways; without an elevation model only steps and crossings count. */
export function slopeCosts(
  network: Network,
  elevation: ElevationGrid | undefined,
  options: SlopeOptions,
): SlopedStreets {
  const { edgeCount, edgeClass, shapeStart, shapeCm } = network;
  const stepsFactor = options.speedMS / (options.stepsSpeedMS ?? 0.45);
  const crossingCm = Math.round((options.crossingS ?? 0) * options.speedMS * 100);
  const forwardCm = new Uint32Array(shapeCm.length);
  const backwardCm = new Uint32Array(shapeCm.length);
  const steepestPercent = new Uint8Array(edgeCount);
  const wheelchair = new Uint8Array(edgeCount).fill(1);
  const slope = new SegmentSlope(network, elevation);
  let edgesWithoutHeight = 0;
  for (let e = 0; e < edgeCount; e++) {
    const isSteps = edgeClass[e] === StreetClass.steps;
    const waitCm = edgeClass[e] === StreetClass.crossing ? crossingCm : 0;
    const first = shapeStart[e];
    const last = shapeStart[e + 1] - 1;
    const lengthCm = Math.max(1, shapeCm[last]);
    let there = 0;
    let back = 0;
    let steepest = 0;
    let isKnown = true;
    for (let i = first + 1; i <= last; i++) {
      const stepCm = shapeCm[i] - shapeCm[i - 1];
      slope.read(i - 1, stepCm / 100);
      isKnown &&= slope.isKnown;
      steepest = Math.max(steepest, slope.steepest);
      there += stepCm * (isSteps ? Math.max(1, stepsFactor) : slope.upFactor);
      back += stepCm * (isSteps ? Math.max(1, stepsFactor) : slope.downFactor);
      const waited = (waitCm * shapeCm[i]) / lengthCm;
      forwardCm[i] = Math.max(i === last ? 1 : 0, Math.round(there + waited));
      backwardCm[i] = Math.max(i === last ? 1 : 0, Math.round(back + waited));
    }
    if (!isKnown) edgesWithoutHeight++;
    steepestPercent[e] = Math.min(255, Math.round(steepest * 100));
    if (isSteps || steepest > wheelchairGrade) wheelchair[e] = 0;
  }
  return { forwardCm, backwardCm, steepestPercent, wheelchair, edgesWithoutHeight };
}

/** Reads the heights along one straight segment, piece by piece. */
class SegmentSlope {
  /** Mean cost of the segment over its length, walked forward and backward. */
  upFactor = 1;
  downFactor = 1;
  steepest = 0;
  isKnown = true;
  readonly #network: Network;
  readonly #elevation: ElevationGrid | undefined;

  constructor(network: Network, elevation: ElevationGrid | undefined) {
    this.#network = network;
    this.#elevation = elevation;
  }

  read(shape: number, lengthM: number): void {
    this.upFactor = 1;
    this.downFactor = 1;
    this.steepest = 0;
    this.isKnown = true;
    if (this.#elevation === undefined || lengthM <= 0) return;
    const { shapeLon, shapeLat } = this.#network;
    const dLon = shapeLon[shape + 1] - shapeLon[shape];
    const dLat = shapeLat[shape + 1] - shapeLat[shape];
    const pieces = Math.ceil(lengthM / pieceM);
    let height = heightAt(this.#elevation, shapeLon[shape], shapeLat[shape]);
    let there = 0;
    let back = 0;
    for (let p = 1; p <= pieces; p++) {
      const share = p / pieces;
      const lon = shapeLon[shape] + share * dLon;
      const lat = shapeLat[shape] + share * dLat;
      const next = heightAt(this.#elevation, lon, lat);
      const grade = ((next - height) * pieces) / lengthM;
      height = next;
      if (Number.isNaN(grade)) {
        this.isKnown = false;
        there++;
        back++;
        continue;
      }
      there += 1 / speedOnSlope(grade);
      back += 1 / speedOnSlope(-grade);
      this.steepest = Math.max(this.steepest, Math.abs(grade));
    }
    this.upFactor = there / pieces;
    this.downFactor = back / pieces;
  }
}
