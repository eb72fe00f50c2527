import { describe, expect, it } from 'vitest';
import {
  readTileAddress,
  shiftOf,
  tiandituAddress,
  tiandituAddresses,
  vectorLayers,
} from '../../../src/core/basemap';

/** The template of an address that must be readable, filled for one tile. */
function tile(address: string, key = ''): string {
  const read = readTileAddress(address, key);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.template.replace('{z}', '9').replace('{x}', '422').replace('{y}', '218');
}
const problemOf = (address: string, key = '') => {
  const read = readTileAddress(address, key);
  return read.ok ? null : read.problem;
};

describe('addresses of tiles', () => {
  it('asks 天地图 for a picture and its names in Web Mercator, with the key', () => {
    const read = tiandituAddresses('vector', tiandituAddress, ' a1b2 ');
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.map(({ template }) => template)).toEqual([
      'https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&VERSION=1.0.0&STYLE=default&FORMAT=tiles&REQUEST=GetTile&LAYER=vec&TILEMATRIXSET=w&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=a1b2',
      'https://t0.tianditu.gov.cn/cva_w/wmts?SERVICE=WMTS&VERSION=1.0.0&STYLE=default&FORMAT=tiles&REQUEST=GetTile&LAYER=cva&TILEMATRIXSET=w&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=a1b2',
    ]);
    expect(read.value[0].origin).toBe('https://t0.tianditu.gov.cn');
    expect(tiandituAddresses('imagery', tiandituAddress, '')).toMatchObject({
      ok: false,
      problem: { code: 'basemap_key_missing' },
    });
  });

  it('takes templates by value, by path and plain, whatever the names of their places', () => {
    expect(tile('http://10.1.2.3:8080/t/{z}/{x}/{y}.png')).toBe(
      'http://10.1.2.3:8080/t/9/422/218.png',
    );
    expect(
      tile(
        'https://gis.example/vec/{Style}/w/{TileMatrix}/{TileRow}/{TileCol}.png?tk={key}',
        'k&1',
      ),
    ).toBe('https://gis.example/vec/default/w/9/218/422.png?tk=k%261');
    expect(tile('https://gis.example/DataServer?T=vec_w&x={x}&y={y}&l={z}', 'k')).toBe(
      'https://gis.example/DataServer?T=vec_w&x=422&y=218&l=9&tk=k',
    );
  });

  it('completes the address of a service, and of one that describes itself', () => {
    const address =
      'https://gis.example/wmts?service=WMTS&request=GetCapabilities&layer=base&tilematrixset=EPSG:900913';
    expect(tile(address)).toBe(
      'https://gis.example/wmts?SERVICE=WMTS&VERSION=1.0.0&STYLE=&FORMAT=image/png&REQUEST=GetTile&LAYER=base&TILEMATRIXSET=EPSG:900913&TILEMATRIX=EPSG:900913:9&TILEROW=218&TILECOL=422',
    );
    expect(problemOf('https://gis.example/wmts')).toEqual({
      code: 'basemap_incomplete',
      params: { missing: 'LAYER, TILEMATRIXSET' },
    });
  });

  it('refuses sets in degrees, names the twin, and does not repeat the key', () => {
    expect(problemOf('https://t0.tianditu.gov.cn/vec_c/wmts?tk=secret')).toEqual({
      code: 'basemap_degrees',
      params: { twin: 'https://t0.tianditu.gov.cn/vec_w/wmts' },
    });
    expect(problemOf('https://a.example/wmts?LAYER=vec&TILEMATRIXSET=c')?.params.twin).toContain(
      'TILEMATRIXSET=w',
    );
    expect(problemOf('https://a.example/EPSG:4490/{z}/{y}/{x}')?.params.twin).toBe(
      'https://a.example/EPSG:3857/{z}/{y}/{x}',
    );
    expect(problemOf('https://a.example/c/tiles/{z}/{x}/{y}')).toBeNull();
  });

  it('refuses what is no address and places it does not know', () => {
    expect(problemOf('t0.tianditu.gov.cn')?.code).toBe('basemap_address_unreadable');
    expect(problemOf('javascript:alert(1)')?.code).toBe('basemap_address_unreadable');
    expect(problemOf('https://a.example/{z}/{x}/{y}?v={version}')).toEqual({
      code: 'basemap_placeholder',
      params: { placeholder: '{version}' },
    });
  });

  it('knows whose tiles are moved', () => {
    expect(shiftOf('https://webrd01.is.autonavi.com')).toBe('gcj02');
    expect(shiftOf('http://rt0.map.gtimg.com:80')).toBe('gcj02');
    expect(shiftOf('https://maponline0.bdimg.com')).toBe('bd09');
    expect(shiftOf('https://t0.tianditu.gov.cn')).toBeNull();
    expect(shiftOf('https://notamap.com.example')).toBeNull();
  });
});

it('judges the layers of a vector file by name, without borders', () => {
  const layers = vectorLayers([
    { id: 'water', fields: { 'name:zh': 'String', name: 'String' } },
    { id: 'transportation', fields: {} },
    { id: 'boundary', fields: {} },
    { id: 'place', fields: { MC: 'String' } },
    { id: 'dike', fields: null },
    'nonsense',
  ]);
  expect(layers).toEqual([
    { id: 'water', meaning: 'water', nameField: 'name:zh' },
    { id: 'transportation', meaning: 'road', nameField: null },
    { id: 'place', meaning: 'place', nameField: 'MC' },
    { id: 'dike', meaning: 'other', nameField: null },
  ]);
  expect(vectorLayers(undefined)).toEqual([]);
});
