/**
 * The judged walk of every household, however far, without comparing every facility. Two searches
 * from all facilities at once give the nearest one there and the nearest one home; where they are the
 * same, no other can be less. For the few households left, the way home from the one and the way to
 * the other bound what can matter; how much of that is left at each vertex confines the search from
 * each facility, so that it ends where nobody can gain by it.
 */
import type { Network } from '../../network/graph';
import { UNLIMITED_CM } from '../search/nearest';
import { Search } from '../search/search';
import { searchGraph, withinCells, type SearchGraph } from '../search/search-graph';
import { emptySeeds, seedsOf, type Seeds } from '../search/seeds';
import { UNREACHED, type EdgePoints, type Heading } from '../streets/points';
import type { WalkCosts } from '../streets/walk-costs';
import { judgedCm, ofBothCm, type Judgement } from './both-ways';
import {
  alongEdgeCm,
  costsOf,
  emptyCosts,
  placeHouseholds,
  type PlaceCosts,
  type Places,
} from './households';
import { JudgedSearch } from './judged';

/** Yielded at each chance to stop. */
export interface JudgedProgress {
  readonly done: number;
  readonly total: number;
}

/** Of equal walks (before means are rounded) the facility of the lower index; -1 where there is none. */
export function* judgedNearest(
  network: Network,
  costs: WalkCosts,
  households: EdgePoints,
  facilities: EdgePoints,
  judgement: Judgement,
): Generator<JudgedProgress, PlaceCosts> {
  const total = facilities.edge.length;
  const there = oneWay(network, costs, households, facilities, 'to');
  yield { done: 0, total };
  const home = oneWay(network, costs, households, facilities, 'from');
  yield { done: 0, total };

  const judged = emptyCosts(there.places);
  const isLeft = new Uint8Array(households.edge.length);
  for (let i = 0; i < isLeft.length; i++) {
    const facility = there.walks.facility[i];
    // Whoever has no way there, or none home, has no walk.
    if (facility < 0 || home.walks.facility[i] < 0) continue;
    if (facility !== home.walks.facility[i]) isLeft[i] = 1;
    else {
      const ofBoth = ofBothCm(there.walks.costCm[i], home.walks.costCm[i], judgement);
      judged.costCm[i] = judgedCm(ofBoth, judgement);
      judged.facility[i] = facility;
    }
  }
  if (!isLeft.includes(1)) return judged;

  const left = only(households, isLeft);
  const most = yield* boundsOf(network, costs, { there, home, left, facilities, judgement });
  const search = new JudgedSearch(network, costs, left);
  const confines = {
    there: leftAtVertices(search, 'there', most, home.walks.costCm, judgement),
    home: leftAtVertices(search, 'home', most, there.walks.costCm, judgement),
  };
  const steps = search.steps(facilities, UNLIMITED_CM, judgement, confines);
  const found = yield* told(steps, (done) => ({ done, total }));
  for (let i = 0; i < isLeft.length; i++) {
    if (isLeft[i] === 0) continue;
    judged.costCm[i] = found.costCm[i];
    judged.facility[i] = found.facility[i];
  }
  return judged;
}

/** The nearest facility one way: `to` is there, `from` is home. */
interface OneWay {
  readonly graph: SearchGraph;
  readonly label: Int32Array;
  readonly places: Places;
  readonly walks: PlaceCosts;
}

function oneWay(
  network: Network,
  costs: WalkCosts,
  households: EdgePoints,
  facilities: EdgePoints,
  heading: Heading,
): OneWay {
  const graph = searchGraph(network, heading, costs);
  const { label } = searched(graph, seedsOf(network, facilities, heading, costs));
  const places = placeHouseholds(network, households, heading === 'to' ? 'from' : 'to', costs);
  const walks = costsOf(network, places, facilities, label, UNLIMITED_CM);
  return { graph, label, places, walks };
}

function searched(graph: SearchGraph, seeds: Seeds): Search {
  const search = new Search(graph);
  search.drain(seeds, 0, seeds.count, UNLIMITED_CM);
  return search;
}

interface Asked {
  readonly there: OneWay;
  readonly home: OneWay;
  readonly left: EdgePoints;
  readonly facilities: EdgePoints;
  readonly judgement: Judgement;
}

/**
 * A walk, in the order of `ofBothCm`, that each household left can surely have: to its nearest
 * facility there and home again from the same, or the other way about. Home from a facility is
 * searched within its own cell, where the way there lies: a little longer at most.
 */
function* boundsOf(
  network: Network,
  costs: WalkCosts,
  { there, home, left, facilities, judgement }: Asked,
): Generator<JudgedProgress, Int32Array> {
  const total = facilities.edge.length;
  const most = new Int32Array(left.edge.length).fill(UNREACHED);
  for (const [one, other, heading] of [
    [there, home, 'from'],
    [home, there, 'to'],
  ] as const) {
    const seeds = seedsOf(network, facilities, heading, costs);
    keepOwn(seeds, one.label);
    const { label } = searched(withinCells(other.graph, one.label), seeds);
    yield { done: 0, total };
    const { places } = other;
    for (let row = 0; row < places.order.length; row++) {
      const i = places.order[row];
      if (left.edge[i] < 0) continue;
      const facility = one.walks.facility[i];
      const start = 2 * places.rowStart[row];
      const end = 2 * places.rowEnd[row];
      let backCm = UNREACHED;
      if (label[start + 1] === facility) backCm = label[start] + places.rowStartCm[row];
      if (label[end + 1] === facility) {
        backCm = Math.min(backCm, label[end] + places.rowEndCm[row]);
      }
      if (facilities.edge[facility] === places.rowEdge[row]) {
        backCm = Math.min(backCm, alongEdgeCm(network, places, row, facilities, facility));
      }
      most[i] = Math.min(most[i], ofBothCm(one.walks.costCm[i], backCm, judgement));
    }
  }
  // One-way streets may part a cell: then the nearest ones are asked in full.
  const apart = Uint8Array.from(most, (cm, i) => Number(cm === UNREACHED && left.edge[i] >= 0));
  if (!apart.includes(1)) return most;
  const near = new Uint8Array(facilities.edge.length);
  apart.forEach((isApart, i) => {
    if (isApart === 0) return;
    near[there.walks.facility[i]] = 1;
    near[home.walks.facility[i]] = 1;
  });
  const search = new JudgedSearch(network, costs, only(left, apart));
  const { costCm } = yield* told(
    search.steps(only(facilities, near), UNLIMITED_CM, judgement),
    () => ({ done: 0, total }),
  );
  for (let i = 0; i < most.length; i++) {
    if (costCm[i] < 0) continue;
    most[i] = judgement === 'worse' ? costCm[i] : Math.min(UNREACHED, 2 * costCm[i]);
  }
  return most;
}

/**
 * How much is left at each vertex, one way, of the longest walk that can matter to any household:
 * -1 where nobody needs it. A household's own way is at most its bound, for a mean less its shortest
 * way in the other direction.
 */
function leftAtVertices(
  { ways }: JudgedSearch,
  way: 'there' | 'home',
  most: Int32Array,
  otherCm: Int32Array,
  judgement: Judgement,
): Int32Array {
  const places = way === 'there' ? ways.placesThere : ways.placesHome;
  const { order, rowStart, rowEnd, rowStartCm, rowEndCm } = places;
  // Seen from the households the streets are walked the other way about than from the facilities.
  const search = way === 'there' ? ways.home : ways.there;
  // Where one-way streets leave somebody without a bound, all streets may be needed.
  if (order.some((i) => most[i] === UNREACHED)) {
    return new Int32Array(ways.network.vertexCount).fill(UNLIMITED_CM);
  }
  const ownCm = (i: number) => (judgement === 'worse' ? most[i] : most[i] - otherCm[i]);
  let longestCm = 0;
  for (let row = 0; row < order.length; row++) longestCm = Math.max(longestCm, ownCm(order[row]));
  const leastCm = new Map<number, number>();
  const offer = (vertex: number, doorCm: number, own: number) => {
    if (doorCm > own) return;
    const costCm = longestCm - own + doorCm;
    if (costCm < (leastCm.get(vertex) ?? UNREACHED)) leastCm.set(vertex, costCm);
  };
  for (let row = 0; row < order.length; row++) {
    const own = ownCm(order[row]);
    offer(rowStart[row], rowStartCm[row], own);
    offer(rowEnd[row], rowEndCm[row], own);
  }
  const seeds = emptySeeds(leastCm.size);
  for (const [vertex, costCm] of leastCm) {
    seeds.vertex[seeds.count] = vertex;
    seeds.costCm[seeds.count++] = costCm;
  }
  search.drain(seeds, 0, seeds.count, longestCm);
  const { label } = search;
  const limitsCm = new Int32Array(label.length / 2);
  for (let v = 0; v < limitsCm.length; v++) {
    limitsCm[v] = label[2 * v] === UNREACHED ? -1 : longestCm - label[2 * v];
  }
  search.clear();
  return limitsCm;
}

function* told<From, To, T>(steps: Generator<From, T>, as: (from: From) => To): Generator<To, T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield as(step.value);
  return step.value;
}

/** Leaves the seeds at vertices that belong to their own facility. */
function keepOwn(seeds: Seeds, label: Int32Array): void {
  let kept = 0;
  for (let s = 0; s < seeds.count; s++) {
    if (label[2 * seeds.vertex[s] + 1] !== seeds.owner[s]) continue;
    seeds.vertex[kept] = seeds.vertex[s];
    seeds.costCm[kept] = seeds.costCm[s];
    seeds.owner[kept++] = seeds.owner[s];
  }
  seeds.count = kept;
}

/** The points with all others taken off the streets. */
function only(points: EdgePoints, kept: Uint8Array): EdgePoints {
  const edge = new Int32Array(kept.length);
  for (let i = 0; i < edge.length; i++) edge[i] = kept[i] === 1 ? points.edge[i] : -1;
  return { edge, alongCm: points.alongCm, doorCm: points.doorCm };
}
