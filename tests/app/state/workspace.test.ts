import { expect, it, vi } from 'vitest';
import { Workspace } from '../../../src/app/state/workspace.svelte';
import { ok, problem } from '../../../src/core/result';
import { defaultParameters, resultFor, scriptedEngine, smallCity } from './scripted-engine';

// A page's own memory; there is none under Node.
vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} } });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

it('computed again after a cancelled change, the lists are of the new run', async () => {
  let isCancelled = false;
  const workspace = new Workspace(
    scriptedEngine({
      open: () => Promise.resolve(ok(smallCity('明溪'))),
      coverage: (parameters) =>
        Promise.resolve(isCancelled ? problem('cancelled') : ok(resultFor(parameters))),
      uncoveredVillages: () => Promise.resolve(ok([])),
    }),
  );
  await workspace.openFiles([]);
  await workspace.lists.onFoot.load();
  isCancelled = true;
  await workspace.changeParameters({ minutes: defaultParameters.minutes - 5 });
  expect(workspace.coverage.isStale).toBe(true);
  expect(workspace.lists.onFoot.status.kind).toBe('done');
  isCancelled = false;
  await workspace.recompute();
  expect(workspace.coverage.isStale).toBe(false);
  expect(workspace.lists.onFoot.status.kind).toBe('idle');
  workspace.close();
});
