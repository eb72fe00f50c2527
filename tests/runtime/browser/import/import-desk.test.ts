/** The import's worker as the page drives it, over the small city that is open in the engine. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEngineApi } from '../../../../src/runtime/browser/engine';
import { ImportDesk } from '../../../../src/runtime/browser/import/import-desk';
import type { BatchView, JoinMode } from '../../../../src/runtime/browser/data/import-data';
import { defaultParameters } from '../../../../src/runtime/browser/data/default-parameters';
import { facilityRecords } from '../../../../src/runtime/browser/data/facility-records';
import { cityFiles, streetsFile } from '../small-city';

const silent = () => undefined;
const chosen = (name: string, text: string) => ({ name, file: new File([text], name) });

const raster = (name: string) => {
  const bytes = readFileSync(`tests/fixtures/import/written/${name}`);
  return { name, file: new File([bytes], name) };
};

type Chosen = ReturnType<typeof chosen>;

async function opened(...files: Chosen[]) {
  const engine = createEngineApi();
  const city = await engine.open({ kind: 'files', files: cityFiles() }, silent, silent);
  if (!city.ok) throw new Error(city.problem.code);
  return { engine, ...(await openedIn(engine, ...files)) };
}

async function openedIn(engine: Engine, ...files: Chosen[]) {
  const desk = new ImportDesk();
  const { port1, port2 } = new MessageChannel();
  engine.lendPlaces(port1 as unknown as MessagePort);
  const view = await desk.open(files, port2 as unknown as MessagePort, {}, silent);
  if (!view.ok) throw new Error(view.problem.code);
  return { desk, view: view.value };
}

async function read(desk: ImportDesk): Promise<readonly BatchView[]> {
  const batches = await desk.read(undefined, silent);
  if (!batches.ok) throw new Error(batches.problem.code);
  return batches.value.batches;
}

type Engine = ReturnType<typeof createEngineApi>;
async function join(engine: Engine, desk: ImportDesk, mode: JoinMode, joinsOpenCity = true) {
  const { port1, port2 } = new MessageChannel();
  desk.send(port1 as unknown as MessagePort, !joinsOpenCity);
  const plan = { joinsOpenCity, mode, title: '新城' };
  return engine.join(port2 as unknown as MessagePort, plan, 1, silent, silent);
}

const register = [
  '小城设施统计表',
  '填报单位：小城民政局',
  '设施编号,设施名称,类型,村(社区),床位数,负责人,经度,纬度,坐标系',
  'f2,东站,居家养老服务站,东村,约12,张三,117.602,26.26,WGS84',
  'f3,新站,农村幸福院,西村,—,李四,,,',
  '合计,,,,,,,,',
].join('\n');

describe('an import under way', () => {
  it('shows what was understood, and takes corrections', async () => {
    const { desk, view } = await opened(chosen('设施.csv', register));
    const [sheet] = view.sheets;
    expect([sheet.table, sheet.headerRow]).toEqual(['facilities', 3]);
    const fieldOf = (header: string) => sheet.columns.find((one) => one.header === header)?.field;
    expect(fieldOf('床位数')).toBe('beds');
    expect(fieldOf('负责人')).toBe('person_name');
    expect(sheet.understood.heads).not.toContain('person_name');
    expect(JSON.stringify(sheet.understood)).not.toContain('张三');

    const mapping = Object.fromEntries(sheet.columns.map(({ header, field }) => [header, field]));
    const corrected = desk.understand(sheet.id, {
      table: 'facilities',
      mapping: { ...mapping, 床位数: 'day_places' },
    });
    expect(corrected.understood.heads).toContain('day_places');
    expect(corrected.understood.heads).not.toContain('beds');
  });

  it('keeps people out of reports, and lists rows without a place for a pin', async () => {
    const { desk } = await opened(chosen('设施.csv', register));
    const [batch] = await read(desk);
    expect(batch.account).toMatchObject({ rowsRead: 3, rowsKept: 2 });
    expect(batch.privateColumns).toEqual(['负责人']);
    const report = await (await desk.report(0, 'json', 'zh')).blob.text();
    expect(report).not.toMatch(/张三|李四/);
    expect(batch.unplaced.map(({ label, number }) => [label, number])).toEqual([['新站', 5]]);

    const pinned = await desk.pin(0, batch.unplaced[0].row, [117.601, 26.26]);
    expect(pinned.unplaced[0]).toMatchObject({ lon: 117.601, lat: 26.26 });
    expect(desk.locate(0, '设施.csv', 5)).toEqual([117.601, 26.26]);
  });

  it('is joined into the open city, which comes back when the import is undone', async () => {
    const { engine, desk } = await opened(chosen('设施.csv', register));
    const before = await engine.coverage(defaultParameters, 1, silent);
    if (!before.ok) throw new Error(before.problem.code);
    await read(desk);
    await desk.settle(0, 'wgs84');
    const joined = await join(engine, desk, 'add');
    if (!joined.ok) throw new Error(joined.problem.code);
    const facilities = facilityRecords(joined.value.city.facilities);
    expect(facilities.map(({ id, status }) => [id, status])).toEqual([
      ['f1', 'operating'],
      ['f2', 'closed'],
      ['f3', null],
    ]);
    expect(facilities[1].fields).toMatchObject({ beds: 12, type: 'home_care_station' });
    expect(joined.value.changes).toMatchObject([
      { table: 'facilities', before: 2, after: 3, added: 1, changed: 1, removed: 0 },
    ]);

    expect(engine.undoJoin().ok).toBe(true);
    const after = await engine.coverage(defaultParameters, 1, silent);
    if (!after.ok) throw new Error(after.problem.code);
    expect(after.value.units).toEqual(before.value.units);
    expect(engine.undoJoin().ok).toBe(false);
  });

  it('leaves the open city alone when nothing can be made of the files', async () => {
    const { engine, desk } = await opened(chosen('设施.csv', register));
    await read(desk);
    const joined = await join(engine, desk, 'replace', false);
    expect(joined).toMatchObject({ ok: false, problem: { code: 'streets_missing' } });
    expect((await engine.coverage(defaultParameters, 1, silent)).ok).toBe(true);
  });

  it('does not mix estimates with households that were written down', async () => {
    const estimated = [
      'household_id,lon,lat,persons,is_estimated,坐标系',
      'E1,117.601,26.26,3,true,WGS84',
    ];
    const { engine, desk } = await opened(chosen('户表.csv', estimated.join('\n')));
    await read(desk);
    await desk.settle(0, 'wgs84');
    const joined = await join(engine, desk, 'add');
    expect(joined).toMatchObject({ value: { changes: [{ added: 1, after: 1 }] } });

    const real = 'household_id,lon,lat,persons,坐标系\nR1,117.601,26.26,3,WGS84';
    const written = await openedIn(engine, chosen('户表.csv', real));
    await read(written.desk);
    await written.desk.settle(0, 'wgs84');
    const mixed = await join(engine, written.desk, 'add');
    expect(mixed).toMatchObject({ problem: { code: 'estimates_not_joined' } });
    expect((await join(engine, written.desk, 'replace')).ok).toBe(true);
  });

  it('spreads totals over a raster of people instead of a household table, and says so', async () => {
    const box = (code: string, west: number, east: number) => ({
      type: 'Feature',
      properties: { unit_code: code, name: code, level: 'village' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 26.354],
            [east, 26.354],
            [east, 26.36],
            [west, 26.36],
            [west, 26.354],
          ],
        ],
      },
    });
    const features = [box('350421102201', 117.2, 117.2055), box('350421102202', 117.2055, 117.208)];
    const totals = '行政区划代码,统计时点,常住人口,60岁以上,65岁以上,80岁以上\n';
    const { engine, desk, view } = await opened(
      chosen('村界.geojson', JSON.stringify({ type: 'FeatureCollection', features })),
      chosen('人口.csv', `${totals}350421102201,2020-11-01,1001,203,140,31\n`),
      raster('people.tif'),
    );
    expect(view.refused).toEqual([]);
    expect(view.grids).toMatchObject([{ file: 'people.tif', format: 'tif' }]);
    desk.useGrid('people.tif', 'people');
    const found = await desk.read(undefined, silent);
    expect(found).toMatchObject({ value: { offer: { units: 1, raster: 'people.tif' } } });
    await desk.settle(0, 'wgs84');
    const made = await desk.estimate('zh', silent);
    expect(made).toMatchObject({
      value: { points: 11, persons: 1001, age60Plus: 203, places: { raster_cell: 11 }, notes: [] },
    });

    // Adding is enough: an estimate takes the place of the whole table.
    const joined = await join(engine, desk, 'add');
    if (!joined.ok) throw new Error(joined.problem.code);
    expect(joined.value.city.info.isEstimated).toBe(true);
    expect(joined.value.city.households.count).toBe(11);
    expect(joined.value.changes.find(({ table }) => table === 'households')).toMatchObject({
      added: 11,
      after: 11,
    });
    const units = await engine.exportTable(
      { kind: 'coverage_units', format: 'excel', language: 'zh' },
      2,
      silent,
    );
    expect(units.ok).toBe(false);
    await engine.coverage(defaultParameters, 3, silent);
    const file = await engine.exportTable(
      { kind: 'coverage_units', format: 'excel', language: 'zh' },
      4,
      silent,
    );
    expect(file.ok && file.value.fileName).toContain('估算');
    expect(file.ok && (await file.value.blob.text())).toContain('估算：住户由人口总数分摊到点');
  });

  it('lists every changed row in any order, and writes them all', async () => {
    const { engine, desk } = await opened(chosen('设施.csv', register));
    await read(desk);
    await desk.settle(0, 'wgs84');
    await join(engine, desk, 'add');
    const window = engine.changedRows({
      kind: null,
      order: { key: 'name', descending: true },
      from: 0,
      to: 9,
    });
    expect(window.rows.map(({ kind, label }) => [kind, label])).toEqual([
      ['added', '新站'],
      ['changed', '东站'],
    ]);
    expect(engine.changedRows({ kind: 'added', order: null, from: 0, to: 9 }).total).toBe(1);
    const csv = await engine.changesFile('csv', 'zh');
    const text = csv.ok ? await csv.value.blob.text() : '';
    expect(text).toContain('设施表,更新,f2,东站');
    expect(text).toContain('床位数');
    engine.undoJoin();
    expect(engine.changedRows({ kind: null, order: null, from: 0, to: 9 }).total).toBe(0);
  });

  it('takes tiles of heights into the open city', async () => {
    const tile = (name: string) => ({
      name,
      file: new File([new Uint8Array(2 * 1201 * 1201)], name),
    });
    const { engine, desk, view } = await opened(
      tile('N26E117.hgt'),
      tile('zip/N26E118.hgt'),
      tile('N52E013.hgt'),
    );
    expect(view.grids.map(({ file, use }) => [file, use])).toEqual([
      ['N26E117.hgt', 'terrain'],
      ['zip/N26E118.hgt', 'terrain'],
    ]);
    expect(view.refused).toMatchObject([
      { file: 'N52E013.hgt', problem: { code: 'terrain_elsewhere' } },
    ]);
    expect(await desk.read(undefined, silent)).toMatchObject({ ok: true, value: { batches: [] } });
    const joined = await join(engine, desk, 'add');
    expect(joined).toMatchObject({
      value: { city: { info: { terrain: ['N26E117.hgt', 'zip/N26E118.hgt'] } }, changes: [] },
    });
    const slope = { judgement: 'worse', crossingS: 0, isWheelchair: false } as const;
    const walked = await engine.coverage({ ...defaultParameters, slope }, 5, silent);
    expect(walked.ok).toBe(true);
  });

  it('makes a city of files alone, several towns and streets among them', async () => {
    const houses = (town: string, rows: string[]) =>
      chosen(`${town}/户表.csv`, ['户号,经度,纬度,人口,60岁以上,坐标系', ...rows].join('\n'));
    const streets = streetsFile();
    const { engine, desk, view } = await opened(
      { name: streets.name, file: streets },
      chosen('设施.csv', register),
      houses('甲', ['A1,117.6005,26.26,3,1,WGS84']),
      houses('乙', ['B1,117.6015,26.26,2,2,WGS84', 'A1,117.6005,26.26,4,1,WGS84']),
    );
    expect(view.streets).toEqual([streets.name]);
    expect((await read(desk)).map(({ table, rowCount }) => [table, rowCount])).toEqual([
      ['facilities', 2],
      ['households', 1],
      ['households', 2],
    ]);
    for (const id of [0, 1, 2]) await desk.settle(id, 'wgs84');
    const joined = await join(engine, desk, 'replace', false);
    if (!joined.ok) throw new Error(joined.problem.code);
    expect(joined.value.city.info).toMatchObject({ title: '新城', isGenerated: false });
    expect(joined.value.city.households.count).toBe(2);
    expect(joined.value.changes.find(({ table }) => table === 'households')).toMatchObject({
      added: 2,
      changed: 1,
    });
  });
});
