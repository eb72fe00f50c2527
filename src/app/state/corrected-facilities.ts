/** Facilities of the data as an option has them: moved, closed, of another type or status. */
import { correctionsOf, type Correction, type Scenario } from '../../core/scenario';
import type { Facility } from './types';

/** The same list where the option corrects none; indices stay. */
export function correctedFacilities(
  facilities: readonly Facility[],
  option: Scenario | null,
): readonly Facility[] {
  const ids = new Set(
    option?.changes.flatMap((change) => (change.kind === 'add' ? [] : [change.facilityId])),
  );
  if (option === null || ids.size === 0) return facilities;
  return facilities.map((facility) =>
    ids.has(facility.id)
      ? correctionsOf(option, facility.id).reduce(corrected, facility)
      : facility,
  );
}

function corrected(facility: Facility, correction: Correction): Facility {
  switch (correction.kind) {
    case 'move':
      return changed(facility, { lon: correction.lon, lat: correction.lat });
    case 'close':
      return changed(facility, { status: 'closed' });
    case 'change': {
      const { type = facility.type, status = facility.status } = correction;
      return changed(facility, { type, status });
    }
  }
}

/** Field by field: what is read by getters is no part of a spread. */
function changed(facility: Facility, patch: Partial<Facility>): Facility {
  const { index, unitIndex, id, name, type, status, lon, lat, fields } = facility;
  return { index, unitIndex, id, name, type, status, lon, lat, fields, ...patch };
}
