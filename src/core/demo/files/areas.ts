/**
 * areas.geojson: the counties' true borders (real: true), and for townships and villages the land
 * nearest to their seat, cut at the county's border (real: false, never a border themselves).
 */
import { intersect, simplify } from '@turf/turf';
import { METRES_PER_LAT, METRES_PER_LON } from '../land/frame';
import { AREAS_NOTE } from '../names';
import type { County } from '../sources';
import type { SettledUnit } from '../streets/settled-unit';

type Position = number[];
type Geometry =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };
type Feature = { type: 'Feature'; properties: Record<string, unknown>; geometry: Geometry };

interface Seat {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

export function areasGeojson(
  counties: readonly County[],
  units: readonly SettledUnit[],
): Uint8Array {
  const features: Feature[] = [];
  for (const county of counties) {
    const border: Feature = {
      type: 'Feature',
      properties: { unit_code: county.code, name: county.name, level: 'county', real: true },
      geometry: { type: 'Polygon', coordinates: [county.ring.map(([lon, lat]) => [lon, lat])] },
    };
    features.push(border);
    const villages = units
      .filter((u) => u.countyCode === county.code)
      .map((u) => ({ code: u.village.code, name: u.village.name, lon: u.lon, lat: u.lat }));
    for (const { seat, area } of cellsWithin(border, county.towns)) {
      features.push(named(area, seat, 'town'));
    }
    for (const { seat, area } of cellsWithin(border, villages)) {
      features.push(named(area, seat, 'village'));
    }
  }
  const lines = features.map((f) => JSON.stringify(f));
  return new TextEncoder().encode(
    `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`,
  );
}

const named = (area: Feature, seat: Seat, level: string): Feature => ({
  type: 'Feature',
  properties: { unit_code: seat.code, name: seat.name, level, real: false, note: AREAS_NOTE },
  geometry: rounded(area.geometry),
});

/** The part of an area nearest to each seat; seats whose part is empty are left out. */
function cellsWithin(area: Feature, seats: readonly Seat[]): { seat: Seat; area: Feature }[] {
  const cells: { seat: Seat; area: Feature }[] = [];
  const frame = frameAround(area.geometry);
  for (const seat of seats) {
    const ring = nearestCell(seat, seats, frame);
    if (ring.length < 3) continue;
    const cell: Feature = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
    if (isFarFromBorder(ring, area.geometry)) {
      cells.push({ seat, area: cell });
      continue;
    }
    const cut = intersect({
      type: 'FeatureCollection',
      features: [area, cell],
    } as never) as Feature | null;
    if (cut)
      cells.push({
        seat,
        area: simplify(cut as never, { tolerance: 0.0012 }) as unknown as Feature,
      });
  }
  return cells;
}

/** Is the cell clear of every stretch of the border? Then nothing needs cutting. */
function isFarFromBorder(cell: readonly Position[], border: Geometry): boolean {
  const [west, south, east, north] = boundsOf(cell);
  const rings = border.type === 'Polygon' ? border.coordinates : border.coordinates.flat();
  return rings.every((ring) =>
    ring.every((p, i) => {
      const q = ring[(i + 1) % ring.length];
      return (
        Math.max(p[0], q[0]) < west ||
        Math.min(p[0], q[0]) > east ||
        Math.max(p[1], q[1]) < south ||
        Math.min(p[1], q[1]) > north
      );
    }),
  );
}

function boundsOf(points: readonly Position[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

function frameAround(geometry: Geometry): Position[] {
  const points = (
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  ).flat();
  const [west, south, east, north] = boundsOf(points).map((v, i) => v + (i < 2 ? -0.01 : 0.01));
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** A rectangle cut by the line halfway to every other seat. */
function nearestCell(seat: Seat, seats: readonly Seat[], frame: Position[]): Position[] {
  let ring = frame;
  for (const other of seats) {
    if (other === seat || (other.lon === seat.lon && other.lat === seat.lat)) continue;
    const dx = (other.lon - seat.lon) * METRES_PER_LON;
    const dy = (other.lat - seat.lat) * METRES_PER_LAT;
    const half = (dx * dx + dy * dy) / 2;
    const beyond = (p: Position) =>
      (p[0] - seat.lon) * METRES_PER_LON * dx + (p[1] - seat.lat) * METRES_PER_LAT * dy - half;
    const kept: Position[] = [];
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i];
      const b = ring[(i + 1) % ring.length];
      const atA = beyond(a);
      const atB = beyond(b);
      if (atA <= 0) kept.push(a);
      if (atA < 0 !== atB < 0 && atA !== atB) {
        const t = atA / (atA - atB);
        kept.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
      }
    }
    ring = kept;
    if (ring.length < 3) return [];
  }
  return ring;
}

const round = (p: Position): Position => p.map((v) => Math.round(v * 1e4) / 1e4);
const rounded = (geometry: Geometry): Geometry =>
  geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map((r) => r.map(round)) }
    : {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((p) => p.map((r) => r.map(round))),
      };
