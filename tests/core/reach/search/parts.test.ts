import { expect, it } from 'vitest';
import { NearestSearch, UNLIMITED_CM, searchParts } from '../../../../src/core/reach';
import { pointsOnStreets, streetGrid } from '../../../bench/street-grid';

const network = streetGrid(70);
const facilities = pointsOnStreets(network, 40, 5, 3000);

/** The facilities of a part, the others taken away: indices, and so ties, stay the same. */
function only(kept: Uint32Array) {
  const edge = new Int32Array(facilities.edge.length).fill(-1);
  for (const f of kept) edge[f] = facilities.edge[f];
  return { ...facilities, edge };
}

it.each([
  [1, 81_000],
  [2, 81_000],
  [3, 40_000],
  [7, 20_000],
])('%i parts within %i cm answer what one whole search answers', (partCount, limit) => {
  const whole = new NearestSearch(network);
  whole.run(facilities, limit);
  const parts = searchParts(network, facilities, limit, partCount);
  expect(parts[0].firstEdge).toBe(0);
  expect(parts.at(-1)!.endEdge).toBe(network.edgeCount);
  const nearest = new NearestSearch(network);
  parts.forEach((part, p) => {
    if (p > 0) expect(part.firstEdge).toBe(parts[p - 1].endEdge);
    nearest.run(only(part.facilities), limit);
    let differing = 0;
    for (let e = part.firstEdge; e < part.endEdge; e++) {
      for (const v of [network.edgeFrom[e], network.edgeTo[e]]) {
        if (nearest.costCm(v) !== whole.costCm(v)) differing++;
        if (nearest.facility(v) !== whole.facility(v)) differing++;
      }
    }
    expect(differing).toBe(0);
  });
  if (partCount > 1) expect(parts[0].facilities.length).toBeLessThan(40);
});

it('without a limit every part takes every facility', () => {
  for (const part of searchParts(network, facilities, UNLIMITED_CM, 2)) {
    expect(part.facilities.length).toBe(40);
  }
});
