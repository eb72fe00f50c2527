import { expect, it } from 'vitest';
import { NearestSearch, Search, UNLIMITED_CM, searchParts } from '../../../../src/core/reach';
import { pointsOnStreets, streetGrid } from '../../../bench/street-grid';

const network = streetGrid(70);
const facilities = pointsOnStreets(network, 40, 5, 3000);

it.each([
  [1, 81_000],
  [2, 81_000],
  [3, 40_000],
  [7, 20_000],
  [5, 0],
  [2, UNLIMITED_CM],
])('%i parts within %i cm, side by side, are one whole search', (partCount, limit) => {
  const whole = new NearestSearch(network);
  whole.run(facilities, limit);
  const label = new Int32Array(2 * network.vertexCount);
  const parts = searchParts(network, facilities, limit, partCount);
  let next = 0;
  for (const { firstVertex, endVertex, at, graph, seeds } of parts) {
    expect(firstVertex).toBe(next);
    next = endVertex;
    const search = new Search(graph);
    search.drainInBatches(seeds, 4, limit);
    const own = search.label.subarray(2 * at, 2 * (at + endVertex - firstVertex));
    label.set(own, 2 * firstVertex);
  }
  expect(next).toBe(network.vertexCount);
  expect(label).toEqual(whole.search.label);
  // Near the limit's reach nobody holds the whole city.
  if (partCount > 1 && limit <= 40_000) {
    expect(parts[0].graph.vertexCount).toBeLessThan(0.6 * network.vertexCount);
  }
});
