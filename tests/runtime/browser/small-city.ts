/**
 * A city small enough to work out by hand: one street of 2,000 m with a facility at its west end and
 * doors on the street itself, as the files a user would choose.
 */
import { latAt, lonAt } from '../../fixtures/draw-streets';

const text = (rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

export const streetsFile = () =>
  new File(
    [
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { highway: 'residential' },
            geometry: {
              type: 'LineString',
              coordinates: [
                [lonAt(0), latAt(0)],
                [lonAt(2000), latAt(0)],
              ],
            },
          },
        ],
      }),
    ],
    'streets.geojson',
  );

/** [id, unit, metres east or null, 60+]; the last has no place. */
const doors: readonly (readonly [string, string, number | null, number])[] = [
  ['h1', 'v1', 100, 2],
  ['h2', 'v1', 700, 1],
  ['h3', 'v2', 730, 1],
  ['h4', 'v2', 1500, 3],
  ['h5', 'v2', null, 4],
];

export const householdsFile = (name = 'households.csv') =>
  new File(
    [
      text([
        [
          'household_id',
          'unit_code',
          'lon',
          'lat',
          'age_60_64',
          'age_65_74',
          'age_75_79',
          'age_80_plus',
        ],
        ...doors.map(([id, unit, x, old]) => [
          id,
          unit,
          x === null ? '' : lonAt(x),
          x === null ? '' : latAt(0),
          old,
          0,
          0,
          0,
        ]),
      ]),
    ],
    name,
  );

export const facilitiesFile = () =>
  new File(
    [
      text([
        ['facility_id', 'name', 'type', 'status', 'unit_code', 'lon', 'lat'],
        ['f1', '西站', 'home_care_station', 'operating', 'v1', lonAt(0), latAt(0)],
        ['f2', '东站', 'care_centre', 'closed', 'v2', lonAt(2000), latAt(0)],
      ]),
    ],
    'facilities.csv',
  );

export const unitsFile = () =>
  new File(
    [
      text([
        ['unit_code', 'parent_code', 'name', 'level', 'kind'],
        ['c', '', '小城', 'city', ''],
        ['v1', 'c', '西村', 'village', 'villagers_committee'],
        ['v2', 'c', '东村', 'village', 'villagers_committee'],
      ]),
    ],
    'admin_units.csv',
  );

export const cityFiles = () => [streetsFile(), householdsFile(), facilitiesFile(), unitsFile()];
