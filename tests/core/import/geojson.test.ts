import { describe, expect, it } from 'vitest';
import { readTable, tableRequest } from '../../../src/core/import';
import { valueAt } from '../../../src/core/store/columns';

const facilities = tableRequest('facilities');
const read = (content: unknown) =>
  readTable(
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    'f.geojson',
    facilities,
  );
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const feature = (geometry: unknown, properties: unknown = {}, id?: unknown) => ({
  type: 'Feature',
  id,
  properties,
  geometry,
});
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });

describe('GeoJSON', () => {
  it('takes properties as columns and the point as the place', async () => {
    const result = await read(
      collection(
        feature(point(117.6, 26.2, 300), { facility_id: 'f1', beds: 12, has_lift: true }),
        feature(null, { facility_id: 'f2', type: 'care_centre', beds: null }),
      ),
    );
    if (!result.ok) throw new Error(result.problem.code);
    const { columns } = result.value;
    const row = (i: number) =>
      ['facility_id', 'lon', 'lat', 'beds', 'has_lift', 'type'].map((name) =>
        valueAt(columns[name], i),
      );
    expect(row(0)).toEqual(['f1', 117.6, 26.2, 12, true, null]);
    expect(row(1)).toEqual(['f2', null, null, null, null, 'care_centre']);
  });

  it('takes the feature’s own id where no property names it', async () => {
    const result = await read(collection(feature(point(1, 2), {}, 7), feature(point(1, 2), {}, 8)));
    if (!result.ok) throw new Error(result.problem.code);
    expect(valueAt(result.value.columns.facility_id, 1)).toBe('8');
  });

  it('stands for an area by a point within it, even where its middle lies outside', async () => {
    // A horseshoe open to the east: the centroid falls into the opening.
    const ring = [
      [0, 0],
      [10, 0],
      [10, 1],
      [1, 1],
      [1, 9],
      [10, 9],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    const result = await read(
      collection(feature({ type: 'MultiPolygon', coordinates: [[ring]] }, { id: 'a' })),
    );
    if (!result.ok) throw new Error(result.problem.code);
    const lon = valueAt(result.value.columns.lon, 0) as number;
    const lat = valueAt(result.value.columns.lat, 0) as number;
    expect(lon > 0 && lon < 1 && lat > 0 && lat < 10).toBe(true);
  });

  it.each([
    ['', 'file_empty', {}],
    ['{"type":"FeatureCollection","features":[{"ty', 'json_broken', {}],
    [{ type: 'Topology' }, 'geojson_without_features', {}],
    [
      collection(feature(point(1, 2), { id: 'a' }), feature({ type: 'LineString' }, { id: 'b' })),
      'geometry_not_a_place',
      { row: 2, value: 'LineString' },
    ],
    [
      collection(feature({ type: 'Point', coordinates: [1] }, { id: 'a' })),
      'geometry_broken',
      { row: 1 },
    ],
    [
      collection(feature({ type: 'Polygon', coordinates: [[]] }, { id: 'a' })),
      'geometry_broken',
      {},
    ],
    [collection(feature(point(26, 117), { id: 'a' })), 'coordinates_swapped', { row: 1 }],
    [collection(feature(point(1, 2), { name: 'a' })), 'column_missing', { column: 'facility_id' }],
    [
      collection(feature(point(1, 2), { id: 'a', beds: 'many' })),
      'cell_not_a_number',
      { row: 1, column: 'beds', value: 'many' },
    ],
  ])('refuses %j: %s', async (content, code, params) => {
    expect(await read(content)).toMatchObject({
      ok: false,
      problem: { code, params: { file: 'f.geojson', ...params } },
    });
  });
});
