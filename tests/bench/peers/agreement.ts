/** How far the answers of a peer agree with ours. */
import { readFileSync } from 'node:fs';
import { booleanPointInPolygon } from '@turf/turf';
import { NearestSearch } from '../../../src/core/reach';
import type { Ours } from './ours';
import { limitCm, speedMS, type Question } from './question';

/** Metres (or, for Valhalla, seconds) of the first households; -1 where none. */
export function agreementOfNearest({ nearestCm }: Ours, answer: string | Float32Array): string {
  const inSeconds = typeof answer === 'string' && answer.includes('valhalla');
  const theirs = typeof answer === 'string' ? floats(answer) : answer;
  let same = 0;
  let near = 0;
  let other = 0;
  for (let i = 0; i < theirs.length; i++) {
    const own = nearestCm[i] < 0 ? -1 : nearestCm[i] / 100 / (inSeconds ? speedMS : 1);
    const apart = Math.abs(own - theirs[i]);
    if (own < 0 !== theirs[i] < 0) other++;
    else if (apart <= 1) same++;
    else if (apart <= 0.01 * own) near++;
  }
  const share = (count: number) => `${((100 * count) / theirs.length).toFixed(2)} %`;
  const unit = inSeconds ? '1 s' : '1 m';
  return `nearest: ${share(same)} within ${unit}, ${share(near)} more within 1 %, ${share(other)} covered by one alone`;
}

function floats(path: string): Float32Array {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

export function agreementOfReached({ reached }: Ours, theirs: readonly number[]): string {
  const same = reached.filter((count, f) => count === theirs[f]).length;
  return `reached crossings: the same number for ${same} of ${reached.length} facilities`;
}

/** Share of the crossings we reach, by walking, that lie inside a peer's polygon and in ours. */
export function agreementOfPolygons(
  { polygons }: Ours,
  { network, facilities }: Question,
  theirs: readonly (readonly (readonly [number, number])[][])[],
): string {
  const nearest = new NearestSearch(network);
  let all = 0;
  let inTheirs = 0;
  let inOurs = 0;
  theirs.forEach((rings, f) => {
    const facility = facilities[f];
    const edge = network.arcEdge[network.arcStart[facility]];
    const alongCm = network.edgeFrom[edge] === facility ? 0 : network.edgeLengthCm[edge];
    nearest.run({ edge: [edge], alongCm: [alongCm], doorCm: [0] }, limitCm);
    const polygon = { type: 'Polygon' as const, coordinates: rings as unknown as number[][][] };
    const own = polygons[f];
    for (let v = 0; v < network.vertexCount; v++) {
      if (nearest.costCm(v) === undefined) continue;
      const at = [network.vertexLon[v], network.vertexLat[v]];
      all++;
      if (booleanPointInPolygon(at, polygon)) inTheirs++;
      if (booleanPointInPolygon(at, own)) inOurs++;
    }
  });
  const share = (count: number) => `${((100 * count) / all).toFixed(2)} %`;
  return `polygons: of the crossings reached on foot ${share(inTheirs)} lie inside theirs, ${share(inOurs)} inside ours`;
}
