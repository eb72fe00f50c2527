import { expect, it } from 'vitest';
import { Cancellations } from '../../../src/runtime/browser/cancellations';
import { ok, type Result } from '../../../src/core/result';
import type { Steps } from '../../../src/core/steps';

it('work in steps ends between two of them once nobody wants it', async () => {
  const cancellations = new Cancellations();
  let taken = 0;
  function* work(): Steps<Result<string>> {
    for (; taken < 100; taken++) {
      for (const until = performance.now() + 3; performance.now() < until;);
      yield;
    }
    return ok('whole');
  }
  const answer = cancellations.finish(work(), 7);
  setTimeout(() => cancellations.cancel(7));
  expect(await answer).toEqual({ ok: false, problem: { code: 'cancelled', params: {} } });
  expect(taken).toBeLessThan(100);
  expect(await cancellations.finish(work(), 8)).toEqual(ok('whole'));
});
