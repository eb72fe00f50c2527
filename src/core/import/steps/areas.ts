/** Polygons that came with rows of units: the city's own areas from now on, and evidence at once. */
import { textAt } from '../../store/columns';
import { toWgs84, type ToWgs84 } from '../place/systems';
import type { RawArea } from '../raw/raw-table';
import type { Understanding } from '../understand/understand';
import type { PlacedBatch, ReadBatch } from './batch';

const DECIMALS = 1e6;

/** A GeoJSON of the areas by `unit_code` in WGS-84; null where there are none that can be placed. */
export async function importedAreas(
  { name, rows }: ReadBatch,
  { table, datum }: Pick<PlacedBatch, 'table' | 'datum'>,
  sheets: readonly Understanding[],
): Promise<Uint8Array | null> {
  const convert = datum.used === null ? null : await toWgs84(datum.used);
  if (name !== 'admin_units' || !convert || sheets.every(({ raw }) => raw.areas.length === 0))
    return null;
  const codes = new Map<string, string>();
  for (let row = 0; row < table.rowCount; row++) {
    const { sheet, row: number } = rows.placeOf(row);
    codes.set(`${sheet}|${number}`, textAt(table.columns.unit_code, row) ?? '');
  }
  const features = sheets.flatMap(({ raw }) =>
    raw.areas.flatMap(({ number, polygons }) => {
      const code = codes.get(`${raw.name}|${number}`) ?? '';
      if (code === '') return [];
      const coordinates = shifted(polygons, convert, datum.isSwapped);
      return [
        {
          type: 'Feature',
          properties: { unit_code: code, real: true },
          geometry: { type: 'MultiPolygon', coordinates },
        },
      ];
    }),
  );
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}

function shifted(
  polygons: RawArea['polygons'],
  convert: ToWgs84,
  isSwapped: boolean,
): RawArea['polygons'] {
  const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
  return polygons.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x, y]) => (isSwapped ? convert(y, x) : convert(x, y)).map(round)),
    ),
  );
}
