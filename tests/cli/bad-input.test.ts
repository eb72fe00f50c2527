import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';
import { drawStreet } from './drawn-street';

const options = {
  '--network': 'streets.geojson',
  '--households': 'h.csv',
  '--facilities': 'f.csv',
  '--minutes': '15',
  '--speed': '0.8',
  '--out': 'out',
};
type Changes = Partial<Record<string, string | null>>;

/** The words of a whole coverage command with some options changed or, by null, left out. */
function coverage(changes: Changes = {}): string[] {
  return [
    'coverage',
    ...Object.entries({ ...options, ...changes }).flatMap(([option, value]) =>
      value === null ? [] : [option, value ?? ''],
    ),
  ];
}

/** Files of which each is wrong in one way. */
const files: Record<string, string | Uint8Array> = {
  'empty.csv': '',
  'head.csv': 'id,lon,lat\n',
  'column.csv': 'id,lon\na,1\n',
  'swapped.csv': 'id,lon,lat\na,0,0\nb,26.2,117.6\n',
  'text.csv': 'id,lon,lat\na,0.001,0\nb,0.002,zero\n',
  'cut.csv': 'id,lon,lat\na,0.001,0\nb,0.0',
  'twice.csv': 'id,lon,lat\na,0.001,0\nb,0.002,0\na,0.003,0\n',
  'weight.csv': 'id,lon,lat,people\na,0.001,0,many\n',
  'far.csv': 'id,lon,lat\na,10,10\n',
  'planned.csv': 'id,lon,lat,status\na,0.001,0,planned\n',
  'type.csv': 'id,lon,lat,type\na,0.001,0,hospital\n',
  'cut.geojson': '{"type":"FeatureCollection","features":[{"type":"Fea',
  'table.docx': 'x',
  'words.osm.pbf': 'this is no PBF at all',
  'head.osm.pbf': Uint8Array.of(0, 0, 0, 13, 10, 9, ...Buffer.from('OSMHeader'), 24, 100),
  'cut.osm': '<?xml version="1.0"?><osm><node id="1" lat="0" lon="0"/><way id="1"><nd ref=',
  'cut.osm.gz': gzipSync('<?xml version="1.0"?><osm></osm>').subarray(0, 20),
  'none.geojson': '{"type":"FeatureCollection","features":[]}',
  'empty.osm.pbf': '',
  'u.csv': 'unit_code,name,level\n350421000000,明溪县,province\n',
};

/** What is asked, and what the answer must name: file, row, remedy. */
const cases: [string, string[], RegExp[]][] = [
  ['a missing option', coverage({ '--speed': null }), [/--speed/]],
  ['a missing input', coverage({ '--facilities': null }), [/--facilities/]],
  ['an unknown option', [...coverage(), '--sped', '1'], [/--sped/, /--help/]],
  ['an option without its value', coverage({ '--minutes': '--speed' }), [/--minutes/]],
  ['an option twice', [...coverage(), '--speed', '1'], [/--speed.*twice/]],
  ['a speed of 0', coverage({ '--speed': '0' }), [/--speed.*"0"/]],
  ['a negative speed', coverage({ '--speed': '-0.8' }), [/--speed.*"-0\.8"/]],
  ['a speed no one walks', coverage({ '--speed': '80' }), [/--speed.*"80"/]],
  ['a speed in words', coverage({ '--speed': 'fast' }), [/--speed.*"fast"/]],
  ['minutes of 0', coverage({ '--minutes': '0' }), [/--minutes.*"0"/]],
  ['a negative cap', coverage({ '--max-snap': '-1' }), [/--max-snap.*"-1"/]],
  [
    'a type there is not',
    coverage({ '--types': 'hospital' }),
    [/--types.*"hospital"/, /care_centre/],
  ],
  ['a stray word', [...coverage(), 'extra'], [/"extra"/]],
  ['data and files together', coverage({ '--data': '.' }), [/--data.*--network/]],
  ['an unknown command', ['coverge'], [/"coverge"/, /coverage/]],
  ['an unknown language', ['coverage', '--lang', 'fr'], [/--lang.*"fr"/, /zh, en/]],
  ['a missing file', coverage({ '--households': 'gone.csv' }), [/gone\.csv/]],
  ['a folder in place of a file', coverage({ '--households': '.' }), [/folder/]],
  [
    'a missing data folder',
    ['coverage', '--data', 'gone', '--minutes', '15', '--speed', '1', '--out', 'out'],
    [/gone/],
  ],
  [
    'a data folder without its manifest',
    ['coverage', '--data', '.', '--minutes', '15', '--speed', '1', '--out', 'out'],
    [/manifest\.json/],
  ],
  ['an empty table', coverage({ '--households': 'empty.csv' }), [/empty\.csv/]],
  ['a table without rows', coverage({ '--households': 'head.csv' }), [/head\.csv/]],
  ['a missing column', coverage({ '--households': 'column.csv' }), [/column\.csv.*"lat"/]],
  ['a missing weight', coverage({ '--weight': 'souls' }), [/h\.csv.*"souls"/]],
  [
    'a weight in words',
    coverage({ '--households': 'weight.csv', '--weight': 'people' }),
    [/weight\.csv, row 2.*"people".*"many"/],
  ],
  [
    'latitude and longitude swapped',
    coverage({ '--facilities': 'swapped.csv' }),
    [/swapped\.csv, row 3/, /Exchange/],
  ],
  [
    'text for a number',
    coverage({ '--facilities': 'text.csv' }),
    [/text\.csv, row 3.*"lat".*"zero"/],
  ],
  ['a cut-off table', coverage({ '--households': 'cut.csv' }), [/cut\.csv, row 3.*cut off/]],
  ['an id twice', coverage({ '--households': 'twice.csv' }), [/twice\.csv, row 4.*row 2.*"a"/]],
  [
    'a type the schema has not',
    coverage({ '--facilities': 'type.csv' }),
    [/type\.csv, row 2.*"hospital"/, /care_centre/],
  ],
  [
    'no facility near the streets',
    coverage({ '--facilities': 'far.csv' }),
    [/far\.csv/, /--max-snap/],
  ],
  [
    'no facility that counts',
    coverage({ '--facilities': 'planned.csv' }),
    [/planned\.csv/, /--statuses/],
  ],
  ['a level the schema has not', coverage({ '--units': 'u.csv' }), [/u\.csv, row 2.*"province"/]],
  ['units without households’ units', coverage({ '--units': 'u2.csv' }), [/h\.csv.*"unit_code"/]],
  ['a cut-off GeoJSON table', coverage({ '--households': 'cut.geojson' }), [/cut\.geojson/]],
  ['a format nobody knows', coverage({ '--households': 'table.docx' }), [/table\.docx.*\.csv/]],
  ['a PBF that is none', coverage({ '--network': 'words.osm.pbf' }), [/words\.osm\.pbf/]],
  ['a PBF that breaks off', ['network', 'head.osm.pbf', '--out', 'n'], [/head\.osm\.pbf/]],
  ['an empty street file', ['network', 'empty.osm.pbf', '--out', 'n'], [/empty\.osm\.pbf/]],
  ['a cut-off OSM XML', ['network', 'cut.osm', '--out', 'n'], [/cut\.osm/]],
  ['a cut-off gzip', ['network', 'cut.osm.gz', '--out', 'n'], [/cut\.osm\.gz/]],
  ['a cut-off street GeoJSON', ['network', 'cut.geojson', '--out', 'n'], [/cut\.geojson/]],
  ['streets without a street', ['network', 'none.geojson', '--out', 'n'], [/none\.geojson/]],
  ['a cut-off saved network', ['network', 'cut.network', '--out', 'n'], [/cut\.network/]],
  ['a damaged saved network', ['network', 'damaged.network', '--out', 'n'], [/damaged\.network/]],
  ['no input', ['network', '--out', 'n'], [/INPUT/]],
  ['a folder as the output file', ['network', 'streets.geojson', '--out', '.'], [/folder/]],
  ['a file as the output folder', coverage({ '--out': 'h.csv' }), [/h\.csv.*folder/]],
  ['an output below a file', coverage({ '--out': 'h.csv/out' }), [/out/]],
  [
    'points far from the streets',
    [
      'isochrone',
      '--network',
      'streets.geojson',
      '--points',
      'far.csv',
      '--minutes',
      '5',
      '--speed',
      '1',
      '--out',
      'r',
    ],
    [/far\.csv/],
  ],
  [
    'minutes that are none',
    [
      'isochrone',
      '--network',
      'streets.geojson',
      '--points',
      'f.csv',
      '--minutes',
      '5,,15',
      '--speed',
      '1',
      '--out',
      'r',
    ],
    [/--minutes/],
  ],
  [
    'origins without rows',
    [
      'times',
      '--network',
      'streets.geojson',
      '--origins',
      'head.csv',
      '--destinations',
      'f.csv',
      '--speed',
      '1',
      '--out',
      't',
    ],
    [/head\.csv/],
  ],
];

describe('bad input', () => {
  let place: Workplace;
  let before: string[];
  let ended: ReturnType<Workplace['runEach']>;
  beforeAll(() => {
    place = new Workplace();
    drawStreet(place);
    for (const [name, content] of Object.entries(files)) place.write(name, content);
    place.write('u2.csv', 'unit_code,name,level\n350421000000,明溪县,county\n');
    place.run('network', 'streets.geojson', '--out', 'whole.network');
    const whole = place.bytes('whole.network');
    place.write('cut.network', whole.subarray(0, whole.length - 9));
    whole[whole.length - 5] ^= 1;
    place.write('damaged.network', whole);
    before = place.names();
    ended = place.runEach(cases.map(([, words]) => words));
  });
  afterAll(() => place.clear());

  it.each(cases.map(([what, , named], i) => [what, i, named] as const))(
    '%s: exit code 2, what, where and what to do, nothing left behind',
    (_, i, named) => {
      const { names, ...answer } = ended[i];
      expect(answer.stderr).toMatch(/^Error: /m);
      for (const pattern of named) expect(answer.stderr).toMatch(pattern);
      expect(answer.stderr).not.toMatch(/\{\w+\}|undefined|\n\s+at /);
      expect(answer).toMatchObject({ code: 2, stdout: '' });
      expect(names).toEqual(before);
    },
  );

  it('leaves an earlier result untouched', () => {
    expect(place.run(...coverage()).code).toBe(0);
    const before = place.bytes('out/coverage_households.csv');
    expect(place.run(...coverage({ '--facilities': 'far.csv' })).code).toBe(2);
    expect(place.bytes('out/coverage_households.csv').equals(before)).toBe(true);
  });

  it('says it in Chinese where the system speaks it, or none', () => {
    for (const LANG of ['zh_CN.UTF-8', 'C', '']) {
      const ended = place.runWith({ LANG }, ...coverage({ '--households': 'text.csv' }));
      expect(ended.stderr).toContain('错误： text.csv 第 3 行“lat”应为数字，却是“zero”');
    }
    const chosen = place.runWith(
      { LANG: 'zh_CN.UTF-8' },
      '--lang',
      'en',
      ...coverage({ '--speed': '0' }),
    );
    expect(chosen.stderr).toContain('Error:');
  });

  it('helps when nothing is asked', () => {
    for (const words of [[], ['--help'], ['help']]) {
      const ended = place.run(...words);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      for (const name of ['network', 'times', 'isochrone', 'coverage', ' 0 ', ' 1 ', ' 2 ']) {
        expect(ended.stdout).toContain(name);
      }
    }
    const own = place.run('coverage', '--help');
    expect(own.code).toBe(0);
    for (const { length } of [own.stdout]) expect(length).toBeGreaterThan(500);
    for (const option of [
      '--data',
      '--weight',
      '--max-snap',
      '--types',
      '--include-village-points',
    ]) {
      expect(own.stdout).toContain(option);
    }
    expect(place.run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
