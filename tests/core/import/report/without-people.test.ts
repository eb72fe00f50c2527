import { describe, expect, it } from 'vitest';
import { covered } from '../../../../src/core/import/report/without-people';

describe('what a report repeats of cells', () => {
  it('covers identity and mobile numbers, wherever they stand', () => {
    expect(covered('联系13800001234张')).toBe('联系***张');
    expect(covered('350426195001011234')).toBe('***');
    expect(covered('身份证35042619500101123X。')).toBe('身份证***。');
  });

  it('leaves codes, coordinates and counts alone', () => {
    for (const text of ['350426100001', '118.168540, 26.171300', '1,380', '3.50404E+11'])
      expect(covered(text)).toBe(text);
  });
});
