/** Well-known binary → points and polygons, bounded by the bytes there are. */
import type { Geometry } from './geometry';

export function geometryOfWkb(bytes: Uint8Array): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read(view, { at: 0 }, 0);
  } catch (cause) {
    // Past the end of the bytes: the geometry is cut off.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

function read(view: DataView, place: { at: number }, depth: number): Geometry | null {
  const isLittle = view.getUint8(place.at) === 1;
  const code = view.getUint32(place.at + 1, isLittle);
  place.at += 5;
  const type = (code & 0xffff) % 1000;
  const dimensions = 2 + extra(code);
  // Extended WKB says its system in four bytes more.
  if (code & 0x20000000) place.at += 4;
  const count = () => {
    const n = view.getUint32(place.at, isLittle);
    place.at += 4;
    if (n > view.byteLength) throw new RangeError('count');
    return n;
  };
  const point = () => {
    const xy = [view.getFloat64(place.at, isLittle), view.getFloat64(place.at + 8, isLittle)];
    place.at += 8 * dimensions;
    return xy;
  };
  const points = () => Array.from({ length: count() }, point);
  if (type === 1) return { type: 'Point', coordinates: point() };
  if (type === 2) return { type: 'LineString', coordinates: points() };
  if (type === 3) return { type: 'Polygon', coordinates: Array.from({ length: count() }, points) };
  if (type < 4 || type > 7 || depth > 4) return null;
  const parts = Array.from({ length: count() }, () => read(view, place, depth + 1));
  if (type === 4) return parts[0] ?? null;
  if (type === 5) return { type: 'MultiLineString' };
  if (type === 7) return parts[0] ?? null;
  return { type: 'MultiPolygon', coordinates: parts.map((part) => part?.coordinates) };
}

function extra(code: number): number {
  const thousands = Math.floor((code & 0xffff) / 1000);
  const hasZ = thousands === 1 || thousands === 3 || (code & 0x80000000) !== 0;
  const hasM = thousands === 2 || thousands === 3 || (code & 0x40000000) !== 0;
  return Number(hasZ) + Number(hasM);
}
