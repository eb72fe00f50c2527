/** Who is joined to whom: county seats, then towns, villages and hamlets, each to what is there already. */
import { HEIGHT, WIDTH, cellAt, metresBetween } from '../land/frame';
import type { Land } from '../land/land';
import type { CountyPlan } from '../people/plan';
import type { City } from '../sources';
import { cellTowards, type Roads } from './roads';
import type { RuralVillage } from '../streets/settle';

const COUNT = WIDTH * HEIGHT;
/** Cells kept around a county. */
const MARGIN = 4;

/** Roads between county seats: a tree of the shortest, and a few more. */
export function buildTrunks(city: City, roads: Roads): void {
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

/** Leaves only the roads of one county and a little beyond, so that those within bend as ever. */
export function clipRoads(roads: Roads, county: Uint8Array, keep: number): void {
  for (let cell = 0; cell < COUNT; cell++) {
    if (roads.exits[cell] !== 0 && !isNear(cell, county, keep)) roads.exits[cell] = 0;
  }
  for (let cell = 0; cell < COUNT; cell++) {
    for (let direction = 0; direction < 8; direction++) {
      if (((roads.exits[cell] >> direction) & 1) === 0) continue;
      if (roads.exits[cellTowards(cell, direction)] === 0) roads.exits[cell] &= ~(1 << direction);
    }
  }
}

function isNear(cell: number, county: Uint8Array, keep: number): boolean {
  for (let dy = -MARGIN; dy <= MARGIN; dy++) {
    for (let dx = -MARGIN; dx <= MARGIN; dx++)
      if (county[cell + dx + dy * WIDTH] === keep) return true;
  }
  return false;
}

/** Towns to the trunks, villages to the towns, hamlets to the villages; then some loops. */
export function buildCountyRoads(
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
