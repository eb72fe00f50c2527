/** Siting as CSV: the candidates as asked about, the sites with what each brings, and the years. */
import {
  candidatesRequest,
  toldGroups,
  type PlanFacts,
  type SiteGround,
  type YearOfPlan,
} from '../siting';
import type { ImportedTable } from '../import';
import { textAt, valueAt } from '../store/columns';
import { csvCell } from './csv';

/** As `site --candidates` and `verify-site` take them. */
export function* candidatesCsv(candidates: ImportedTable): Generator<string> {
  const names = candidatesRequest.columns.map(({ name }) => name);
  yield `${names.join(',')}\n`;
  for (let row = 0; row < candidates.rowCount; row++) {
    const cells = names.map((name) => valueAt(candidates.columns[name], row) ?? '');
    yield `${cells.map((cell) => csvCell(String(cell))).join(',')}\n`;
  }
}

/** Starts id,lon,lat, so that `coverage --facilities` takes it. */
export function* sitesCsv(ground: SiteGround, facts: PlanFacts): Generator<string> {
  const { columns } = ground.tables.candidates;
  const { lon, lat } = columns;
  const groups = toldGroups.map((group) => `gained_${group}`).join(',');
  yield `id,lon,lat,name,unit_code,cost,reached,gained,only_here,villages_turned,${groups}\n`;
  for (const site of facts.sites) {
    const j = site.candidate;
    const cost = ground.candidateCost[j];
    const cells = [
      ground.candidateIds[j],
      lon?.kind === 'number' ? String(lon.values[j]) : '',
      lat?.kind === 'number' ? String(lat.values[j]) : '',
      textAt(columns.name, j) ?? '',
      textAt(columns.unit_code, j) ?? '',
      Number.isFinite(cost) ? String(cost) : '',
      String(site.reached),
      String(site.gained),
      String(site.onlyHere),
      site.turned.map((unit) => ground.units.codes[unit]).join(' '),
      ...toldGroups.map((group) => String(site.gainedOf[group] ?? '')),
    ];
    yield `${cells.map((cell) => csvCell(cell)).join(',')}\n`;
  }
}

export function* yearsCsv(ground: SiteGround, years: readonly YearOfPlan[]): Generator<string> {
  yield 'year,site_id,lon,lat,spent_in_year,people_covered,villages_covered,reached,bound\n';
  const { lon, lat } = ground.tables.candidates.columns;
  for (const { year, opened, spent, ...by } of years) {
    for (const j of opened) {
      const cells = [
        year,
        ground.candidateIds[j],
        lon?.kind === 'number' ? lon.values[j] : '',
        lat?.kind === 'number' ? lat.values[j] : '',
        spent,
        by.peopleCovered,
        by.villagesCovered,
        by.reached,
        by.bound,
      ];
      yield `${cells.map((cell) => csvCell(String(cell))).join(',')}\n`;
    }
  }
}
