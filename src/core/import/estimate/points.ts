/** Where people may be: cells of a population raster, natural villages by name, seats of villages. */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { Raster } from '../../geo/geotiff';
import { textAt, type TableData } from '../../store/columns';
import type { UnitAreas } from '../place/areas';
import type { UnitIndex } from '../understand/unit-index';

export interface DemandPoints {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly weight: Float64Array;
  /** How far from a point its people may really live. */
  readonly precision: 'hamlet' | 'village' | 'town';
  readonly source: 'raster_cell' | 'hamlet' | 'unit_seat';
}

/** Nobody of a cell may live further from its middle than this, or the point is as rough as a village. */
const HAMLET_REACH_M = 250;

/** The inhabited cells within a unit's area; null where the unit has none. */
export function cellsOf(raster: Raster, areas: UnitAreas, code: string): DemandPoints | null {
  const bounds = areas.boundsOf(code);
  if (!bounds) return null;
  const [west, south, east, north] = bounds;
  const { columns, rows, stepLon, stepLat, values } = raster;
  const points: [lon: number, lat: number, people: number][] = [];
  const top = Math.max(0, Math.floor((raster.north - north) / stepLat));
  const bottom = Math.min(rows - 1, Math.ceil((raster.north - south) / stepLat));
  const left = Math.max(0, Math.floor((west - raster.west) / stepLon));
  const right = Math.min(columns - 1, Math.ceil((east - raster.west) / stepLon));
  for (let row = top; row <= bottom; row++) {
    const lat = raster.north - row * stepLat;
    for (let column = left; column <= right; column++) {
      const people = values[row * columns + column];
      const lon = raster.west + column * stepLon;
      if (people > 0 && areas.contains(code, lon, lat)) points.push([lon, lat, people]);
    }
  }
  if (points.length === 0) return null;
  const middle = (south + north) / 2;
  const reach =
    Math.hypot(stepLon * metresPerDegreeLon(middle), stepLat * metresPerDegreeLat(middle)) / 2;
  return pointsOf(points, reach <= HAMLET_REACH_M ? 'hamlet' : 'village', 'raster_cell');
}

/** Rows of the hamlets that have a place, by their village. */
export function hamletsByUnit({ columns, rowCount }: TableData): ReadonlyMap<string, number[]> {
  const byUnit = new Map<string, number[]>();
  const { unit_code, lon } = columns;
  for (let row = 0; row < rowCount; row++) {
    if (lon?.kind !== 'number' || Number.isNaN(lon.values[row])) continue;
    const code = textAt(unit_code, row) ?? '';
    const own = byUnit.get(code);
    if (own) own.push(row);
    else byUnit.set(code, [row]);
  }
  return byUnit;
}

/** Hamlets of a village, by their people, else their households, else alike. */
export function hamletsOf(hamlets: TableData, rows: readonly number[]): DemandPoints | null {
  const { lon, lat, persons, households } = hamlets.columns;
  if (lon?.kind !== 'number' || lat?.kind !== 'number') return null;
  const counted = [persons, households].find(
    (column) => column?.kind === 'integer' && rows.every((row) => column.values[row] >= 0),
  );
  const points = rows.map((row): [number, number, number] => [
    lon.values[row],
    lat.values[row],
    counted?.kind === 'integer' ? counted.values[row] : 1,
  ]);
  return pointsOf(points, 'hamlet', 'hamlet');
}

/** The seat of a village or town as the only point. */
export function seatOf(units: UnitIndex, code: string): DemandPoints | null {
  const unit = units.unit(code);
  if (!unit || (unit.level !== 'village' && unit.level !== 'town')) return null;
  if (Number.isNaN(unit.lon + unit.lat)) return null;
  return pointsOf([[unit.lon, unit.lat, 1]], unit.level, 'unit_seat');
}

function pointsOf(
  points: readonly (readonly [number, number, number])[],
  precision: DemandPoints['precision'],
  source: DemandPoints['source'],
): DemandPoints {
  return {
    lon: Float64Array.from(points, ([lon]) => lon),
    lat: Float64Array.from(points, ([, lat]) => lat),
    weight: Float64Array.from(points, ([, , weight]) => weight),
    precision,
    source,
  };
}
