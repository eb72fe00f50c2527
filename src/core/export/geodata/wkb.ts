/** Geometry as well-known binary (OGC 06-103r4), little-endian: what GeoPackage and GeoParquet hold. */
import type { Geometry, LonLat, Polygon } from './layers';

export function wkb(geometry: Geometry): Uint8Array<ArrayBuffer> {
  const size = sizeOf(geometry);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  const head = (type: number) => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    at += 5;
  };
  const count = (length: number) => {
    view.setUint32(at, length, true);
    at += 4;
  };
  const point = ([lon, lat]: LonLat) => {
    view.setFloat64(at, lon, true);
    view.setFloat64(at + 8, lat, true);
    at += 16;
  };
  if (geometry.type === 'Point') {
    head(1);
    point(geometry.coordinates);
  } else {
    head(6);
    count(geometry.coordinates.length);
    for (const polygon of geometry.coordinates) {
      head(3);
      count(polygon.length);
      for (const ring of polygon) {
        count(ring.length);
        ring.forEach(point);
      }
    }
  }
  return new Uint8Array(view.buffer);
}

function sizeOf(geometry: Geometry): number {
  if (geometry.type === 'Point') return 21;
  const ringSize = (ring: readonly LonLat[]) => 4 + 16 * ring.length;
  const polygonSize = (polygon: Polygon) => polygon.reduce((sum, ring) => sum + ringSize(ring), 9);
  return geometry.coordinates.reduce((sum, polygon) => sum + polygonSize(polygon), 9);
}
