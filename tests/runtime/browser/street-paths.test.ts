import { expect, it } from 'vitest';
import { StreetClass, buildNetwork } from '../../../src/core/network';
import { streetPaths } from '../../../src/runtime/browser/city/street-paths';
import { drawStreets } from '../../fixtures/draw-streets';

const network = buildNetwork(
  drawStreets([
    {
      points: [
        [0, 0],
        [50, 20],
        [100, 0],
      ],
    },
    {
      points: [
        [100, 0],
        [100, 300],
      ],
      streetClass: StreetClass.steps,
    },
    {
      points: [
        [100, 0],
        [400, 0],
      ],
    },
  ]),
);

it('holds every point of every edge once, under its class', () => {
  const pieces = streetPaths(network);
  const pointCount = pieces.reduce((sum, piece) => sum + piece.positions.length / 2, 0);
  expect(pointCount).toBe(network.shapeLon.length);
  expect(pieces.map((piece) => [piece.streetClass, piece.pathCount])).toEqual([
    [StreetClass.street, 2],
    [StreetClass.steps, 1],
  ]);
});

it('start indices cut the points into paths', () => {
  const [streets] = streetPaths(network);
  expect(streets.startIndices.length).toBe(streets.pathCount + 1);
  const lengths = Array.from(
    { length: streets.pathCount },
    (_, path) => streets.startIndices[path + 1] - streets.startIndices[path],
  );
  expect(lengths.sort()).toEqual([2, 3]);
});
