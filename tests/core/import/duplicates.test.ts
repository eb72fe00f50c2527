import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDuplicate } from '../../../src/core/import/table/duplicates';

describe('the first id that repeats an earlier one', () => {
  it('is the one a plain search finds', () => {
    const texts = fc.array(fc.option(fc.string({ maxLength: 2 })), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (ids) => {
        const again = ids.findIndex((id, i) => id !== null && id !== '' && ids.indexOf(id) < i);
        const expected = again < 0 ? null : [ids.indexOf(ids[again]), again];
        expect(firstDuplicate(ids.length, (row) => ids[row])).toEqual(expected);
      }),
    );
  });

  it('is none among a million counted ids', () => {
    const ids = Array.from({ length: 1_000_000 }, (_, i) => `350421100201-${i}`);
    expect(firstDuplicate(ids.length, (row) => ids[row])).toBeNull();
    ids.push(ids[777_777]);
    expect(firstDuplicate(ids.length, (row) => ids[row])).toEqual([777_777, 1_000_000]);
  });
});
