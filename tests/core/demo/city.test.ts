/** The whole city: every total of every county, its streets, its size and its bytes. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateDemo, type Demo } from '../../../src/core/demo';
import { readTable, tableRequest } from '../../../src/core/import';
import { decodeNetwork, networkStatistics } from '../../../src/core/network';
import { readSources } from '../../../src/core/demo/sources';
import { textAt, type ColumnData } from '../../../src/core/store/columns';
import { contentHash } from './content-hash';
import { demoTexts } from './demo-sources';

const GOLDEN = '9e30d811c21aa5b6e5b958cd68696457f66693db79e9d509ba7495184aaf8db8';
let demo: Pick<Demo, 'files'>;
const bytesOf = (name: string) => demo.files.find((f) => f.name === name)!.bytes;

beforeAll(() => {
  demo = madeBefore() ?? generateDemo(demoTexts, { seed: 1 });
}, 300_000);

/** The city that `npm run demo` has made, its files in order, where there is one: it takes a minute. */
function madeBefore(): Pick<Demo, 'files'> | null {
  const folder = resolve(import.meta.dirname, '../../../static/demo');
  if (!existsSync(join(folder, 'manifest.json'))) return null;
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: Record<string, unknown>;
  };
  const names = Object.keys(files);
  return { files: names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })) };
}

describe('the demo city', () => {
  it('has the bytes it always had', () => {
    expect(contentHash(demo)).toBe(GOLDEN);
  });

  it('sums to the census in every county and column', async () => {
    const read = await readTable(
      bytesOf('households.parquet'),
      'households.parquet',
      tableRequest('households'),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const { rowCount, columns } = read.value;
    const integer = (name: string) =>
      (columns[name] as Extract<ColumnData, { kind: 'integer' }>).values;
    const collective = (columns.is_collective as Extract<ColumnData, { kind: 'boolean' }>).values;
    const [persons, a, b, c, d] = [
      'persons',
      'age_60_64',
      'age_65_74',
      'age_75_79',
      'age_80_plus',
    ].map(integer);
    const sums = new Map<string, number[]>();
    // Where a left-out zone's community has a host, both lie in one county: the code's first six digits hold.
    for (let row = 0; row < rowCount; row++) {
      const code = textAt(columns.unit_code, row)!.slice(0, 6);
      let sum = sums.get(code);
      if (!sum) sums.set(code, (sum = [0, 0, 0, 0, 0, 0, 0]));
      sum[0] += persons[row];
      sum[1] += collective[row] === 0 ? 1 : 0;
      sum[2] += collective[row] === 0 ? persons[row] : 0;
      sum[3] += a[row];
      sum[4] += b[row];
      sum[5] += c[row];
      sum[6] += d[row];
    }
    for (const { code, census } of readSources(demoTexts).counties) {
      expect(sums.get(code.slice(0, 6)), code).toEqual([
        census.residents,
        census.family_households,
        census.household_members,
        census.age_60_64,
        census.age_65_74,
        census.age_75_79,
        census.age_80_plus,
      ]);
    }
  });

  it('has 300,000 to 600,000 street points, over 99 % in one piece, and a few islands', () => {
    const network = decodeNetwork(bytesOf('streets.network'));
    if (!network.ok) throw new Error(network.problem.code);
    const { vertexCount, edgeCount, shapeLon } = network.value;
    const points = vertexCount + shapeLon.length - 2 * edgeCount;
    expect(points).toBeGreaterThan(300_000);
    expect(points).toBeLessThan(600_000);
    const figures = networkStatistics(network.value);
    expect(figures.largestShareByNodes).toBeGreaterThan(0.99);
    expect(figures.components).toBeGreaterThan(1);
    expect(figures.components).toBeLessThan(40);
  });

  it('is at most 15 MB compressed in what the page loads', () => {
    const loaded = demo.files.filter((f) => f.name !== 'terrain.tif');
    const size = loaded.reduce((sum, f) => sum + gzipSync(f.bytes).length, 0);
    expect(size).toBeLessThan(15e6);
  });

  it('draws only counties as true borders', () => {
    const { features } = JSON.parse(new TextDecoder().decode(bytesOf('areas.geojson'))) as {
      features: { properties: { unit_code: string; level: string; real: boolean } }[];
    };
    for (const { properties } of features)
      expect(properties.real).toBe(properties.level === 'county');
    const level = (name: string) => features.filter((f) => f.properties.level === name).length;
    expect(level('county')).toBe(11);
    expect(level('town')).toBe(141);
    expect(level('village')).toBe(1964);
  });
});
