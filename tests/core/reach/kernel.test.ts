import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sourceSha256 } from '../../../src/core/reach/kernel/search-bytes';

it('the search kernel’s bytes were built from the source that stands beside them', () => {
  const source = new URL('../../../src/core/reach/kernel/search-kernel.ts', import.meta.url);
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex');
  expect(hash, 'run node scripts/build-kernel.mjs').toBe(sourceSha256);
});
