import { expect, it } from 'vitest';
import { VillageList } from '../../../src/app/state/lists.svelte';
import { Messages } from '../../../src/app/state/messages.svelte';
import { Work } from '../../../src/app/state/work.svelte';
import { ok, problem } from '../../../src/core/result';
import type { Engine } from '../../../src/runtime/browser/engine-client';
import type { UncoveredVillage } from '../../../src/runtime/browser/data/figure-data';
import { later, scriptedEngine } from './scripted-engine';

const village = (name: string, patch: Partial<UncoveredVillage> = {}): UncoveredVillage => ({
  unitIndex: 0,
  unitCode: name,
  name,
  townName: '雪峰镇',
  countyName: '明溪县',
  households: 10,
  age60Plus: 5,
  age80Plus: null,
  livingAlone: null,
  dependent: null,
  facilityIndex: -1,
  facilityName: null,
  minutes: null,
  shortMinutes: null,
  cause: 'too_far',
  suggestion: 'build_facility',
  priority: null,
  ...patch,
});

function listWith(uncoveredVillages: Engine['uncoveredVillages']) {
  const messages = new Messages();
  const list = new VillageList(
    'on_foot',
    scriptedEngine({ uncoveredVillages }),
    new Work(),
    messages,
  );
  return { list, messages };
}

const three = [
  village('甲', { age60Plus: 7, minutes: 20 }),
  village('乙', { age60Plus: 9 }),
  village('丙', { age60Plus: null, minutes: 30, countyName: '清流县' }),
];
const names = (list: VillageList) => list.shown.map((row) => row.name);

it('sorts by a column, turns round, and keeps the unknown last either way', async () => {
  const { list } = listWith(() => Promise.resolve(ok(three)));
  await list.load();
  expect(names(list)).toEqual(['乙', '甲', '丙']);
  list.sortBy('age60Plus');
  expect(names(list)).toEqual(['甲', '乙', '丙']);
  list.sortBy('minutes');
  expect(names(list)).toEqual(['丙', '甲', '乙']);
});

it('filters by part of a name and by county', async () => {
  const { list } = listWith(() => Promise.resolve(ok(three)));
  await list.load();
  list.text = '清流';
  expect(names(list)).toEqual(['丙']);
  list.text = '';
  list.countyName = '明溪县';
  expect(names(list)).toEqual(['乙', '甲']);
});

it('rows of an older run that come late are dropped', async () => {
  const answers = [later<readonly UncoveredVillage[]>(), later<readonly UncoveredVillage[]>()];
  let asked = 0;
  const { list } = listWith(() => answers[asked++].promise);
  const old = list.load();
  list.forget();
  const fresh = list.load();
  answers[1].settle(ok([three[0]]));
  await fresh;
  answers[0].settle(ok(three));
  await old;
  expect(names(list)).toEqual(['甲']);
});

it('a list given up can be asked for again; a failure is told', async () => {
  let attempt = 0;
  const { list, messages } = listWith(() =>
    Promise.resolve(problem(attempt++ === 0 ? 'cancelled' : 'engine_failed')),
  );
  await list.load();
  expect([list.status.kind, messages.all.length]).toEqual(['idle', 0]);
  await list.load();
  expect([list.status.kind, messages.problems.length]).toEqual(['failed', 1]);
});
