/**
 * The facilities as an option would have them: the rows of the data in their order, corrected, then
 * the planned sites. The table that was given stays as it is.
 */
import type { ImportedTable } from '../import';
import type { Note } from '../result';
import { textAt, type SqlValue } from '../store/columns';
import { tableDescription } from '../store/tables';
import { amended } from './amended-column';
import { sitesOf, type PlannedSite, type Scenario } from './scenario';

export interface AppliedScenario {
  readonly facilities: ImportedTable;
  /** Rows of `facilities` that differ from the data, the planned ones among them; ascending. */
  readonly changedRows: readonly number[];
  /** Facilities that the option corrects and the data do not hold. */
  readonly notes: readonly Note[];
}

/** What a planned site is taken for: as if it stood (`built`), or as it is now (`planned`). */
export type PlannedStatus = 'built' | 'planned';

type RowEdits = Readonly<Record<string, SqlValue>>;

/** Rules of counting read a table that lacks these as "every row counts": they are never added. */
const decidesCounting = ['type', 'status'];

export function applyScenario(
  baseline: ImportedTable,
  scenario: Scenario,
  plannedStatus: PlannedStatus = 'built',
): AppliedScenario {
  const { edits, notes } = correctedRows(baseline, scenario);
  const sites = sitesOf(scenario);
  if (edits.size === 0 && sites.length === 0) {
    return { facilities: baseline, changedRows: [], notes };
  }
  const added = sites.map((site) => plannedRow(site, plannedStatus));
  const columns: Record<string, ImportedTable['columns'][string]> = { ...baseline.columns };
  for (const { name, type } of tableDescription('facilities').columns) {
    const own = baseline.columns[name];
    const isTouched =
      added.some((row) => row[name] != null) ||
      [...edits.values()].some((row) => row[name] != null);
    if (!own && (!isTouched || decidesCounting.includes(name))) continue;
    columns[name] = amended(own, type, baseline.rowCount, edits, added, name);
  }
  const rowCount = baseline.rowCount + added.length;
  const planned = added.map((_, i) => baseline.rowCount + i);
  const rowNumbers = new Uint32Array(rowCount);
  rowNumbers.set(baseline.rowNumbers);
  return {
    facilities: { ...baseline, columns, rowCount, rowNumbers },
    changedRows: [...[...edits.keys()].sort((a, b) => a - b), ...planned],
    notes,
  };
}

/** What each corrected row gets, by row of the data. */
function correctedRows(baseline: ImportedTable, scenario: Scenario) {
  const edits = new Map<number, RowEdits>();
  const notes: Note[] = [];
  const corrections = scenario.changes.filter((change) => change.kind !== 'add');
  if (corrections.length === 0) return { edits, notes };
  const rowOf = new Map<string | null, number>();
  for (let row = 0; row < baseline.rowCount; row++) {
    rowOf.set(textAt(baseline.columns.facility_id, row), row);
  }
  for (const change of corrections) {
    const row = rowOf.get(change.facilityId);
    if (row === undefined) {
      notes.push({
        code: 'scenario_facility_missing',
        params: { option: scenario.name, facility: change.facilityId },
      });
      continue;
    }
    edits.set(row, { ...edits.get(row), ...editsOf(change) });
  }
  return { edits, notes };
}

function editsOf(change: Exclude<Scenario['changes'][number], { kind: 'add' }>): RowEdits {
  switch (change.kind) {
    case 'move': {
      const { lon, lat, unitCode } = change;
      const place = { lon, lat, location_precision: 'door', coord_source: 'plan' };
      return unitCode === null ? place : { ...place, unit_code: unitCode };
    }
    case 'close':
      return { status: 'closed' };
    case 'change': {
      const { type, status, capacityPersons } = change;
      return {
        ...(type === undefined ? {} : { type }),
        ...(status === undefined ? {} : { status }),
        ...(capacityPersons === undefined ? {} : { capacity_persons: capacityPersons }),
      };
    }
  }
}

/** A site that is only considered never counts. */
function plannedRow(site: PlannedSite, plannedStatus: PlannedStatus): RowEdits {
  return {
    facility_id: site.id,
    name: site.name,
    type: site.type,
    unit_code: site.unitCode,
    lon: site.lon,
    lat: site.lat,
    capacity_persons: site.capacityPersons,
    status: site.isChosen ? plannedStatus : 'planned',
    built_year: site.year,
    location_precision: 'door',
    coord_source: 'plan',
  };
}
