import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { heightAt, readHgt, type ElevationGrid } from '../../../../src/core/geo';
import { StreetClass } from '../../../../src/core/network/graph';
import {
  JudgedSearch,
  NearestSearch,
  costsOf,
  levelCosts,
  placeHouseholds,
  slopeCosts,
  speedOnSlope,
  walkingPath,
} from '../../../../src/core/reach';
import { bruteForceMetres } from '../reference';
import { built, randomCase, randomCosts } from '../random-streets';
import { networkOf, pointsOf } from '../scenes';

describe('the speed on a slope', () => {
  it('is Tobler’s, 1 on the level and never above', () => {
    const percent = [2, 5, 8, 10, 12, 15, 20, 30];
    const up = [0.932, 0.839, 0.756, 0.705, 0.657, 0.592, 0.497, 0.35];
    const down = [1, 1, 1, 1, 0.932, 0.839, 0.705, 0.497];
    percent.forEach((p, i) => {
      expect(speedOnSlope(p / 100)).toBeCloseTo(up[i], 3);
      expect(speedOnSlope(-p / 100)).toBeCloseTo(down[i], 3);
    });
    expect(speedOnSlope(0)).toBe(1);
  });
});

/** A plane that rises eastwards by `grade` at latitude 0: 1° of longitude is 111,319.49 m. */
function plane(grade: number): ElevationGrid {
  const columns = 41;
  const heightM = Float32Array.from({ length: columns * 3 }, (_, i) =>
    Math.fround((i % columns) * 0.001 * 111_319.49 * grade),
  );
  return { west: 0, north: 0.001, stepLon: 0.001, stepLat: 0.001, columns, rows: 3, heightM };
}

/** A street of 1,113.19 m up the plane, and a household and a facility at its ends. */
const hill = networkOf(
  2,
  [{ from: 0, to: 1, lengthCm: 111_319 }],
  [
    [0.01, 0],
    [0.02, 0],
  ],
);

describe('a street up a hill', () => {
  const costs = slopeCosts(hill, plane(0.1), { speedMS: 0.8 });
  const bottom = pointsOf([[0, 0]]);
  const top = pointsOf([[0, 111_319]]);
  const upCm = Math.round(111_319 / speedOnSlope(0.1));

  it('costs more up than down, and as much as level downhill', () => {
    expect(Math.abs(costs.forwardCm[1] - upCm)).toBeLessThanOrEqual(60);
    expect(costs.backwardCm[1]).toBe(111_319);
    expect(costs.steepestPercent[0]).toBe(10);
    expect(costs.wheelchair[0]).toBe(0);
    expect(costs.edgesWithoutHeight).toBe(0);
  });

  it('is judged by the worse way, or by the mean, whoever lives at the top', () => {
    for (const [homes, facilities] of [
      [bottom, top],
      [top, bottom],
    ]) {
      const judged = new JudgedSearch(hill, costs, homes);
      expect(judged.run(facilities, 200_000, 'worse').costCm[0]).toBe(costs.forwardCm[1]);
      const mean = Math.ceil((costs.forwardCm[1] + 111_319) / 2);
      expect(judged.run(facilities, 200_000, 'round_trip').costCm[0]).toBe(mean);
      expect(judged.run(facilities, costs.forwardCm[1] - 1, 'worse').costCm[0]).toBe(-1);
    }
  });

  it('a gentle ramp takes a wheelchair, and without heights a street is level', () => {
    expect(slopeCosts(hill, plane(0.08), { speedMS: 0.8 }).wheelchair[0]).toBe(1);
    const unknown = slopeCosts(hill, { ...plane(0.1), north: 50 }, { speedMS: 0.8 });
    expect([...unknown.forwardCm]).toEqual([0, 111_319]);
    expect(unknown.edgesWithoutHeight).toBe(1);
  });
});

it('steps are walked at their own speed, and a crossing costs its wait', () => {
  const network = networkOf(3, [
    { from: 0, to: 1, lengthCm: 900 },
    { from: 1, to: 2, lengthCm: 500 },
  ]);
  network.edgeClass.set([StreetClass.steps, StreetClass.crossing]);
  const costs = slopeCosts(network, undefined, { speedMS: 0.9, crossingS: 20 });
  expect([...costs.forwardCm]).toEqual([0, 1800, 0, 500 + 1800]);
  expect([...costs.backwardCm]).toEqual([0, 1800, 0, 500 + 1800]);
  expect([...costs.wheelchair]).toEqual([0, 1]);
});

describe('directed walks against brute force', () => {
  const cases = fc.tuple(
    randomCase(),
    fc.array(fc.nat({ max: 999 }), { minLength: 2, maxLength: 9 }),
  );
  const tolerance = 0.03;

  it('to the nearest facility, and the path adds up', () => {
    fc.assert(
      fc.property(cases, ([random, seeds]) => {
        const { network, households, facilities } = built(random);
        const costs = randomCosts(network.edgeLengthCm, seeds);
        const nearest = new NearestSearch(network, costs);
        nearest.run(facilities);
        const places = placeHouseholds(network, households, 'from', costs);
        const { label } = nearest.search;
        const { costCm } = costsOf(network, places, facilities, label, nearest.limitCm);
        bruteForceMetres(network, households, facilities, costs).forEach((row, i) => {
          const least = Math.min(Infinity, ...row);
          if (least === Infinity) expect(costCm[i]).toBe(-1);
          else expect(Math.abs(costCm[i] / 100 - least)).toBeLessThan(tolerance);
          const [edge, alongCm, doorCm = 0] = random.households[i];
          const path = walkingPath(network, nearest, facilities, { edge, alongCm, doorCm });
          expect(path?.costCm ?? -1).toBe(costCm[i]);
        });
      }),
      { numRuns: 800 },
    );
  });

  it('judged by the slower way, or the mean, to one and the same facility', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 100, max: 90_000 }), ([random, seeds], limit) => {
        const { network, households, facilities } = built(random);
        const costs = randomCosts(network.edgeLengthCm, seeds);
        const there = bruteForceMetres(network, households, facilities, costs);
        const home = bruteForceMetres(network, facilities, households, costs);
        const judged = new JudgedSearch(network, costs, households);
        for (const judgement of ['worse', 'round_trip'] as const) {
          const found = judged.run(facilities, limit, judgement);
          there.forEach((row, i) => {
            const both = row.map((to, f) =>
              judgement === 'worse' ? Math.max(to, home[f][i]) : (to + home[f][i]) / 2,
            );
            const least = Math.min(Infinity, ...both);
            if (least > limit / 100 + tolerance) expect(found.costCm[i]).toBe(-1);
            else if (least < limit / 100 - tolerance) {
              expect(Math.abs(found.costCm[i] / 100 - least)).toBeLessThan(tolerance);
              expect(both[found.facility[i]]).toBeLessThan(least + tolerance);
            }
          });
        }
      }),
      { numRuns: 800 },
    );
  });

  it('on the level and without one-ways, both ways are the plain walk', () => {
    fc.assert(
      fc.property(randomCase(false), (random) => {
        const { network, households, facilities } = built(random);
        const nearest = new NearestSearch(network);
        nearest.run(facilities);
        const places = placeHouseholds(network, households);
        const plain = costsOf(network, places, facilities, nearest.search.label, nearest.limitCm);
        const judged = new JudgedSearch(network, levelCosts(network), households);
        expect(judged.run(facilities, nearest.limitCm, 'worse')).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an SRTM tile', () => {
  const file = fileURLToPath(
    new URL('../../../../../shared/data/raster/N42E001.hgt.zip', import.meta.url),
  );
  const isHere = existsSync(file);
  if (!isHere) console.warn(`SKIPPED: no SRTM tile at ${file}`);

  it.runIf(isHere)('knows how high Andorra lies', () => {
    const [bytes] = Object.values(unzipSync(new Uint8Array(readFileSync(file))));
    const tile = readHgt(bytes, 'N42E001.hgt');
    if (!tile.ok) throw new Error(tile.problem.code);
    // Andorra la Vella, about 1,020 m; Coma Pedrosa, 2,942 m, the highest peak.
    expect(heightAt(tile.value, 1.5218, 42.5063)).toBeGreaterThan(980);
    expect(heightAt(tile.value, 1.5218, 42.5063)).toBeLessThan(1080);
    expect(heightAt(tile.value, 1.4436, 42.5919)).toBeGreaterThan(2750);
    expect(heightAt(tile.value, 1.4436, 42.5919)).toBeLessThan(2960);
    expect(heightAt(tile.value, 2.5, 42.5)).toBeNaN();
  });

  it('is known by its name and its size', () => {
    expect(readHgt(new Uint8Array(10), 'heights.hgt')).toMatchObject({ ok: false });
    expect(readHgt(new Uint8Array(10), 'N26E117.hgt')).toMatchObject({
      problem: { code: 'terrain_hgt_size' },
    });
    const tile = new Uint8Array(2 * 1201 * 1201);
    tile.set([0x80, 0x00, 0x00, 0x64]);
    const read = readHgt(tile, 'S03W060.hgt');
    if (!read.ok) throw new Error(read.problem.code);
    expect([read.value.west, read.value.north]).toEqual([-60, -2]);
    expect(read.value.heightM[0]).toBeNaN();
    expect(read.value.heightM[1]).toBe(100);
  });
});
