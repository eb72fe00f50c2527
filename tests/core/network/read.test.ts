import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  buildNetwork,
  encodeNetwork,
  networkStatistics,
  readNetwork,
  readStreets,
  type Network,
} from '../../../src/core/network';
import { latAt, lonAt } from '../../fixtures/draw-streets';
import { fileBlock, writeOsmPbf, type PbfOptions, type PbfWay } from '../../fixtures/write-osm-pbf';

const text = (value: string) => new TextEncoder().encode(value);

/** A cross of two streets with a shared node 3, and a bridge 6–7 over node-less ground. */
const NODES = [
  { id: 1, lon: lonAt(-100), lat: latAt(0) },
  { id: 2, lon: lonAt(100), lat: latAt(0) },
  { id: 3, lon: lonAt(0), lat: latAt(0) },
  { id: 4, lon: lonAt(0), lat: latAt(-50) },
  { id: 5, lon: lonAt(0), lat: latAt(50) },
  { id: 6_000_000_006, lon: lonAt(50), lat: latAt(-20) },
  { id: 7_000_000_007, lon: lonAt(50), lat: latAt(20) },
];
const WAYS: readonly PbfWay[] = [
  { nodes: [1, 3, 2], tags: { highway: 'residential', name: '列东街' } },
  { nodes: [4, 3, 5], tags: { highway: 'footway' } },
  { nodes: [6_000_000_006, 7_000_000_007], tags: { highway: 'footway', bridge: 'yes' } },
  { nodes: [1, 4], tags: { highway: 'motorway' } },
  { nodes: [2, 5], tags: { building: 'yes' } },
];
const pbf = (options: PbfOptions = {}) => writeOsmPbf(NODES, WAYS, options);
const xml = () =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">` +
  NODES.map(({ id, lon, lat }) => `<node id="${id}" lon="${lon}" lat="${lat}"/>\n`).join('') +
  WAYS.map(
    ({ nodes, tags }, i) =>
      `<way id="${i + 1}">${nodes.map((id) => `<nd ref="${id}"/>`).join('')}` +
      `${Object.entries(tags)
        .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
        .join('')}</way>\n`,
  ).join('') +
  '</osm>\n';

const line = (points: number[][], properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates: points.map(([x, y]) => [lonAt(x), latAt(y)]) },
});
const geojson = (...features: unknown[]) =>
  text(JSON.stringify({ type: 'FeatureCollection', features }));

async function network(bytes: Uint8Array, options = {}): Promise<Network> {
  const result = await readNetwork(bytes, 'streets', undefined, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.network;
}
async function code(bytes: Uint8Array): Promise<string> {
  const result = await readNetwork(bytes, 'streets');
  return result.ok ? 'ok' : result.problem.code;
}

describe('the same streets in every format', () => {
  test.each<[string, Uint8Array]>([
    ['PBF', pbf()],
    ['PBF with plain nodes', pbf({ dense: false })],
    ['PBF uncompressed', pbf({ compress: false })],
    ['PBF of another granularity', pbf({ granularity: 10 })],
    ['XML', text(xml())],
    ['XML gzipped', gzipSync(text(xml()))],
  ])('%s', async (_, bytes) => {
    const read = await network(bytes);
    expect(networkStatistics(read)).toMatchObject({ nodes: 7, edges: 5, components: 2 });
    expect(networkStatistics(read).kilometres).toBeCloseTo(0.34, 4);
  });

  test('ways before nodes, deleted things and other roots', async () => {
    const ways = xml().replace(/(<node[^]*?\n)(<way[^]*)<\/osm>/, '$2$1</osm>');
    expect((await network(text(ways))).edgeCount).toBe(5);
    expect(await code(text('<gpx></gpx>'))).toBe('streets_xml_not_osm');
  });

  test('a saved network is read as it is', async () => {
    const built = await network(pbf());
    expect(await network(encodeNetwork(built))).toEqual(built);
    const streets = await readStreets(encodeNetwork(built), 'streets.network');
    expect(streets.ok && buildNetwork(streets.value.lines)).toEqual(built);
  });
});

test('a way whose nodes are partly beyond the border is cut there, and said so', async () => {
  const streets = await readStreets(
    writeOsmPbf(NODES, [{ nodes: [1, 3, 99, 2, 5, 98], tags: { highway: 'path' } }]),
    'cut.pbf',
  );
  if (!streets.ok) throw new Error(streets.problem.code);
  expect(streets.value.notes).toEqual([{ code: 'streets_cut_at_border', params: { count: 2 } }]);
  expect(buildNetwork(streets.value.lines).edgeCount).toBe(2);
});

describe('layers of line GeoJSON', () => {
  const under = line([[-50, 0], [0, 0], [50, 0]], { highway: 'residential' }); // prettier-ignore
  const over = [[0, -50], [0, 0], [0, 50]]; // prettier-ignore

  test('middles join on one layer only', async () => {
    expect((await network(geojson(under, line(over, { highway: 'path' })))).componentCount).toBe(1);
    for (const tags of [{ layer: '1' }, { bridge: 'yes' }, { tunnel: 'yes' }, { layer: -1 }]) {
      const read = await network(geojson(under, line(over, { highway: 'path', ...tags })));
      expect([read.componentCount, read.edgeCount]).toEqual([2, 2]);
    }
  });

  test('a bridge joins the street at its ends', async () => {
    const bridge = line([[50, 0], [150, 0]], { highway: 'path', bridge: 'yes' }); // prettier-ignore
    const sideways = line([[0, 0], [0, 50]], { highway: 'path', layer: '1' }); // prettier-ignore
    expect((await network(geojson(under, bridge))).componentCount).toBe(1);
    expect((await network(geojson(under, sideways))).componentCount).toBe(1);
  });

  test('where two layers cross, an end joins its own, or the nearest', async () => {
    const bridge = line(over, { highway: 'path', layer: '2' });
    const ramp = line([[0, 0], [30, 30]], { highway: 'steps', layer: '3' }); // prettier-ignore
    const lane = line([[0, 0], [-30, 30]], { highway: 'path' }); // prettier-ignore
    const read = await network(geojson(under, bridge, ramp, lane));
    expect(read.componentCount).toBe(2);
    expect(read.edgeCount).toBe(6);
    const sizes = [0, 1].map((c) => read.vertexComponent.filter((of) => of === c).length);
    expect(sizes).toEqual([4, 4]);
  });
});

describe('lines of a bureau', () => {
  test('without any highway tag all lines are streets, but not rivers and railways', async () => {
    const file = geojson(
      line([[0, 0], [50, 0]], { 道路名称: '列东街' }), // prettier-ignore
      line([[50, 0], [50, 50]], null), // prettier-ignore
      line([[0, 0], [0, 90]], { waterway: 'river' }), // prettier-ignore
    );
    const read = await readStreets(file, 'roads.geojson');
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.notes[0]).toEqual({ code: 'streets_untagged', params: { count: 2 } });
    expect(networkStatistics(buildNetwork(read.value.lines)).kilometres).toBeCloseTo(0.1, 4);
  });

  test('among tagged ones, what is no highway is no street; squares count by their outline', async () => {
    const square = {
      type: 'Feature',
      properties: { highway: 'pedestrian', area: 'yes' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [[0, 0], [50, 0], [50, 50], [0, 0]].map(([x, y]) => [lonAt(x), latAt(y)]), // prettier-ignore
        ],
      },
    };
    const read = await network(geojson(square, line([[50, 50], [90, 50]], { power: 'line' }))); // prettier-ignore
    expect([read.vertexCount, read.edgeCount]).toEqual([1, 1]);
  });
});

describe('bad input is a problem with a code', () => {
  const badNode = xml().replace(`lon="${lonAt(-100)}"`, 'lon="abc"');
  const hugeBlob = pbf({
    blob: (content, writer) => {
      writer.writeVarintField(2, 2 ** 31);
      writer.writeBytesField(3, content);
    },
  });
  test.each<[string, Uint8Array]>([
    ['streets_empty', new Uint8Array(0)],
    ['streets_unknown_format', text('id,lon,lat\n1,2,3')],
    ['streets_unknown_format', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0])],
    ['streets_none', pbfOf([])],
    ['streets_none', geojson({ type: 'Feature', properties: {}, geometry: null })],
    ['streets_none', text('<osm></osm>')],
    ['streets_none_walkable', pbfOf([{ nodes: [1, 2], tags: { highway: 'motorway' } }])],
    ['streets_none_walkable', geojson(line([[0, 0], [1, 1]], { highway: 'motorway' }))], // prettier-ignore
    ['streets_nodes_missing', writeOsmPbf([], WAYS)],
    ['streets_pbf_feature', pbf({ features: ['HistoricalInformation'] })],
    ['streets_pbf_compression', pbf({ blob: (c, w) => w.writeBytesField(7, c) })],
    ['streets_damaged', hugeBlob],
    ['streets_cut_off', pbf().subarray(0, pbf().length - 5)],
    ['streets_not_geojson', text('{"type":"Topology"}')],
    ['streets_cut_off', geojson(line([[0, 0], [1, 1]])).subarray(0, 90)], // prettier-ignore
    ['streets_damaged', text('{"type":"FeatureCollection",,"features":[]}')],
    ['streets_xml_cut_off', text(xml().slice(0, -20))],
    ['streets_xml_damaged', text(xml().replace('</way>', '</relation>'))],
    ['streets_xml_number', text(badNode)],
    ['streets_cut_off', gzipSync(text(xml())).subarray(0, 200)],
  ])('%s', async (expected, bytes) => expect(await code(bytes)).toBe(expected));

  function pbfOf(ways: Parameters<typeof writeOsmPbf>[1]) {
    return writeOsmPbf(NODES, ways);
  }

  test('places off the globe and projected ones', async () => {
    const swapped = { type: 'LineString', coordinates: [[26, 117], [26, 118]] }; // prettier-ignore
    expect(await code(text(JSON.stringify(swapped)))).toBe('streets_off_globe');
    const projected = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4548' } },
      features: [line([[0, 0], [1, 1]])], // prettier-ignore
    };
    expect(await code(text(JSON.stringify(projected)))).toBe('streets_projected');
  });

  test('a lying ring of blobs ends', async () => {
    const junk = fileBlock('OSMData', new Uint8Array(100).fill(0xff), { compress: false });
    const bytes = new Uint8Array(pbf().length + junk.length);
    bytes.set(pbf());
    bytes.set(junk, pbf().length);
    expect(await code(bytes)).toBe('streets_damaged');
  });
});

test('every cut and every changed byte of a PBF gives a problem or streets, never a throw', async () => {
  const whole = pbf();
  for (let length = 1; length < whole.length; length++) {
    expect(await code(whole.subarray(0, length))).not.toBe('ok');
  }
  for (const source of [whole, pbf({ compress: false })]) {
    for (let i = 0; i < source.length; i++) {
      const broken = source.slice();
      broken[i] ^= 0x55;
      await readNetwork(broken, 'broken.pbf');
    }
  }
});
