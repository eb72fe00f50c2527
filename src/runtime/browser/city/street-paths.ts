/**
 * The network's edges as flat paths for the map: by street class, in pieces small enough that
 * handing one to the graphics card is no long task. Edges stand in Hilbert order, so a piece is a
 * patch of the map.
 */
import { StreetClass, type Network } from '../../../core/network/graph';
import type { StreetPaths } from '../data/page-data';

const maxPointsPerPiece = 100_000;

export function streetPaths(network: Network): StreetPaths[] {
  return Object.values(StreetClass).flatMap((streetClass) => piecesOf(network, streetClass));
}

function piecesOf(network: Network, streetClass: number): StreetPaths[] {
  const { edgeCount, edgeClass, shapeStart } = network;
  const pieces: StreetPaths[] = [];
  let edges: number[] = [];
  let pointCount = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeClass[edge] !== streetClass) continue;
    edges.push(edge);
    pointCount += shapeStart[edge + 1] - shapeStart[edge];
    if (pointCount >= maxPointsPerPiece) {
      pieces.push(piece(network, streetClass, edges, pointCount));
      edges = [];
      pointCount = 0;
    }
  }
  if (edges.length > 0) pieces.push(piece(network, streetClass, edges, pointCount));
  return pieces;
}

function piece(
  network: Network,
  streetClass: number,
  edges: readonly number[],
  pointCount: number,
): StreetPaths {
  const { shapeStart, shapeLon, shapeLat } = network;
  const startIndices = new Uint32Array(edges.length + 1);
  const positions = new Float32Array(2 * pointCount);
  let at = 0;
  for (let path = 0; path < edges.length; path++) {
    const edge = edges[path];
    for (let point = shapeStart[edge]; point < shapeStart[edge + 1]; point++) {
      positions[2 * at] = shapeLon[point];
      positions[2 * at + 1] = shapeLat[point];
      at++;
    }
    startIndices[path + 1] = at;
  }
  return { streetClass, pathCount: edges.length, startIndices, positions };
}
