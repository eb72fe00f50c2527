/** Our own answers, by the door of the engine that page and command line use. */
import {
  Isochrones,
  NearestSearch,
  costsOf,
  placeHouseholds,
  type EdgePoints,
  type MultiPolygon,
} from '../../../src/core/reach';
import type { Network } from '../../../src/core/network/graph';
import { isochroneCount, limitCm, minutes, speedMS, type Question } from './question';

export interface Ours {
  readonly prepareMs: number;
  readonly nearestMs: number;
  readonly isochronesMs: number;
  /** The same without their polygons: what each reaches, as pandana and pgRouting answer. */
  readonly searchesMs: number;
  /** Of each household, -1 where none is within the limit. */
  readonly nearestCm: Int32Array;
  readonly polygons: readonly MultiPolygon[];
  /** Crossings each of those facilities reaches. */
  readonly reached: readonly number[];
}

export function ours({ network, facilities, households }: Question): Ours {
  const begin = performance.now();
  const doors = atCrossings(network, facilities);
  const nearest = new NearestSearch(network);
  const places = placeHouseholds(network, atCrossings(network, households));
  const maker = new Isochrones(network);
  const preparedAt = performance.now();
  const asked = Array.from({ length: isochroneCount }, (_, f) => ({
    edge: [doors.edge[f]],
    alongCm: [doors.alongCm[f]],
    doorCm: [0],
  }));
  const nearestOfAll = () => {
    nearest.run(doors, limitCm);
    return costsOf(network, places, doors, nearest.search.label, limitCm).costCm;
  };
  const draw = () => asked.map((point) => maker.around(point, [minutes], speedMS)[0].geometry);
  // Everybody is asked twice, and the second time counts.
  nearestOfAll();
  draw();
  const second = performance.now();
  const nearestCm = nearestOfAll();
  const answered = performance.now();
  const polygons = draw();
  const drawn = performance.now();
  for (const point of asked) nearest.run(point, limitCm);
  const searched = performance.now();
  // Counted apart from the clock: which crossings lie within the limit of each.
  const reached = asked.map((point) => {
    nearest.run(point, limitCm);
    let count = 0;
    for (let v = 0; v < network.vertexCount; v++) if (nearest.costCm(v) !== undefined) count++;
    return count;
  });
  return {
    prepareMs: preparedAt - begin,
    nearestMs: answered - second,
    isochronesMs: drawn - answered,
    searchesMs: searched - drawn,
    nearestCm,
    polygons,
    reached,
  };
}

/** Points at crossings, as ends of a street that meets them. */
function atCrossings(network: Network, crossings: Int32Array): EdgePoints {
  const edge = Int32Array.from(crossings, (v) => network.arcEdge[network.arcStart[v]]);
  return {
    edge,
    alongCm: Int32Array.from(crossings, (v, i) =>
      network.edgeFrom[edge[i]] === v ? 0 : network.edgeLengthCm[edge[i]],
    ),
    doorCm: new Int32Array(crossings.length),
  };
}
