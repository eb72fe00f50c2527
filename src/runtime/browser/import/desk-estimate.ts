/** 估算住户 in the import: population totals spread over what came with them, never beside real households. */
import {
  estimateHouseholds,
  joinTables,
  type Estimate,
  type EstimateWatch,
  type ImportedTable,
} from '../../../core/import';
import { t, type Language } from '../../../core/i18n/t';
import { problem, type Result } from '../../../core/result';
import { textAt, valueAt } from '../../../core/store/columns';
import type { EstimateOffer, EstimateView } from '../data/import-data';
import type { DeskBatch } from './batch-view';
import type { DeskGrids } from './desk-grids';
import type { KnownPlaces } from './known-places';

/** Null where there are no totals to spread. */
export function estimateOffer(
  batches: readonly DeskBatch[],
  grids: DeskGrids,
  known: KnownPlaces,
): EstimateOffer | null {
  const own = totalsOf(batches);
  const population = own ?? (grids.peopleFile === null ? null : known.population);
  if (!population) return null;
  return {
    units: population.rowCount,
    isOfOpenCity: own === null,
    raster: grids.peopleFile,
    hamlets: hamletsOf(batches, known)?.rowCount ?? 0,
    hasHouseholds: tablesOf(batches, 'households').length > 0,
  };
}

/** Problems: those of the raster and of `estimateHouseholds`; `nothing_to_import` without totals or points. */
export async function deskEstimate(
  batches: readonly DeskBatch[],
  grids: DeskGrids,
  known: KnownPlaces,
  language: Language,
  watch: EstimateWatch,
): Promise<Result<Estimate>> {
  const population = totalsOf(batches) ?? known.population;
  if (!population) return problem('estimate_no_totals');
  const { counties, areas: own } = known.evidence;
  const areas = own && counties ? own.over(counties) : (own ?? known.real.counties);
  const raster = await grids.people(areas.bounds());
  if (!raster.ok) return raster;
  const hamlets = hamletsOf(batches, known);
  const files = [population.fileName, raster.value && grids.peopleFile, hamlets?.fileName];
  const source = `${t(language, 'importer.estimated')} ${files.filter(Boolean).join(' + ')}`;
  const estimate = await estimateHouseholds(
    { population, raster: raster.value, areas, hamlets, units: known.units, source },
    watch,
  );
  if (estimate.ok && estimate.value.table.rowCount === 0) return problem('estimate_nowhere');
  return estimate;
}

export function estimateView({ table, notes }: Estimate): EstimateView {
  const { columns, rowCount } = table;
  const places: Record<string, number> = {};
  let [persons, age60Plus, roughPoints] = [0, 0, 0];
  const count = (name: string, row: number) => Number(valueAt(columns[name], row) ?? 0);
  for (let row = 0; row < rowCount; row++) {
    const place = textAt(columns.coord_source, row) ?? '';
    places[place] = (places[place] ?? 0) + 1;
    persons += count('persons', row);
    for (const name of ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'])
      age60Plus += count(name, row);
    if (textAt(columns.location_precision, row) !== 'hamlet') roughPoints++;
  }
  return { points: rowCount, persons, age60Plus, places, roughPoints, notes };
}

const tablesOf = (batches: readonly DeskBatch[], name: string) =>
  batches.flatMap(({ placed: { table } }) =>
    table.name === name && table.rowCount > 0 ? [table] : [],
  );

/** Files of many towns are one table. */
const together = (tables: readonly ImportedTable[]): ImportedTable | null =>
  tables.length === 0 ? null : tables.reduce((all, one) => joinTables(all, one, 'add').table);

const totalsOf = (batches: readonly DeskBatch[]) => together(tablesOf(batches, 'population'));

const hamletsOf = (batches: readonly DeskBatch[], known: KnownPlaces) =>
  together(tablesOf(batches, 'hamlets')) ?? known.hamletTable;
