import { expect, it } from 'vitest';
import { csvChunks, csvColumns, inWords, sheetKind } from '../../../src/core/export';
import { dictionaryOf } from '../../../src/core/store/columns';

const columns = csvColumns({
  unit_code: dictionaryOf(['350421100200', '007']),
  name: dictionaryOf(['=城西村', '东村']),
  cause: dictionaryOf(['too_far', 'a_new_cause']),
  age_60_plus_covered: { kind: 'integer', values: Int32Array.of(3, 4) },
  of_my_own: { kind: 'integer', values: Int32Array.of(1, 2) },
});

it('heads and codes are in words; what has none stays as it is', () => {
  const lines = [...csvChunks(inWords(columns, 'zh'), 2, 'excel')].join('').split('\r\n');
  expect(lines[0]).toBe('\ufeff区划代码,名称,原因,60岁及以上·已覆盖,of_my_own');
  expect(lines[1]).toBe(`"=""350421100200""",'=城西村,距离过远,3,1`);
  expect(lines[2]).toContain('a_new_cause');
});

it('a place keeps its metres in a sheet, a year is no count', () => {
  expect(sheetKind({ name: 'lat', kind: 'number' })).toBe('degrees');
  expect(sheetKind({ name: 'built_year', kind: 'whole' })).toBe('code');
  expect(sheetKind({ name: 'beds', kind: 'whole' })).toBe('count');
});

it('in English, too', () => {
  const [head] = [...csvChunks(inWords(columns, 'en'), 2)].join('').split('\n');
  expect(head).toBe('Unit code,Name,Cause,Aged 60+: covered,of_my_own');
});
