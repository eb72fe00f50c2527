import { expect, it } from 'vitest';
import { ok } from '../../../src/core/result';
import { answered, throttled } from '../../../src/runtime/browser/worker-call';

it('passes the answer on', async () => {
  expect(await answered(Promise.resolve(ok(1)))).toEqual(ok(1));
});

it('what was thrown becomes a problem with its words', async () => {
  const answer = await answered(Promise.reject(new Error('out of memory')));
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'engine_failed', params: { reason: 'out of memory' } },
  });
});

it('answers at once when given up, and tells the other side', async () => {
  const controller = new AbortController();
  let told = 0;
  const never = new Promise<ReturnType<typeof ok<number>>>(() => undefined);
  const call = answered(never, controller.signal, () => told++);
  controller.abort();
  expect(await call).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect(told).toBe(1);
});

it('a call given up beforehand is never waited for', async () => {
  const controller = new AbortController();
  controller.abort();
  const call = await answered(Promise.resolve(ok(1)), controller.signal);
  expect(call.ok).toBe(false);
});

it('reports every stage but not every step', () => {
  const seen: string[] = [];
  const report = throttled((stage, done) => void seen.push(`${stage} ${done}`));
  for (let i = 0; i < 1000; i++) report('snap', i, 1000);
  report('search', 0, 0);
  expect(seen[0]).toBe('snap 0');
  expect(seen.at(-1)).toBe('search 0');
  expect(seen.length).toBeLessThan(10);
});
