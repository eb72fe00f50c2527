/**
 * Real streets: São Paulo's hexagons as households, those with healthcare as facilities, against a
 * float64 search written apart from the engine: on the streets as they were read, nothing
 * contracted, lengths from another series, every point snapped by trying every segment.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  buildNetwork,
  buildSnapIndex,
  readStreets,
  snapPoints,
  type StreetLines,
} from '../../../src/core/network';
import {
  CoverageState,
  NearestSearch,
  costsOf,
  limitCm,
  placeHouseholds,
  statesOf,
  sumByUnit,
} from '../../../src/core/reach';

const folder = fileURLToPath(new URL('../../../../shared/data/osm/', import.meta.url));
const streetsFile = `${folder}sao-paulo.osm.pbf`;
const isHere = existsSync(streetsFile);
if (!isHere) console.warn(`SKIPPED: real streets of São Paulo are not at ${streetsFile}`);

interface Foot {
  from: number;
  to: number;
  /** Metres from `from` to the foot, of the segment, and from the door to the foot. */
  along: number;
  length: number;
  door: number;
}

/** Snyder's series for metres in a degree (WGS-84). */
const perLat = (phi: number) =>
  111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
const perLon = (phi: number) => 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi);

class PlainStreets {
  readonly segments: [number, number, number][] = [];
  readonly neighbours: [number, number][][];
  constructor(readonly lines: StreetLines) {
    this.neighbours = Array.from(lines.pointLon, () => []);
    for (let l = 0; l + 1 < lines.lineStart.length; l++) {
      expect(lines.lineDirections[l]).toBe(3);
      for (let i = lines.lineStart[l] + 1; i < lines.lineStart[l + 1]; i++) {
        const [a, b] = [lines.linePoints[i - 1], lines.linePoints[i]];
        const metres = Math.hypot(...this.offset(a, lines.pointLon[b], lines.pointLat[b]));
        this.segments.push([a, b, metres]);
        this.neighbours[a].push([b, metres]);
        this.neighbours[b].push([a, metres]);
      }
    }
  }
  offset(point: number, lon: number, lat: number): [number, number] {
    const { pointLon, pointLat } = this.lines;
    const phi = ((lat + pointLat[point]) / 2) * (Math.PI / 180);
    return [(lon - pointLon[point]) * perLon(phi), (lat - pointLat[point]) * perLat(phi)];
  }
  snap(lon: number, lat: number, cap: number): Foot | undefined {
    let best: Foot | undefined;
    for (const [from, to, length] of this.segments) {
      const [px, py] = this.offset(from, lon, lat);
      const [dx, dy] = this.offset(from, this.lines.pointLon[to], this.lines.pointLat[to]);
      const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      const door = Math.hypot(px - share * dx, py - share * dy);
      if (door <= cap && !(best && best.door <= door)) {
        best = { from, to, along: share * length, length, door };
      }
    }
    return best;
  }
  /** Metres from every point to the nearest of the feet: a heap of [metres, point]. */
  search(feet: Foot[]): Float64Array {
    const metres = new Float64Array(this.neighbours.length).fill(Infinity);
    const queue = feet.flatMap((f): [number, number][] => [
      [f.door + f.along, f.from],
      [f.door + f.length - f.along, f.to],
    ]);
    queue.sort((a, b) => b[0] - a[0]);
    while (queue.length > 0) {
      const [cost, point] = queue.pop()!;
      if (metres[point] <= cost) continue;
      metres[point] = cost;
      for (const [next, length] of this.neighbours[point]) {
        const reached = cost + length;
        if (reached >= metres[next]) continue;
        let low = 0;
        for (let high = queue.length; low < high;) {
          const middle = (low + high) >> 1;
          if (queue[middle][0] > reached) low = middle + 1;
          else high = middle;
        }
        queue.splice(low, 0, [reached, next]);
      }
    }
    return metres;
  }
}

describe.runIf(isHere)('São Paulo, healthcare within 15 minutes at 0.8 m/s', () => {
  it('covers the people an independent float64 search covers', async () => {
    const read = await readStreets(new Uint8Array(readFileSync(streetsFile)), 'sao-paulo.osm.pbf');
    if (!read.ok) throw new Error(read.problem.code);
    const { lines } = read.value;
    const csv = readFileSync(`${folder}sao-paulo-hexgrid.csv`, 'utf8');
    const rows = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    }).data;
    const lon = Float64Array.from(rows, (r) => Number(r.lon));
    const lat = Float64Array.from(rows, (r) => Number(r.lat));
    const people = rows.map((r) => Number(r.population));
    const isFacility = rows.map((r) => Number(r.healthcare) > 0);
    const only = (values: Float64Array) => values.filter((_, i) => isFacility[i]);

    const network = buildNetwork(lines);
    const index = buildSnapIndex(network);
    const households = snapPoints(index, lon, lat, 300);
    const facilities = snapPoints(index, only(lon), only(lat), 300);
    const nearest = new NearestSearch(network);
    nearest.run(facilities);
    const places = placeHouseholds(network, households);
    const { label } = nearest.search;
    const { costCm } = costsOf(network, places, facilities, label, nearest.limitCm);
    const states = statesOf({ costCm, edge: households.edge }, limitCm(15, 0.8));
    const unit = new Int32Array(rows.length);
    const sums = sumByUnit({ parent: Int32Array.of(-1) }, unit, states, { persons: people });

    // The same, plainly.
    const plain = new PlainStreets(lines);
    const feet = rows.map((_, i) => plain.snap(lon[i], lat[i], 300));
    const clinics = feet.filter((foot, i): foot is Foot => isFacility[i] && foot !== undefined);
    const metres = plain.search(clinics);
    let covered = 0;
    rows.forEach((_, i) => {
      const foot = feet[i];
      expect(states[i] === CoverageState.notConnected).toBe(foot === undefined);
      if (foot === undefined) return;
      const along = clinics
        .filter((c) => c.from === foot.from && c.to === foot.to)
        .map((c) => c.door + Math.abs(c.along - foot.along));
      const walk =
        foot.door +
        Math.min(
          foot.along + metres[foot.from],
          foot.length - foot.along + metres[foot.to],
          ...along,
        );
      if (walk === Infinity) expect(costCm[i]).toBe(-1);
      else expect(Math.abs(costCm[i] / 100 - walk)).toBeLessThan(0.5);
      if (walk <= 720) covered += people[i];
    });
    expect(sums.persons!.total[0]).toBe(people.reduce((a, b) => a + b, 0));
    expect(sums.persons!.covered[0]).toBe(covered);
    console.info(`São Paulo: ${covered} of ${sums.persons!.total[0]} people covered`);
  });
});
