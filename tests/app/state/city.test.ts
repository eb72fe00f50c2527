import { expect, it } from 'vitest';
import { City } from '../../../src/app/state/city.svelte';
import { Messages } from '../../../src/app/state/messages.svelte';
import { Work } from '../../../src/app/state/work.svelte';
import { ok, problem } from '../../../src/core/result';
import type { Engine } from '../../../src/runtime/browser/engine-client';
import type { CityData } from '../../../src/runtime/browser/data/page-data';
import { later, scriptedEngine, smallCity } from './scripted-engine';

function cityWith(open: Engine['open']) {
  const messages = new Messages();
  return { city: new City(scriptedEngine({ open }), new Work(), messages), messages };
}

it('opens a city and walks its tree both ways', async () => {
  const { city } = cityWith(() => Promise.resolve(ok(smallCity('明溪'))));
  expect(city.isOpen).toBe(false);
  await city.openFiles([]);
  expect(city.status.kind).toBe('done');
  expect(city.roots.map((unit) => unit.name)).toEqual(['三明市']);
  expect(city.childrenOf(1).map((unit) => unit.name)).toEqual(['雪峰镇']);
  expect(city.pathTo(3).map((unit) => unit.name)).toEqual(['三明市', '明溪县', '雪峰镇', '城西村']);
  expect(city.unitByCode('350421100000')?.index).toBe(2);
});

it('keeps what was loaded when a later load fails, and says why', async () => {
  let attempt = 0;
  const { city, messages } = cityWith(() =>
    Promise.resolve(
      attempt++ === 0 ? ok(smallCity('first')) : problem('file_missing', { file: 'x' }),
    ),
  );
  await city.openFiles([]);
  await city.openFiles([]);
  expect(city.info?.title).toBe('first');
  expect(city.status).toMatchObject({ kind: 'failed', problem: { code: 'file_missing' } });
  expect(messages.problems.map((message) => message.content.code)).toEqual(['file_missing']);
});

it('a cancelled load is no problem and leaves the old city done', async () => {
  let attempt = 0;
  const { city, messages } = cityWith(() =>
    Promise.resolve(attempt++ === 0 ? ok(smallCity('first')) : problem('cancelled')),
  );
  await city.openFiles([]);
  await city.openFiles([]);
  expect(city.status.kind).toBe('done');
  expect(messages.all).toEqual([]);
});

it('a later opening takes over from one under way', async () => {
  const first = later<CityData>();
  let attempt = 0;
  const { city } = cityWith(() =>
    attempt++ === 0 ? first.promise : Promise.resolve(ok(smallCity('second'))),
  );
  const opening = city.openFiles([]);
  await city.openFiles([]);
  first.settle(ok(smallCity('first')));
  await opening;
  expect(city.info?.title).toBe('second');
  expect(city.status.kind).toBe('done');
});
