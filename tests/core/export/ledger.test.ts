import { describe, expect, it } from 'vitest';
import { ledgerFile } from '../../../src/core/export';
import type { ImportedTable } from '../../../src/core/import';
import { unitsOf } from '../../../src/core/reach';
import { applyScenario, withCorrection, type Scenario } from '../../../src/core/scenario';
import { dictionaryOf } from '../../../src/core/store/columns';

const facilities: ImportedTable = {
  name: 'facilities',
  fileName: 'facilities.csv',
  rowCount: 3,
  rowNumbers: Uint32Array.of(2, 3, 4),
  notes: [],
  columns: {
    facility_id: { kind: 'text', values: ['F1', 'F2', 'F3'] },
    name: { kind: 'text', values: ['甲', '乙', '丙'] },
    type: dictionaryOf(['care_centre', 'home_care_station', 'meal_point']),
    status: dictionaryOf(['operating', 'operating', 'under_construction']),
    lon: { kind: 'number', values: Float64Array.of(117, 117.1, NaN) },
    lat: { kind: 'number', values: Float64Array.of(26, 26.1, NaN) },
  },
};

async function rows(option: Scenario | null): Promise<string[][]> {
  const { facilities: corrected } = option
    ? applyScenario(facilities, option, 'planned')
    : { facilities };
  const { bytes } = await ledgerFile(corrected, facilities, unitsOf(undefined), {
    language: 'zh',
    format: 'csv',
    option: option?.name ?? null,
    asOf: '2020-11-01',
    isGenerated: false,
  });
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  const head = lines.findIndex((line) => line.startsWith('序号'));
  return lines.slice(head, head + 5).map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
}

describe('设施台账', () => {
  it('of an option says row by row what was corrected, and what stood there', async () => {
    const corrections = [
      { kind: 'move', facilityId: 'F1', lon: 117, lat: 26.001, unitCode: null },
      { kind: 'change', facilityId: 'F1', type: 'day_care_centre' },
      { kind: 'close', facilityId: 'F2' },
    ] as const;
    const option = corrections.reduce<Scenario>(withCorrection, {
      id: 'option-1',
      name: '方案一',
      changes: [],
    });
    const [head, first, second, third] = await rows(option);
    expect(head.slice(-3)).toEqual(['经度', '纬度', '更正']);
    expect(first.at(-1)).toContain('类型已更正（原：居家养老服务照料中心）');
    expect(first.at(-1)).toMatch(/位置已更正（原：117\.000000, 26\.000000，相距 111 米）/);
    expect(second.at(-1)).toBe('状态已更正（原：运营中）');
    expect(third.at(-1)).toBe('');
    // A field put back to what it was is no correction, and the data are as they were.
    const back = withCorrection(option, { kind: 'change', facilityId: 'F1', type: undefined });
    expect((await rows(back))[1].at(-1)).not.toContain('类型');
    expect((await rows(null))[0].at(-1)).toBe('状态');
  });
});
