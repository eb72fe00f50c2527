/** Small drawn streets: lengths are given, so that answers can be worked out by hand. */
import { Direction, type Network } from '../../../src/core/network/graph';
import { arcsOf } from '../../../src/core/network/derive';
import { componentsOf } from './reference';

export interface Street {
  readonly from: number;
  readonly to: number;
  readonly lengthCm: number;
  readonly directions?: number;
  /** Inner shape points as [lon, lat, cm from the start]. */
  readonly via?: readonly (readonly [number, number, number])[];
}

/** Vertices at the given [lon, lat] (all at 0, 0 where they do not matter) joined by streets. */
export function networkOf(
  vertexCount: number,
  streets: readonly Street[],
  places: readonly (readonly [number, number])[] = [],
): Network {
  const edgeFrom = Uint32Array.from(streets, (s) => s.from);
  const edgeTo = Uint32Array.from(streets, (s) => s.to);
  const edgeLengthCm = Uint32Array.from(streets, (s) => s.lengthCm);
  const edgeDirections = Uint8Array.from(streets, (s) => s.directions ?? Direction.both);
  const place = (v: number) => places[v] ?? [0, 0];
  const shapes = streets.map((s) => [
    [...place(s.from), 0],
    ...(s.via ?? []),
    [...place(s.to), s.lengthCm],
  ]);
  const shapeStart = new Uint32Array(streets.length + 1);
  shapes.forEach((points, e) => (shapeStart[e + 1] = shapeStart[e] + points.length));
  const flat = shapes.flat();
  const { component, count } = componentsOf(vertexCount, streets);
  return {
    vertexCount,
    vertexLon: Float64Array.from({ length: vertexCount }, (_, v) => place(v)[0]),
    vertexLat: Float64Array.from({ length: vertexCount }, (_, v) => place(v)[1]),
    vertexComponent: component,
    componentCount: count,
    edgeCount: streets.length,
    edgeFrom,
    edgeTo,
    edgeLengthCm,
    edgeDirections,
    edgeClass: new Uint8Array(streets.length),
    shapeStart,
    shapeLon: Float64Array.from(flat, (p) => p[0]),
    shapeLat: Float64Array.from(flat, (p) => p[1]),
    shapeCm: Uint32Array.from(flat, (p) => p[2]),
    ...arcsOf(vertexCount, { edgeFrom, edgeTo, edgeDirections }, edgeLengthCm),
  };
}

/** A point as [edge, centimetres from its start, door leg in centimetres]. */
export type Spot = readonly [edge: number, alongCm: number, doorCm?: number];

export function pointsOf(spots: readonly Spot[]) {
  return {
    edge: Int32Array.from(spots, (s) => s[0]),
    alongCm: Int32Array.from(spots, (s) => s[1]),
    doorCm: Int32Array.from(spots, (s) => s[2] ?? 0),
  };
}

/** A square grid of width × height vertices, streets of lengthCm; row-major, rows first. */
export function gridOf(width: number, height: number, lengthCm: number): Network {
  const streets: Street[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const v = y * width + x;
      if (x + 1 < width) streets.push({ from: v, to: v + 1, lengthCm });
      if (y + 1 < height) streets.push({ from: v, to: v + width, lengthCm });
    }
  }
  return networkOf(width * height, streets);
}
