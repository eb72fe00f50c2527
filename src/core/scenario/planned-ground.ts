/** What coverage stands on, with the facilities as an option would have them. */
import { capsOf, unitIndices, type CoverageGround, type EdgePoints, type SnapCaps } from '../reach';
import { snapPoints, type SnapIndex } from '../network';
import type { ColumnData } from '../store/columns';
import type { ImportedTable } from '../import';
import { applyScenario } from './apply';
import type { Scenario } from './scenario';

/** How facilities get onto the streets: as in coverageGround. */
export interface Snapping {
  readonly snapIndex: SnapIndex;
  readonly caps: SnapCaps;
}

export interface PlannedGround {
  readonly ground: CoverageGround;
  /** Rows of its facilities that differ from the data. */
  readonly changedRows: readonly number[];
}

/** The ground of the data itself where the option changes nothing. */
export function plannedGround(
  ground: CoverageGround,
  scenario: Scenario,
  snapping: Snapping,
): PlannedGround {
  const { facilities, changedRows, notes } = applyScenario(ground.facilities, scenario);
  if (changedRows.length === 0 && notes.length === 0) return { ground, changedRows };
  const changed = snapRows(facilities, changedRows, ground, snapping);
  const facilityPoints = {
    edge: lengthened(ground.facilityPoints.edge, facilities.rowCount),
    alongCm: lengthened(ground.facilityPoints.alongCm, facilities.rowCount),
    doorCm: lengthened(ground.facilityPoints.doorCm, facilities.rowCount),
  };
  changedRows.forEach((row, i) => {
    facilityPoints.edge[row] = changed.edge[i];
    facilityPoints.alongCm[row] = changed.alongCm[i];
    facilityPoints.doorCm[row] = changed.doorCm[i];
  });
  return {
    ground: { ...ground, facilities, facilityPoints, notes: [...ground.notes, ...notes] },
    changedRows,
  };
}

/** Some rows of a table of facilities on the streets. */
function snapRows(
  facilities: ImportedTable,
  rows: readonly number[],
  { units }: CoverageGround,
  { snapIndex, caps }: Snapping,
): EdgePoints {
  const at = (column: ColumnData | undefined) =>
    Float64Array.from(rows, (row) => (column?.kind === 'number' ? column.values[row] : NaN));
  const unitOf = unitIndices(units, facilities);
  const capM = capsOf(
    units,
    Int32Array.from(rows, (row) => unitOf[row]),
    caps,
  );
  return snapPoints(snapIndex, at(facilities.columns.lon), at(facilities.columns.lat), capM);
}

function lengthened(values: ArrayLike<number>, length: number): Int32Array {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
