import { describe, expect, it } from 'vitest';
import { correctedFacilities } from '../../../src/app/state/corrected-facilities';
import { facilityRecords } from '../../../src/runtime/browser/data/facility-records';

describe('facilities as an option has them', () => {
  it('keeps all that the option does not correct', () => {
    const [known] = facilityRecords({
      unitIndex: Int32Array.of(3),
      columns: {
        facility_id: ['F1'],
        name: ['幸福院'],
        type: ['rural_happiness_home'],
        status: ['operating'],
        lon: [117.1],
        lat: [26.2],
        beds: [8],
      },
    });
    const [corrected] = correctedFacilities([known], {
      id: 'option-1',
      name: '方案一',
      changes: [
        { kind: 'move', facilityId: 'F1', lon: 117.2, lat: 26.3, unitCode: null },
        { kind: 'change', facilityId: 'F1', type: 'care_centre' },
        { kind: 'close', facilityId: 'F1' },
      ],
    });
    expect(corrected).toEqual({
      index: 0,
      unitIndex: 3,
      id: 'F1',
      name: '幸福院',
      type: 'care_centre',
      status: 'closed',
      lon: 117.2,
      lat: 26.3,
      fields: known.fields,
    });
    expect(corrected.fields.beds).toBe(8);
  });
});
