/**
 * The area around the reached stretches of street: a picture of the reach, never the count of it.
 * Every reached stretch is painted into a distance raster and the contour is drawn around it, so
 * the area holds all of them; the bands are painted one on top of the other, so 5 minutes lie
 * inside 10 and 10 inside 15 by construction.
 */
import type { Network } from '../../network/graph';
import { limitCm } from '../walks/coverage-states';
import { contourRings } from './contour';
import { DistanceRaster } from './distance-raster';
import { JudgedStretches } from './judged-stretches';
import { type EdgePoints, type Heading } from '../streets/points';
import { seedsOf } from '../search/seeds';
import { columnOf, gridOver, polygonsOf, rowOf, type Grid, type MultiPolygon } from './polygons';
import { Search } from '../search/search';
import { searchGraph } from '../search/search-graph';
import { appendStretch, type Position } from '../streets/shapes';
import { levelCosts, type WalkCosts } from '../streets/walk-costs';
import type { Judgement } from '../walks/both-ways';
import { StretchFinder, type Stretches } from './stretches';

export interface Isochrone {
  readonly minutes: number;
  /** The longest walk inside, centimetres. */
  readonly limitCm: number;
  readonly geometry: MultiPolygon;
}

export interface IsochroneOptions {
  /** Whether people walk `to` the points (the default) or `from` them. */
  readonly heading?: Heading;
  /** Side of a raster cell: 12 m for the screen (the default), 8 m for files. */
  readonly cellM?: number;
  /** How far beside the street the area goes, at least 1.6 cells; default 30 m. */
  readonly bufferM?: number;
  /** Where there and back differ: both ways are walked, `heading` is of no matter. */
  readonly judged?: { readonly costs: WalkCosts; readonly judgement: Judgement };
}

/** Below this many cells beside a street, interpolation might cut into it. */
const leastBufferCells = 1.6;

/** Draws isochrones on one network again and again; everything large is made once. */
export class Isochrones {
  readonly #network: Network;
  readonly #heading: Heading;
  readonly #cellM: number;
  readonly #bufferCells: number;
  readonly #search: Search;
  readonly #finder: StretchFinder;
  readonly #costs: WalkCosts;
  /** For judged walks: the way home, and what is within both. */
  readonly #home: Search | null = null;
  readonly #judged: JudgedStretches | null = null;
  readonly #judgement: Judgement = 'worse';

  constructor(network: Network, options: IsochroneOptions = {}) {
    this.#network = network;
    this.#heading = options.heading ?? 'to';
    this.#cellM = options.cellM ?? 12;
    this.#bufferCells = Math.max(leastBufferCells, (options.bufferM ?? 30) / this.#cellM);
    const { judged } = options;
    this.#costs = judged?.costs ?? levelCosts(network);
    if (judged) {
      this.#heading = 'to';
      this.#judgement = judged.judgement;
      this.#home = new Search(searchGraph(network, 'from', this.#costs));
      this.#judged = new JudgedStretches(network, this.#costs, judged.judgement);
    }
    this.#search = new Search(searchGraph(network, this.#heading, this.#costs));
    this.#finder = new StretchFinder(network, this.#heading);
  }

  /** The reached stretches around the points, together, within a limit; overwritten by the next call. */
  stretches(points: EdgePoints, limit: number): Stretches {
    this.#drain(points, limit);
    const found = this.#within(points, limit);
    this.#forget();
    return found;
  }

  /** One area for each of the minutes, in their order, around all points together. */
  around(points: EdgePoints, minutes: readonly number[], speedMS: number): Isochrone[] {
    const limits = minutes.map((m) => limitCm(m, speedMS));
    this.#drain(points, Math.max(0, ...limits));
    const ascending = [...new Set(limits)].sort((a, b) => a - b);
    const areas = new Map<number, MultiPolygon>();
    // The widest band first, only to know how large the raster must be.
    const widest = this.#within(points, ascending.at(-1) ?? 0);
    const grid = this.#gridAround(widest);
    const reach = this.#bufferCells + 1.01;
    const raster = new DistanceRaster(grid.columns, grid.rows, reach);
    for (const limit of ascending) {
      this.#paint(this.#within(points, limit), grid, raster);
      areas.set(limit, polygonsOf(contourRings(raster, this.#bufferCells), grid));
    }
    this.#forget();
    return minutes.map((m, i) => ({
      minutes: m,
      limitCm: limits[i],
      geometry: areas.get(limits[i])!,
    }));
  }

  #drain(points: EdgePoints, limit: number): void {
    // Of a round trip one way may be longer than half, but never than the whole.
    const longest = this.#home && this.#judgement === 'round_trip' ? 2 * limit : limit;
    for (const [search, heading] of [
      [this.#search, this.#heading],
      [this.#home, 'from'],
    ] as const) {
      if (search === null) continue;
      const seeds = seedsOf(this.#network, points, heading, this.#costs);
      search.drain(seeds, 0, seeds.count, longest);
    }
  }

  #within(points: EdgePoints, limit: number): Stretches {
    return this.#judged && this.#home
      ? this.#judged.find(this.#search, this.#home, points, limit)
      : this.#finder.find(this.#search, points, limit);
  }

  #forget(): void {
    this.#search.clearTouched();
    this.#home?.clearTouched();
  }

  #paint(stretches: Stretches, grid: Grid, raster: DistanceRaster): void {
    const line: Position[] = [];
    for (let s = 0; s < stretches.count; s++) {
      line.length = 0;
      const { edge, fromCm, toCm } = stretches;
      appendStretch(this.#network, edge[s], fromCm[s], toCm[s], line);
      let x = columnOf(grid, line[0][0]);
      let y = rowOf(grid, line[0][1]);
      if (line.length === 1) raster.paint(x, y, x, y);
      for (let i = 1; i < line.length; i++) {
        const nextX = columnOf(grid, line[i][0]);
        const nextY = rowOf(grid, line[i][1]);
        raster.paint(x, y, nextX, nextY);
        x = nextX;
        y = nextY;
      }
    }
  }

  /** A grid over the streets of the stretches, on fixed multiples of the cell, with a margin. */
  #gridAround(stretches: Stretches): Grid {
    const { shapeStart, shapeLon, shapeLat } = this.#network;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let s = 0; s < stretches.count; s++) {
      const edge = stretches.edge[s];
      for (let i = shapeStart[edge]; i < shapeStart[edge + 1]; i++) {
        west = Math.min(west, shapeLon[i]);
        east = Math.max(east, shapeLon[i]);
        south = Math.min(south, shapeLat[i]);
        north = Math.max(north, shapeLat[i]);
      }
    }
    if (stretches.count === 0) [west, south, east, north] = [0, 0, 0, 0];
    return gridOver([west, south, east, north], this.#cellM, Math.ceil(this.#bufferCells) + 3);
  }
}

/** The same for one question. */
export function isochrones(
  network: Network,
  points: EdgePoints,
  minutes: readonly number[],
  speedMS: number,
  options: IsochroneOptions = {},
): Isochrone[] {
  return new Isochrones(network, options).around(points, minutes, speedMS);
}
