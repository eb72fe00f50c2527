import { expect, it } from 'vitest';
import { Candidates } from '../../../src/app/state/candidates.svelte';
import { blankSite } from '../../../src/app/state/candidate-sites';
import { City } from '../../../src/app/state/city.svelte';
import { Coverage } from '../../../src/app/state/coverage.svelte';
import type { Language } from '../../../src/app/state/language.svelte';
import { Messages } from '../../../src/app/state/messages.svelte';
import { Scenarios } from '../../../src/app/state/scenarios.svelte';
import { Work } from '../../../src/app/state/work.svelte';
import { ok } from '../../../src/core/result';
import { facilityRecords } from '../../../src/runtime/browser/data/facility-records';
import { scriptedEngine, smallCity } from './scripted-engine';

/** Two facilities, the second without a place; where a place lies is told one turn of the loop later. */
function planner() {
  const { scenario } = scriptedEngine({});
  const engine = scriptedEngine({
    scenario: {
      ...scenario,
      unitAt: async () => {
        await new Promise((resolve) => setTimeout(resolve));
        return ok(3);
      },
    },
  });
  const messages = new Messages();
  const work = new Work();
  const city = new City(engine, work, messages);
  const facilities = facilityRecords({
    unitIndex: Int32Array.of(3, 3),
    columns: {
      facility_id: ['F1', 'F2'],
      name: ['幸福院', '长者食堂'],
      type: ['rural_happiness_home', 'canteen'],
      status: ['operating', 'operating'],
      lon: [117.1, null],
      lat: [26.2, null],
    },
  });
  city.show({ ...smallCity('小城'), facilities });
  const language = { t: (key: string) => key } as unknown as Language;
  const scenarios = new Scenarios(language);
  const coverage = new Coverage(engine, work, messages);
  const candidates = new Candidates(engine, city, coverage, scenarios, messages);
  return { candidates, scenarios };
}

it('coordinates typed one after another both count, and so does what is closed meanwhile', async () => {
  const { candidates, scenarios } = planner();
  const typed = [candidates.type('F1', 'lon', 117.3), candidates.type('F1', 'lat', 26.4)];
  scenarios.correct({ kind: 'close', facilityId: 'F1' });
  await Promise.all(typed);
  expect(scenarios.options).toHaveLength(1);
  expect(scenarios.current?.changes).toEqual([
    { kind: 'close', facilityId: 'F1' },
    { kind: 'move', facilityId: 'F1', lon: 117.3, lat: 26.4, unitCode: '350421100200' },
  ]);
});

it('a place typed in one option stays in it when another comes into view', async () => {
  const { candidates, scenarios } = planner();
  const first = scenarios.create();
  const [site] = scenarios.add([
    { ...blankSite(null), name: '甲', lon: 117.1, lat: 26.2, unitCode: null },
  ]);
  const typed = candidates.type(site.id, 'lon', 117.5);
  const second = scenarios.create();
  await typed;
  expect(scenarios.current?.id).toBe(second.id);
  expect(scenarios.current?.changes).toEqual([]);
  expect(scenarios.options.find(({ id }) => id === first.id)?.changes).toMatchObject([
    { kind: 'add', site: { lon: 117.5, lat: 26.2 } },
  ]);
});

it('a facility without a place has one once both coordinates are typed', async () => {
  const { candidates, scenarios } = planner();
  await candidates.type('F2', 'lat', 26.5);
  expect(scenarios.options).toHaveLength(0);
  await candidates.type('F2', 'lon', 117.6);
  expect(scenarios.current?.changes).toMatchObject([
    { kind: 'move', facilityId: 'F2', lon: 117.6, lat: 26.5 },
  ]);
});
