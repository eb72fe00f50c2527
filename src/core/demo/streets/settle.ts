/**
 * Where the villages of a county lie: in the valleys around their township's seat, spread out, and
 * each village as a handful of hamlets. Everything sits at the centre of a lattice cell.
 */
import { CELL_M, CORNERS_WIDE, HEIGHT, WIDTH, metresBetween } from '../land/frame';
import { metresToBank } from '../land/river-lines';
import { Chance } from '../random';
import { cellPlace } from '../roads/cell-place';
import type { Land } from '../land/land';
import type { CountyPlan, TownPlan } from '../people/plan';
import type { Village } from '../sources';

export interface Hamlet {
  readonly cell: number;
  readonly households: number;
  /** No road leads there (a ferry or a footpath does): an honest island. */
  readonly isIsland: boolean;
}

export interface RuralVillage {
  readonly village: Village;
  readonly townIndex: number;
  readonly hamlets: Hamlet[];
}

/** Height difference over a cell, metres. */
export function cellRelief(height: Float32Array, cell: number): number {
  const x = cell % WIDTH;
  const corner = ((cell - x) / WIDTH) * CORNERS_WIDE + x;
  const a = height[corner];
  const b = height[corner + 1];
  const c = height[corner + CORNERS_WIDE];
  const d = height[corner + CORNERS_WIDE + 1];
  return Math.max(a, b, c, d) - Math.min(a, b, c, d);
}

/** From a hamlet to the next bank, at least. */
const DRY_M = 24;

interface Candidate {
  readonly cell: number;
  readonly lon: number;
  readonly lat: number;
  readonly quality: number;
}

/** @param taken cells of the built areas of seats, where no village goes */
export function settleVillages(
  plan: CountyPlan,
  countyIndex: number,
  land: Land,
  taken: Uint8Array,
  seed: number,
): RuralVillage[] {
  const candidates = candidatesByTown(plan, countyIndex, land, taken);
  borrowGround(plan, candidates);
  return plan.towns.flatMap((town, t) => {
    const chance = new Chance(seed, `settle ${town.town.code}`);
    const spots = spreadOut(town, candidates[t], chance);
    return town.villages.map(({ village, households }, v) => ({
      village,
      townIndex: t,
      hamlets: hamletsOf(spots, v, households, candidates[t], chance),
    }));
  });
}

/** Habitable cells of each town: inside the county, not steep, best beside a stream. */
function candidatesByTown(
  plan: CountyPlan,
  countyIndex: number,
  land: Land,
  taken: Uint8Array,
): Candidate[][] {
  const { cells, height, rivers } = land;
  const byTown: Candidate[][] = plan.towns.map(() => []);
  for (let cell = 0; cell < WIDTH * HEIGHT; cell++) {
    if (cells.county[cell] !== countyIndex || cells.inner[cell] === 0 || taken[cell] === 1)
      continue;
    const relief = cellRelief(height, cell);
    if (relief > 62) continue;
    const x = cell % WIDTH;
    const corner = ((cell - x) / WIDTH) * CORNERS_WIDE + x;
    const flow = Math.max(
      rivers.catchment[corner],
      rivers.catchment[corner + 1],
      rivers.catchment[corner + CORNERS_WIDE],
      rivers.catchment[corner + CORNERS_WIDE + 1],
    );
    if (flow < 14) continue;
    const [lon, lat] = cellPlace(cell, land.seed);
    if (metresToBank(land.water, lon, lat) < DRY_M) continue;
    let nearest = 0;
    let best = Infinity;
    plan.towns.forEach(({ town }, t) => {
      const distance = metresBetween(lon, lat, town.lon, town.lat);
      if (distance < best) {
        best = distance;
        nearest = t;
      }
    });
    const quality = 1 / (1 + relief / 40) + Math.min(0.5, flow / 2000);
    byTown[nearest].push({ cell, lon, lat, quality });
  }
  return byTown;
}

/** A town hemmed in by its neighbours takes the ground nearest to its seat from them. */
function borrowGround(plan: CountyPlan, candidates: Candidate[][]): void {
  plan.towns.forEach(({ town, villages }, t) => {
    const wanted = villages.length * 5;
    if (candidates[t].length >= wanted) return;
    const away = (c: Candidate) => metresBetween(c.lon, c.lat, town.lon, town.lat);
    const others = candidates.filter((_, other) => other !== t).flat();
    others.sort((a, b) => away(a) - away(b) || a.cell - b.cell);
    const taken = new Set(others.slice(0, wanted - candidates[t].length));
    candidates.forEach((list, other) => {
      if (other !== t) candidates[other] = list.filter((c) => !taken.has(c));
    });
    candidates[t].push(...taken);
  });
}

/** One spot for each village, each as far from the others as good ground allows. */
function spreadOut(town: TownPlan, candidates: readonly Candidate[], chance: Chance): Candidate[] {
  const count = town.villages.length;
  const away = candidates.map((c) => metresBetween(c.lon, c.lat, town.town.lon, town.town.lat));
  const luck = candidates.map(() => chance.between(0.55, 1));
  const spots: Candidate[] = [];
  for (let v = 0; v < count; v++) {
    let best = -1;
    let bestScore = -1;
    for (let i = 0; i < candidates.length; i++) {
      const score = Math.min(away[i], 5000) * luck[i] * (0.35 + candidates[i].quality);
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    if (best < 0) throw new Error(`no ground for villages of ${town.town.code}`);
    const spot = candidates[best];
    spots.push(spot);
    for (let i = 0; i < candidates.length; i++) {
      away[i] = Math.min(
        away[i],
        metresBetween(candidates[i].lon, candidates[i].lat, spot.lon, spot.lat),
      );
    }
  }
  return spots;
}

/** The main hamlet at the village's spot and a few more up and down the valley. */
function hamletsOf(
  spots: readonly Candidate[],
  v: number,
  households: number,
  candidates: readonly Candidate[],
  chance: Chance,
): Hamlet[] {
  const home = spots[v];
  const count = Math.min(9, Math.max(1, Math.round(households / chance.between(32, 62))));
  const near = candidates.filter((c) => {
    const own = metresBetween(c.lon, c.lat, home.lon, home.lat);
    if (own < CELL_M * 1.6 || own > 2600) return false;
    return spots.every((s) => s === home || metresBetween(c.lon, c.lat, s.lon, s.lat) > own);
  });
  const places = [home];
  while (places.length < count && near.length > 0) {
    let best = -1;
    let bestScore = 0;
    for (let i = 0; i < near.length; i++) {
      const c = near[i];
      let gap = Infinity;
      for (const p of places) gap = Math.min(gap, metresBetween(c.lon, c.lat, p.lon, p.lat));
      if (gap < CELL_M * 1.6) continue;
      const far = metresBetween(c.lon, c.lat, home.lon, home.lat);
      const score = (chance.fraction() * (0.4 + c.quality)) / (700 + far);
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    if (best < 0) break;
    places.push(near[best]);
  }
  const weights = places.map((_, i) =>
    i === 0 ? 1.4 + places.length * 0.35 : chance.between(0.35, 1.3),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = households;
  return places.map((p, i) => {
    const share =
      i === places.length - 1 ? left : Math.min(left, Math.round((households * weights[i]) / sum));
    left -= share;
    return { cell: p.cell, households: share, isIsland: i > 0 && chance.is(0.0022) };
  });
}
