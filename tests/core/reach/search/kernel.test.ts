import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as snap from '../../../../src/core/network/kernel/snap-bytes';
import * as search from '../../../../src/core/reach/search/kernel/search-bytes';

it.each([
  ['reach/search/kernel/search-kernel.ts', search.sourceSha256],
  ['network/kernel/snap-kernel.ts', snap.sourceSha256],
])('the bytes of %s were built from the source that stands beside them', (path, expected) => {
  const source = new URL(`../../../../src/core/${path}`, import.meta.url);
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex');
  expect(hash, 'run node scripts/build-kernel.mjs').toBe(expected);
});
