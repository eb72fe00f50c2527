/**
 * From roads between cells to streets: chains between junctions as curves, joined to the grid of a
 * town where they enter it; and for each hamlet the stretch of road and the lanes its people live on.
 */
import { HEIGHT, METRES_PER_LAT, METRES_PER_LON, WIDTH, cellAt } from '../land/frame';
import { crossesRiver, metresToBank } from '../land/river-lines';
import type { Land } from '../land/land';
import { noise } from '../land/noise';
import type { Chance } from '../random';
import type { StreetBuilder } from '../streets/builder';
import type { Frontage } from '../streets/frontage';
import { cellTowards, opposite, type Roads } from './roads';
import { cellPlace } from './cell-place';
import { slopeAt } from '../towns/town-grid';

const PIECES = 5;
/** No road runs along a ruler. */
const WIGGLE_M = 26;

export class CountryRoads {
  /** Point of a cell's road junction, −1 if none was laid. */
  readonly pointOf = new Int32Array(WIDTH * HEIGHT).fill(-1);
  /** Squares of some 17 m that a lane has reached: lanes do not run into each other. */
  readonly #occupied = new Set<number>();
  /** Chains that leave a junction: points in order outwards. */
  readonly #chains = new Map<number, number[][]>();

  constructor(
    private readonly roads: Roads,
    private readonly land: Land,
    private readonly streets: StreetBuilder,
    /** Point of the town grid's crossing that stands for a cell inside a built area, or −1. */
    private readonly townPoint: Int32Array,
    /** 1 for cells that must stay junctions. */
    private readonly isPlace: Uint8Array,
  ) {}

  /** Lays every road whose first cell is in the region; those wholly inside towns are streets already. */
  lay(): void {
    const { exits } = this.roads;
    const visited = new Uint8Array(WIDTH * HEIGHT);
    for (let cell = 0; cell < exits.length; cell++) {
      if (exits[cell] === 0 || !this.#isJunction(cell)) continue;
      for (let direction = 0; direction < 8; direction++) {
        if (((exits[cell] >> direction) & 1) === 0 || ((visited[cell] >> direction) & 1) === 1)
          continue;
        this.#layChain(cell, direction, visited);
      }
    }
  }

  #isJunction(cell: number): boolean {
    const exits = this.roads.exits[cell];
    return this.isPlace[cell] === 1 || this.townPoint[cell] >= 0 || bitCount(exits) !== 2;
  }

  #junction(cell: number): number {
    if (this.townPoint[cell] >= 0) return this.townPoint[cell];
    if (this.pointOf[cell] < 0) {
      const [lon, lat] = cellPlace(cell, this.land.seed);
      this.pointOf[cell] = this.streets.point(lon, lat);
    }
    return this.pointOf[cell];
  }

  /** Forgets the lanes of the last county: they must not shape the next one's. */
  beginCounty(): void {
    this.#occupied.clear();
  }

  placeOf(cell: number): [lon: number, lat: number] {
    const point = this.#junction(cell);
    return [this.streets.lon[point], this.streets.lat[point]];
  }

  #layChain(from: number, first: number, visited: Uint8Array): void {
    const cells = [from];
    let cell = from;
    let direction = first;
    for (;;) {
      visited[cell] |= 1 << direction;
      cell = cellTowards(cell, direction);
      visited[cell] |= 1 << opposite(direction);
      cells.push(cell);
      if (this.#isJunction(cell)) break;
      const onward = this.roads.exits[cell] & ~(1 << opposite(direction));
      direction = 31 - Math.clz32(onward);
    }
    const { streets, townPoint } = this;
    const inTown = cells.every((c) => townPoint[c] >= 0);
    const start = this.#junction(cells[0]);
    const end = this.#junction(cells[cells.length - 1]);
    if (start === end && cells.length === 2) return;
    if (inTown) {
      const bridge = crossesRiver(
        this.land.water,
        streets.lon[start],
        streets.lat[start],
        streets.lon[end],
        streets.lat[end],
      );
      if (bridge) streets.line([start, end]);
      return;
    }
    const points = this.#curve(cells, start, end);
    streets.line(points);
    this.#remember(cells[0], points);
    this.#remember(cells[cells.length - 1], points.slice().reverse());
  }

  #remember(cell: number, points: number[]): void {
    const chains = this.#chains.get(cell);
    if (chains) chains.push(points);
    else this.#chains.set(cell, [points]);
  }

  /** A Catmull–Rom curve through the cells' places; only inner points are new. */
  #curve(cells: number[], start: number, end: number): number[] {
    const { streets, land } = this;
    const places = cells.map((c) => cellPlace(c, land.seed));
    places[0] = [streets.lon[start], streets.lat[start]];
    places[places.length - 1] = [streets.lon[end], streets.lat[end]];
    const points = [start];
    for (let i = 0; i + 1 < places.length; i++) {
      const p0 = places[Math.max(0, i - 1)];
      const p1 = places[i];
      const p2 = places[i + 1];
      const p3 = places[Math.min(places.length - 1, i + 2)];
      for (let piece = 1; piece <= PIECES; piece++) {
        if (i + 2 === places.length && piece === PIECES) break;
        const t = piece / PIECES;
        const lon = spline(p0[0], p1[0], p2[0], p3[0], t);
        const lat = spline(p0[1], p1[1], p2[1], p3[1], t);
        points.push(
          streets.point(
            lon + (wiggle(lon, lat, land.seed + 307) * WIGGLE_M) / METRES_PER_LON,
            lat + (wiggle(lon, lat, land.seed + 311) * WIGGLE_M) / METRES_PER_LAT,
          ),
        );
      }
    }
    points.push(end);
    return points;
  }

  /**
   * Lanes of a hamlet: its people live along the road through it and on lanes that leave the road.
   * @param neededM metres of street its houses need
   */
  layHamlet(
    cell: number,
    neededM: number,
    mayBuild: (cell: number) => boolean,
    chance: Chance,
  ): Frontage {
    const { streets } = this;
    const centre = this.#junction(cell);
    const frontage: Frontage = [];
    const anchors: Anchor[] = [];
    let length = 0;
    const chains = this.#chains.get(cell) ?? [];
    const stretchM = Math.min(300, Math.max(60, (neededM * 0.42) / Math.max(1, chains.length)));
    for (const chain of chains) {
      let run = 0;
      for (let i = 1; i < chain.length && run < stretchM; i++) {
        const piece = pieceOf(streets, chain[i - 1], chain[i]);
        frontage.push(...piece.ends);
        this.#occupied.add(spotOf(piece.ends[2], piece.ends[3]));
        run += piece.lengthM;
        anchors.push({ point: chain[i - 1], x: piece.x, y: piece.y });
      }
      length += run;
    }
    if (anchors.length === 0)
      anchors.push({ point: centre, x: 1, y: 0 }, { point: centre, x: 0, y: 1 });
    // Lanes to both sides of the road, then lanes off the lanes, until there is room for all.
    const lanes: Anchor[] = [];
    for (let round = 0; length < neededM && round < 4; round++) {
      const from = round === 0 ? anchors : round === 1 ? lanes.slice() : [...anchors, ...lanes];
      for (const anchor of from) {
        for (const sign of [1, -1]) {
          if (length >= neededM) break;
          if (chance.is(round === 0 ? 0.35 : 0.45)) continue;
          length += this.#layLane(anchor, sign, mayBuild, chance, frontage, lanes);
        }
      }
    }
    return frontage;
  }

  #layLane(
    from: Anchor,
    sign: number,
    mayBuild: (cell: number) => boolean,
    chance: Chance,
    frontage: Frontage,
    lanes: Anchor[],
  ): number {
    const { streets, land } = this;
    let x = -from.y * sign + chance.between(-0.35, 0.35) * from.x;
    let y = from.x * sign + chance.between(-0.35, 0.35) * from.y;
    const points = [from.point];
    let lon = streets.lon[from.point];
    let lat = streets.lat[from.point];
    let length = 0;
    const pieces = chance.whole(2, 4);
    for (let i = 0; i < pieces; i++) {
      const norm = Math.sqrt(x * x + y * y);
      const step = chance.between(22, 38);
      const nextLon = lon + (x / norm) * (step / METRES_PER_LON);
      const nextLat = lat + (y / norm) * (step / METRES_PER_LAT);
      if (!mayBuild(cellAt(nextLon, nextLat)) || slopeAt(land, nextLon, nextLat) > 0.34) break;
      if (metresToBank(land.water, nextLon, nextLat) < 14) break;
      if (crossesRiver(land.water, lon, lat, nextLon, nextLat)) break;
      const spot = spotOf(nextLon, nextLat);
      if (this.#occupied.has(spot)) break;
      this.#occupied.add(spot);
      const point = streets.point(nextLon, nextLat);
      points.push(point);
      frontage.push(lon, lat, nextLon, nextLat);
      lanes.push({ point, x: x / norm, y: y / norm });
      length += step;
      lon = nextLon;
      lat = nextLat;
      const bend = chance.between(-0.45, 0.45);
      [x, y] = [x - bend * y, y + bend * x];
    }
    if (points.length > 1) streets.line(points);
    return length;
  }
}

interface Anchor {
  readonly point: number;
  /** Direction of the street there, metres east and north, of length 1. */
  readonly x: number;
  readonly y: number;
}

const wiggle = (lon: number, lat: number, seed: number): number =>
  noise(lon * 620, lat * 690, seed) - 0.5;

const spotOf = (lon: number, lat: number): number =>
  Math.floor(lon * 6000) * 200_000 + Math.floor(lat * 6500);

function pieceOf(streets: StreetBuilder, a: number, b: number) {
  const ends = [streets.lon[a], streets.lat[a], streets.lon[b], streets.lat[b]];
  const x = (ends[2] - ends[0]) * METRES_PER_LON;
  const y = (ends[3] - ends[1]) * METRES_PER_LAT;
  const lengthM = Math.sqrt(x * x + y * y) || 1;
  return { ends, lengthM, x: x / lengthM, y: y / lengthM };
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let b = bits; b > 0; b >>= 1) count += b & 1;
  return count;
}
