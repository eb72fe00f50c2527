/**
 * The towns of a county: seats that lie close together grow as one, each with its own people; their
 * committees and villages share the blocks.
 */
import { HEIGHT, WIDTH, cellAt, latOf, lonOf, metresBetween } from '../land/frame';
import type { Land } from '../land/land';
import type { CountyPlan } from '../people/plan';
import { Chance } from '../random';
import type { StreetBuilder } from '../streets/builder';
import { buildHouses } from '../streets/frontage';
import { joinParts } from './join-parts';
import type { SettledUnit } from '../streets/settled-unit';
import { shareTown } from './share-town';
import { growGrid, type TownGrid } from './town-grid';
import { layTownStreets } from './town-streets';

const COUNT = WIDTH * HEIGHT;
/** Seats nearer than this grow as one. */
const CLUSTER_M = 4_200;

export interface LaidTowns {
  readonly taken: Uint8Array;
  /** A cell in each town's built area. */
  readonly cells: number[];
  readonly units: SettledUnit[];
}

export function layTowns(
  plan: CountyPlan,
  index: number,
  land: Land,
  streets: StreetBuilder,
  townPoint: Int32Array,
  seed: number,
): LaidTowns {
  const taken = new Uint8Array(COUNT);
  const cells: number[] = new Array(plan.towns.length);
  const units: SettledUnit[] = [];
  const mayBuild = (cell: number) =>
    land.cells.county[cell] === index && land.cells.inner[cell] === 1 && taken[cell] === 0;
  for (const cluster of clustersOf(plan)) {
    const chance = new Chance(seed, `town ${plan.towns[cluster[0]].town.code}`);
    const seeds = cluster.map((t) => ({
      lon: plan.towns[t].town.lon,
      lat: plan.towns[t].town.lat,
      households: Math.max(40, plan.towns[t].coreHouseholds),
    }));
    const grid = growGrid(seeds, land, mayBuild);
    const laid = layTownStreets(grid, land, streets, chance);
    joinParts(grid, laid.points, laid.groups, streets);
    markCells(grid, laid.points, taken, townPoint);
    cluster.forEach((t, k) => {
      const { town, coreUnits, coreHouseholds } = plan.towns[t];
      const shares = shareTown(grid, k, town, coreUnits, coreHouseholds);
      cells[t] = cellAt(shares[0].lon, shares[0].lat);
      for (const share of shares) {
        const frontage = share.crossings.flatMap((c) => laid.frontages[c]);
        const houses = buildHouses(frontage, share.households, 26, land, index, chance);
        const { village, lon, lat, households } = share;
        units.push({
          village,
          townCode: town.code,
          countyCode: plan.county.code,
          isCore: true,
          lon,
          lat,
          households,
          houses,
        });
      }
    });
  }
  return { taken, cells, units };
}

/** Towns whose seats lie within 4 km of each other grow as one. */
function clustersOf(plan: CountyPlan): number[][] {
  const cluster = plan.towns.map((_, t) => t);
  for (let a = 0; a < cluster.length; a++) {
    for (let b = 0; b < a; b++) {
      const one = plan.towns[a].town;
      const two = plan.towns[b].town;
      if (metresBetween(one.lon, one.lat, two.lon, two.lat) > CLUSTER_M) continue;
      const [from, to] = [cluster[a], cluster[b]];
      for (let c = 0; c < cluster.length; c++) if (cluster[c] === from) cluster[c] = to;
    }
  }
  const roots = [...new Set(cluster)];
  return roots.map((root) => cluster.flatMap((c, t) => (c === root ? [t] : [])));
}

/** Cells with crossings are built up; the crossing nearest their middle stands for them. */
function markCells(
  grid: TownGrid,
  points: number[],
  taken: Uint8Array,
  townPoint: Int32Array,
): void {
  const best = new Map<number, number>();
  for (let i = 0; i < grid.lon.length; i++) {
    const cell = cellAt(grid.lon[i], grid.lat[i]);
    taken[cell] = 1;
    const x = cell % WIDTH;
    const lon = lonOf(x + 0.5);
    const lat = latOf((cell - x) / WIDTH + 0.5);
    const distance = metresBetween(lon, lat, grid.lon[i], grid.lat[i]);
    if (distance >= (best.get(cell) ?? Infinity)) continue;
    best.set(cell, distance);
    townPoint[cell] = points[i];
  }
}
