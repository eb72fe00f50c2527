/** The table of facilities → the summary's register. */
import type { CoverageRun } from '../../reach';
import { textAt, valueAt } from '../../store/columns';
import type { FacilitySummary } from './result-summary';

export function facilitySummaries(run: CoverageRun): FacilitySummary[] {
  const { rowCount, columns } = run.ground.facilities;
  const text = (name: string, row: number) => textAt(columns[name], row);
  const number = (name: string, row: number) => {
    const value = valueAt(columns[name], row);
    return typeof value === 'number' ? value : null;
  };
  return Array.from({ length: rowCount }, (_, row) => ({
    facilityId: text('facility_id', row) ?? '',
    name: text('name', row),
    type: text('type', row),
    status: text('status', row),
    unitCode: text('unit_code', row),
    lon: number('lon', row),
    lat: number('lat', row),
    floorAreaM2: number('floor_area_m2', row),
    beds: number('beds', row),
    operationMode: text('operation_mode', row),
    operatorName: text('operator_name', row),
    openHours: text('open_hours_text', row),
    starRating: number('star_rating', row),
    counts: run.facilityPoints.edge[row] >= 0,
  }));
}
