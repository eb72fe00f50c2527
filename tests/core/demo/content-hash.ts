/** One SHA-256 over names and uncompressed bytes of all files, in their order. */
import { createHash } from 'node:crypto';
import type { Demo } from '../../../src/core/demo';

export function contentHash(demo: Pick<Demo, 'files'>): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of demo.files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
