import { expect, it } from 'vitest';
import { Coverage } from '../../../src/app/state/coverage.svelte';
import { Messages } from '../../../src/app/state/messages.svelte';
import { Work } from '../../../src/app/state/work.svelte';
import { ok, problem } from '../../../src/core/result';
import type { CoverageResult } from '../../../src/runtime/browser/data/coverage-data';
import type { Engine } from '../../../src/runtime/browser/engine-client';
import { defaultParameters, later, resultFor, scriptedEngine } from './scripted-engine';

function coverageWith(coverage: Engine['coverage']) {
  const messages = new Messages();
  return { coverage: new Coverage(scriptedEngine({ coverage }), new Work(), messages), messages };
}

it('rates are ratios rounded down; nobody and unknown are no rate', async () => {
  const { coverage } = coverageWith((parameters) => Promise.resolve(ok(resultFor(parameters, 2))));
  expect(coverage.rate(0)).toBeNull();
  await coverage.run();
  expect(coverage.rate(0)).toBe(66.66);
  expect(coverage.rate(0, 'age_65_plus')).toBeNull();
  expect(coverage.rate(0, 'persons')).toBeNull();
  expect(coverage.rate(99)).toBeNull();
});

it('is stale from the change of a parameter until its own results stand', async () => {
  const answers: ReturnType<typeof later<CoverageResult>>[] = [];
  const { coverage } = coverageWith(() => {
    answers.push(later<CoverageResult>());
    return answers[answers.length - 1].promise;
  });
  const first = coverage.run();
  answers[0].settle(ok(resultFor(defaultParameters)));
  await first;
  expect(coverage.isStale).toBe(false);

  const tenMinutes = coverage.change({ minutes: 10 });
  expect(coverage.isStale).toBe(true);
  const fiveMinutes = coverage.change({ minutes: 5 });
  // The older run answers last: it must not replace the newer one's results.
  answers[2].settle(ok(resultFor({ ...defaultParameters, minutes: 5 }, 1)));
  await fiveMinutes;
  answers[1].settle(ok(resultFor({ ...defaultParameters, minutes: 10 }, 3)));
  await tenMinutes;
  expect(coverage.isStale).toBe(false);
  expect(coverage.result?.parameters.minutes).toBe(5);
});

it('a run that fails keeps the old results, stale, and tells why', async () => {
  let attempt = 0;
  const { coverage, messages } = coverageWith((parameters) =>
    Promise.resolve(attempt++ === 0 ? ok(resultFor(parameters)) : problem('no_facility_counts')),
  );
  await coverage.run();
  await coverage.change({ facilityTypes: [] });
  expect(coverage.result).not.toBeNull();
  expect(coverage.isStale).toBe(true);
  expect(messages.problems).toHaveLength(1);
});

it('a cancelled change is told as one, and can be given up without computing again', async () => {
  let attempt = 0;
  const { coverage, messages } = coverageWith((parameters) =>
    Promise.resolve(attempt++ === 0 ? ok(resultFor(parameters)) : problem('cancelled')),
  );
  await coverage.run();
  await coverage.change({ minutes: 10 });
  expect(coverage.isStale).toBe(true);
  expect(coverage.status.kind).toBe('done');
  expect(messages.problems).toHaveLength(0);
  coverage.goBack();
  expect(coverage.isStale).toBe(false);
  expect(coverage.parameters).toEqual(defaultParameters);
  expect(attempt).toBe(2);
});

it('the same types in another order are not stale', async () => {
  const { coverage } = coverageWith((parameters) => Promise.resolve(ok(resultFor(parameters))));
  await coverage.run();
  const reversed = [...defaultParameters.facilityTypes].reverse();
  void coverage.change({ facilityTypes: reversed });
  expect(coverage.isStale).toBe(false);
});

it('a group chosen brings its people by household; an answer to an earlier choice is dropped', async () => {
  const asked = { persons: later<Uint32Array>(), households: later<Uint32Array>() };
  const engine = scriptedEngine({
    coverage: (parameters) => Promise.resolve(ok(resultFor(parameters, 2))),
    householdPeople: (group) => asked[group as keyof typeof asked].promise,
  });
  const coverage = new Coverage(engine, new Work(), new Messages());
  coverage.group = 'persons';
  coverage.group = 'households';
  asked.households.settle(ok(Uint32Array.of(1, 1)));
  asked.persons.settle(ok(Uint32Array.of(3, 2)));
  await Promise.all([asked.persons.promise, asked.households.promise]);
  expect(coverage.people).toEqual(Uint32Array.of(1, 1));
  coverage.group = 'age_60_plus';
  expect(coverage.people).toBeNull();
});
