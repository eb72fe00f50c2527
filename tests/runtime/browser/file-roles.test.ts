import { expect, it } from 'vitest';
import { roleOf } from '../../../src/runtime/browser/load/file-roles';

const role = (name: string, content: string) => {
  const found = roleOf(name, new TextEncoder().encode(content));
  return found.ok ? found.value : found.problem.code;
};
const points = (properties: object) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [1, 2] } }],
  });

it.each([
  ['a.csv', 'household_id,lon,lat\n', 'households'],
  ['a.csv', '\ufeff"persons","lon","lat"\n', 'households'],
  ['a.csv', 'facility_id;lon;lat\n', 'facilities'],
  ['a.csv', 'id\ttype\tlon\tlat\n', 'facilities'],
  ['a.csv', 'unit_code,name,level\n', 'admin_units'],
  // A unit's own columns say more than those it shares with others.
  ['a.csv', 'unit_code,parent_code,name,level,status\n', 'admin_units'],
  ['facilities-2020.csv', 'id,lon,lat\n', 'facilities'],
  ['my households.csv', 'id,lon,lat\n', 'households'],
  ['x.csv', 'id,lon,lat\n', 'file_role_unknown'],
  // Totals of units are no households, though both have an age band of this name.
  ['x.csv', 'unit_code,as_of,residents,age_60_plus,age_80_plus\n', 'file_role_unknown'],
  ['x.osm.pbf', '\u0000', 'streets'],
  ['streets.network', 'CCSTREET', 'streets'],
  ['x.geojson', '{"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}', 'streets'],
])('%s with %j is %s', (name, content, expected) => {
  expect(role(name, content)).toBe(expected);
});

it("GeoJSON's own words say nothing, its properties do", () => {
  expect(role('x.geojson', points({ household_id: 'h' }))).toBe('households');
  expect(role('x.geojson', points({ beds: 3 }))).toBe('facilities');
  expect(role('homes-of-households.geojson', points({ id: 1 }))).toBe('households');
  expect(role('x.geojson', points({ id: 1 }))).toBe('file_role_unknown');
});
