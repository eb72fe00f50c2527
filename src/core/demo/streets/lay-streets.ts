/**
 * The streets of the whole city and the houses' frontages: roads between the county seats first,
 * then county by county towns, villages and hamlets, each drawing its own chances, so that a county
 * looks the same alone and in the city.
 */
import {
  HEIGHT,
  METRES_PER_LAT,
  METRES_PER_LON,
  WIDTH,
  cellAt,
  metresBetween,
} from '../land/frame';
import type { Land } from '../land/land';
import { Chance } from '../random';
import type { City, Village } from '../sources';
import type { CountyPlan } from '../people/plan';
import { StreetBuilder } from './builder';
import { CountryRoads } from './country-roads';
import { buildHouses, type Houses } from './frontage';
import { Roads } from './roads';
import { settleVillages, type RuralVillage } from './settle';
import { shareTown } from './share-town';
import { growGrid, type TownGrid } from './town-grid';
import { layTownStreets } from './town-streets';

/** A village-level unit where its people live. */
export interface SettledUnit {
  readonly village: Village;
  readonly townCode: string;
  readonly countyCode: string;
  readonly isCore: boolean;
  readonly lon: number;
  readonly lat: number;
  readonly households: number;
  readonly houses: Houses;
}

export interface LaidStreets {
  readonly streets: StreetBuilder;
  readonly units: SettledUnit[];
}

const COUNT = WIDTH * HEIGHT;

/** @param only code of one county to settle; roads between counties are sought in any case */
export function layStreets(
  city: City,
  plans: readonly CountyPlan[],
  land: Land,
  seed: number,
  only: string | undefined,
): LaidStreets {
  const roads = new Roads(land);
  buildTrunks(city, roads);
  if (only !== undefined) {
    const keep = city.counties.findIndex((c) => c.code === only);
    clipRoads(roads, land.cells.county, keep);
  }
  const streets = new StreetBuilder();
  const townPoint = new Int32Array(COUNT).fill(-1);
  const isPlace = new Uint8Array(COUNT);
  const country = new CountryRoads(roads, land, streets, townPoint, isPlace);
  const chosen = plans
    .map((plan, index) => ({ plan, index }))
    .filter(({ plan }) => only === undefined || plan.county.code === only);

  const settled = chosen.map(({ plan, index }) => {
    const towns = layTowns(plan, index, land, streets, townPoint, seed);
    const villages = settleVillages(plan, index, land, towns.taken, seed);
    buildCountyRoads(plan, index, land, roads, villages, towns.cells, isPlace);
    return { plan, index, towns, villages };
  });
  country.lay();
  const units: SettledUnit[] = [];
  settled.forEach(({ plan, index, towns, villages }) => {
    units.push(...towns.units);
    const chance = new Chance(seed, `lanes ${plan.county.code}`);
    const mayBuild = (cell: number) =>
      land.cells.county[cell] === index && land.cells.inner[cell] === 1;
    for (const village of villages) {
      units.push(settleUnit(plan, village, country, land, index, mayBuild, chance));
    }
  });
  units.sort((a, b) => (a.village.code < b.village.code ? -1 : 1));
  return { streets, units };
}

function settleUnit(
  plan: CountyPlan,
  { village, townIndex, hamlets }: RuralVillage,
  country: CountryRoads,
  land: Land,
  index: number,
  mayBuild: (cell: number) => boolean,
  chance: Chance,
): SettledUnit {
  const all: Houses = { lon: [], lat: [], households: [] };
  let [lon, lat] = [0, 0];
  // A hamlet without ground for a single house leaves its people to the next one.
  let waiting = 0;
  hamlets.forEach((hamlet, h) => {
    const frontage = country.layHamlet(hamlet.cell, hamlet.households * 13 + 80, mayBuild, chance);
    const houses = buildHouses(frontage, hamlet.households + waiting, 17, land, index, chance);
    waiting = houses.lon.length === 0 ? waiting + hamlet.households : 0;
    all.lon.push(...houses.lon);
    all.lat.push(...houses.lat);
    all.households.push(...houses.households);
    if (h === 0) [lon, lat] = country.placeOf(hamlet.cell);
  });
  all.households[all.households.length - 1] += waiting;
  const town = plan.towns[townIndex].town;
  return {
    village,
    townCode: town.code,
    countyCode: plan.county.code,
    isCore: false,
    lon,
    lat,
    households: hamlets.reduce((sum, h) => sum + h.households, 0),
    houses: all,
  };
}

interface LaidTowns {
  readonly taken: Uint8Array;
  /** A cell in each town's built area. */
  readonly cells: number[];
  readonly units: SettledUnit[];
}

function layTowns(
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
    joinParts(grid, laid.points, streets);
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
      if (metresBetween(one.lon, one.lat, two.lon, two.lat) > 4200) continue;
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
    const lon = 116.35 + (x + 0.5) * 0.0025;
    const lat = 27.16 - ((cell - x) / WIDTH + 0.5) * 0.00225;
    const distance = metresBetween(lon, lat, grid.lon[i], grid.lat[i]);
    if (distance >= (best.get(cell) ?? Infinity)) continue;
    best.set(cell, distance);
    townPoint[cell] = points[i];
  }
}

const LARGEST_GAP_M = 320;

/** Blocks cut off by a gap are joined to the rest by one street over the shortest gap. */
function joinParts(grid: TownGrid, points: number[], streets: StreetBuilder): void {
  const skipped = new Set<number>();
  for (let round = 0; round < 400; round++) {
    const part = partsOf(grid, points, streets);
    const sizes = new Map<number, number>();
    for (const p of part) sizes.set(p, (sizes.get(p) ?? 0) + 1);
    if (sizes.size < 2) return;
    for (const p of skipped) sizes.delete(p);
    if (sizes.size === 0) return;
    const smallest = [...sizes].reduce((a, b) => (b[1] < a[1] ? b : a))[0];
    let best = Infinity;
    let pair: [number, number] = [0, 0];
    for (let i = 0; i < part.length; i++) {
      if (part[i] !== smallest) continue;
      for (let j = 0; j < part.length; j++) {
        if (part[j] === smallest) continue;
        const x = (grid.lon[i] - grid.lon[j]) * METRES_PER_LON;
        const y = (grid.lat[i] - grid.lat[j]) * METRES_PER_LAT;
        const distance = x * x + y * y;
        if (distance < best) {
          best = distance;
          pair = [i, j];
        }
      }
    }
    // Wider gaps are for the roads.
    if (best > LARGEST_GAP_M * LARGEST_GAP_M) skipped.add(smallest);
    else streets.line([points[pair[0]], points[pair[1]]]);
  }
}

function partsOf(grid: TownGrid, points: number[], streets: StreetBuilder): Uint32Array {
  const components = streets.components();
  return Uint32Array.from(grid.lon, (_, i) => components[points[i]]);
}

/** Roads between county seats: a tree of the shortest, and a few more. */
function buildTrunks(city: City, roads: Roads): void {
  const seats = city.counties;
  const pairs = seats.flatMap((a, i) =>
    seats
      .slice(0, i)
      .map((b, j) => ({ i, j, distance: metresBetween(a.lon, a.lat, b.lon, b.lat) })),
  );
  pairs.sort((a, b) => a.distance - b.distance);
  const group = seats.map((_, i) => i);
  let extra = 4;
  for (const { i, j } of pairs) {
    const joins = group[i] !== group[j];
    if (!joins && extra-- <= 0) continue;
    const [from, to] = [group[i], group[j]];
    for (let g = 0; g < group.length; g++) if (group[g] === from) group[g] = to;
    const start = cellAt(seats[i].lon, seats[i].lat);
    const goal = cellAt(seats[j].lon, seats[j].lat);
    roads.search([start], () => true, goal);
    roads.build(goal);
  }
}

function clipRoads(roads: Roads, county: Uint8Array, keep: number): void {
  for (let cell = 0; cell < COUNT; cell++) if (county[cell] !== keep) roads.exits[cell] = 0;
  for (let cell = 0; cell < COUNT; cell++) {
    for (let direction = 0; direction < 8; direction++) {
      if (((roads.exits[cell] >> direction) & 1) === 0) continue;
      if (
        roads.exits[
          cell + [1, WIDTH + 1, WIDTH, WIDTH - 1, -1, -WIDTH - 1, -WIDTH, 1 - WIDTH][direction]
        ] === 0
      )
        roads.exits[cell] &= ~(1 << direction);
    }
  }
}

/** Towns to the trunks, villages to the towns, hamlets to the villages; then some loops. */
function buildCountyRoads(
  plan: CountyPlan,
  index: number,
  land: Land,
  roads: Roads,
  villages: readonly RuralVillage[],
  townCells: readonly number[],
  isPlace: Uint8Array,
): void {
  const inside = (cell: number) => land.cells.county[cell] === index;
  const { county } = plan;
  const built = () => {
    const cells: number[] = [cellAt(county.lon, county.lat)];
    for (let cell = 0; cell < COUNT; cell++) {
      if (roads.exits[cell] !== 0 && inside(cell)) cells.push(cell);
    }
    return cells;
  };
  const reach = (goals: readonly number[]) => {
    roads.search(built(), inside);
    for (const goal of goals) {
      isPlace[goal] = 1;
      roads.build(goal);
    }
  };
  reach(townCells);
  reach(villages.map((v) => v.hamlets[0].cell));
  reach(
    villages.flatMap((v) =>
      v.hamlets
        .slice(1)
        .filter((h) => !h.isIsland)
        .map((h) => h.cell),
    ),
  );
  for (const v of villages) for (const h of v.hamlets) isPlace[h.cell] = 1;
}
