/** Pieces of streets as coordinates: what the path draws and the isochrone paints. */
import type { Network } from '../../network/graph';

/** Degrees, WGS-84. */
export type Position = [lon: number, lat: number];

/** The point of an edge at a distance from its start, straight between shape points. */
export function positionAt(network: Network, edge: number, alongCm: number): Position {
  const { shapeStart, shapeCm, shapeLon, shapeLat } = network;
  const last = shapeStart[edge + 1] - 1;
  let i = shapeStart[edge];
  while (i < last - 1 && shapeCm[i + 1] < alongCm) i++;
  const spanCm = shapeCm[i + 1] - shapeCm[i];
  const share = spanCm > 0 ? Math.min(1, (alongCm - shapeCm[i]) / spanCm) : 0;
  return [
    shapeLon[i] + share * (shapeLon[i + 1] - shapeLon[i]),
    shapeLat[i] + share * (shapeLat[i + 1] - shapeLat[i]),
  ];
}

/**
 * Appends the stretch of an edge from fromCm to toCm, in that order (backwards where toCm is the
 * smaller), leaving out points equal to the one before.
 */
export function appendStretch(
  network: Network,
  edge: number,
  fromCm: number,
  toCm: number,
  line: Position[],
): void {
  const { shapeStart, shapeCm, shapeLon, shapeLat } = network;
  appendPosition(line, positionAt(network, edge, fromCm));
  const first = shapeStart[edge];
  const last = shapeStart[edge + 1] - 1;
  const ahead = toCm >= fromCm;
  for (let i = ahead ? first : last; ahead ? i <= last : i >= first; i += ahead ? 1 : -1) {
    const between = ahead
      ? shapeCm[i] > fromCm && shapeCm[i] < toCm
      : shapeCm[i] < fromCm && shapeCm[i] > toCm;
    if (between) appendPosition(line, [shapeLon[i], shapeLat[i]]);
  }
  appendPosition(line, positionAt(network, edge, toCm));
}

export function appendPosition(line: Position[], position: Position): void {
  const before = line.at(-1);
  if (before && before[0] === position[0] && before[1] === position[1]) return;
  line.push(position);
}
