/**
 * Junctions spread over the streets: one to a square, the one where most streets meet. Where that
 * makes too many the squares grow, so that no part of the land is favoured.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { Network } from '../../network';

/** Vertices in ascending order, at most `most`; squares are `spacingM` or as much more as it takes. */
export function spreadJunctions(
  network: Network,
  spacingM: number,
  most: number,
  isInside: (lon: number, lat: number) => boolean,
): number[] {
  const { vertexCount, vertexLon, vertexLat } = network;
  const junctions: number[] = [];
  for (let v = 0; v < vertexCount; v++) {
    if (meeting(network, v) >= 3 && isInside(vertexLon[v], vertexLat[v])) {
      junctions.push(v);
    }
  }
  for (let squareM = spacingM; ; squareM *= 1.25) {
    const best = new Map<string, number>();
    const height = squareM / metresPerDegreeLat(vertexLat[0]);
    for (const v of junctions) {
      const row = Math.floor(vertexLat[v] / height);
      const width = squareM / metresPerDegreeLon((row + 0.5) * height);
      const column = Math.floor(vertexLon[v] / width);
      const key = `${row}/${column}`;
      const other = best.get(key);
      if (other === undefined || meeting(network, v) > meeting(network, other)) best.set(key, v);
    }
    if (best.size <= most) return [...best.values()].sort((a, b) => a - b);
  }
}

function meeting({ arcStart }: Network, vertex: number): number {
  return arcStart[vertex + 1] - arcStart[vertex];
}
