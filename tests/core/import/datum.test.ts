/**
 * The datum detective before households of the demo city, shifted through every system by proj4 and
 * gcoord. The demo is generated; its areas, seats and streets are evidence here because the points
 * are generated with them.
 */
import { existsSync, readFileSync } from 'node:fs';
import gcoord from 'gcoord';
import proj4 from 'proj4';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateDemo } from '../../../src/core/demo';
import { randomStream } from './random';
import { parseCoordinate } from '../../../src/core/import/mend/angles';
import { systemKind, systemNamed, toWgs84 } from '../../../src/core/import/place/systems';
import { areasOf, detectDatum, readTable, tableRequest, UnitIndex } from '../../../src/core/import';
import type { PlaceEvidence } from '../../../src/core/import';
import { buildSnapIndex, decodeNetwork } from '../../../src/core/network';
import { textAt, type ColumnData } from '../../../src/core/store/columns';
import { demoTexts } from '../demo/demo-sources';
import { sanmingEvidence } from '../../fixtures/import/evidence';

const TRIALS = 40;
const POINTS = 50;

type Shift = (lon: number, lat: number) => readonly [number, number];
const projected =
  (definition: string): Shift =>
  (lon, lat) =>
    proj4('EPSG:4326', definition, [lon, lat]) as [number, number];
const tmerc = (meridian: number, east: number) =>
  projected(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${east} +ellps=GRS80`);
const systems: Record<string, Shift> = {
  wgs84: (lon, lat) => [lon, lat],
  gcj02: (lon, lat) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02) as [number, number],
  bd09: (lon, lat) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.BD09) as [number, number],
  'EPSG:4527': tmerc(117, 39_500_000),
  'EPSG:4548': tmerc(117, 500_000),
  'EPSG:4528': tmerc(120, 40_500_000),
  'EPSG:4549': tmerc(120, 500_000),
  'EPSG:3857': projected('EPSG:3857'),
};

let households: {
  lon: Float64Array;
  lat: Float64Array;
  code: (row: number) => string;
  rows: number[][];
};
let known: {
  areas: PlaceEvidence['areas'];
  seats: PlaceEvidence['seats'];
  streets: PlaceEvidence['streets'];
  counties: PlaceEvidence['counties'];
};

beforeAll(async () => {
  const bytes = demoFiles();
  const table = await readTable(
    bytes('households.parquet'),
    'households.parquet',
    tableRequest('households'),
  );
  const units = await readTable(
    bytes('admin_units.csv'),
    'admin_units.csv',
    tableRequest('admin_units'),
  );
  const network = decodeNetwork(bytes('streets.network'), 'streets.network');
  if (!table.ok || !units.ok || !network.ok) throw new Error('demo');
  const { columns, rowCount } = table.value;
  const numbers = (column: ColumnData) =>
    (column as Extract<ColumnData, { kind: 'number' }>).values;
  const code = (row: number) => textAt(columns.unit_code, row) ?? '';
  const byCounty = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row++) {
    if (
      Number.isNaN(numbers(columns.lon)[row]) ||
      textAt(columns.location_precision, row) !== 'door'
    )
      continue;
    const county = code(row).slice(0, 6);
    const own = byCounty.get(county);
    if (own) own.push(row);
    else byCounty.set(county, [row]);
  }
  households = {
    lon: numbers(columns.lon),
    lat: numbers(columns.lat),
    code,
    rows: [...byCounty.values()],
  };
  known = {
    counties: (await sanmingEvidence()).counties,
    areas: areasOf(bytes('areas.geojson')),
    seats: new UnitIndex(units.value),
    streets: buildSnapIndex(network.value),
  };
}, 300_000);

/** The demo as it lies there for the page, else made anew, which takes a minute. */
function demoFiles(): (name: string) => Uint8Array {
  const folder = new URL('../../../static/demo/', import.meta.url);
  if (existsSync(new URL('manifest.json', folder))) {
    return (name) => new Uint8Array(readFileSync(new URL(name, folder)));
  }
  const demo = generateDemo(demoTexts, { seed: 1 });
  return (name) => demo.files.find((file) => file.name === name)!.bytes;
}

/** Fifty households over the eleven counties, written in a system, perhaps with north first. */
function draw(random: () => number, shift: Shift, isSwapped: boolean, points = POINTS) {
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  const codes: string[] = [];
  for (let i = 0; i < points; i++) {
    const rows = households.rows[Math.floor(random() * households.rows.length)];
    const row = rows[Math.floor(random() * rows.length)];
    const [a, b] = shift(households.lon[row], households.lat[row]);
    [x[i], y[i]] = isSwapped ? [b, a] : [a, b];
    codes.push(households.code(row));
  }
  return { x, y, codes };
}

interface Trials {
  readonly points?: number;
  /** What becomes of a coordinate on its way through a file. */
  readonly written?: (value: number) => number;
  readonly among?: Record<string, Shift>;
}

async function trials(
  evidence: Partial<PlaceEvidence>,
  { points, written = (value) => value, among = systems }: Trials = {},
) {
  const full: PlaceEvidence = {
    counties: known.counties,
    areas: null,
    seats: null,
    streets: null,
    ...evidence,
  };
  const random = randomStream(7);
  const counts = { right: 0, uncertain: 0, wrong: 0 };
  const odd: string[] = [];
  for (const [datum, shift] of Object.entries(among)) {
    for (let trial = 0; trial < TRIALS; trial++) {
      const isSwapped = trial % 4 === 3;
      const { x, y, codes } = draw(random, shift, isSwapped, points);
      const [a, b] = [x.map(written), y.map(written)];
      const answer = await detectDatum(a, b, (row) => codes[row], full);
      const isRight = answer.best?.datum === datum && answer.best.isSwapped === isSwapped;
      const verdict = answer.status !== 'certain' ? 'uncertain' : isRight ? 'right' : 'wrong';
      counts[verdict]++;
      if (verdict !== 'right')
        odd.push(
          `${datum} ${verdict} ${answer.best?.datum} ${answer.reason} ${answer.margin.toFixed(1)}`,
        );
    }
  }
  return { ...counts, odd };
}

describe('the datum detective at fifty points', () => {
  it.each([
    ['village areas', () => ({ areas: known.areas })],
    ['village seats', () => ({ seats: known.seats })],
    ['streets', () => ({ streets: known.streets })],
    ['areas and streets', () => ({ areas: known.areas, streets: known.streets })],
  ])('with %s', async (_, evidence) => {
    const { right, wrong, odd } = await trials(evidence());
    expect(wrong, odd.join('\n')).toBe(0);
    expect(right, odd.join('\n')).toBeGreaterThanOrEqual(
      0.99 * TRIALS * Object.keys(systems).length,
    );
  });

  it.each([2, 5, 12])('with %i points is never wrong, whatever the evidence', async (points) => {
    for (const evidence of [{ seats: known.seats }, { streets: known.streets }]) {
      const { wrong, odd } = await trials(evidence, { points });
      expect(wrong, odd.join('\n')).toBe(0);
    }
  });

  it('reads degrees, minutes and seconds as well', async () => {
    const degrees = (['wgs84', 'gcj02', 'bd09'] as const).map((id) => [id, systems[id]] as const);
    const among: Record<string, Shift> = Object.fromEntries(degrees);
    const written = (value: number) => {
      const tenths = Math.round(value * 36_000);
      const [d, m, s] = [36_000, 600, 10].map((unit, i) =>
        i === 2 ? (tenths % 600) / unit : Math.floor((tenths % [1e9, 36_000][i]) / unit),
      );
      return parseCoordinate(`${d}°${m}′${s}″`);
    };
    const { right, wrong, odd } = await trials({ areas: known.areas }, { written, among });
    expect(wrong, odd.join('\n')).toBe(0);
    expect(right, odd.join('\n')).toBeGreaterThanOrEqual(0.99 * TRIALS * degrees.length);
  });

  it('without villages or streets tells projections, never what lies 600 m apart', async () => {
    const { uncertain, wrong, odd } = await trials({});
    expect(wrong, odd.join('\n')).toBe(0);
    expect(uncertain).toBe(3 * TRIALS);
  });
});

it.each([
  'Xian_1980_3_Degree_GK_Zone_39',
  '1980西安坐标系',
  'Beijing_1954_GK_Zone_20N',
  '北京54',
  '三明市地方坐标系',
  'EPSG:2363',
  'EPSG:2415',
])('%s is named uncalibrated and never converted', async (text) => {
  const named = systemNamed(text)!;
  expect(systemKind(named)).toBe('uncalibrated');
  expect(await toWgs84(named)).toBeNull();
});
