/** Social workers: one row each in communities and villages, totals in 街道 and agencies. */
import { apportion } from '../apportion';
import type { TableRow } from '../files/csv';
import { DEMO_SOURCE } from '../names';
import type { Chance } from '../random';
import { AS_OF, type UnitPlace } from './facility-plan';

const provenance = { as_of: AS_OF, source: DEMO_SOURCE };
/** Fewer than the 2,970 wanted, but more than the 500 of intermediate level. */
const WORKERS = 2_416;
const INTERMEDIATE = 541;

/** One row for each worker in communities and agencies; villages and 街道 as totals of a unit. */
export function socialWorkers(
  places: readonly UnitPlace[],
  agencies: readonly string[],
  chance: Chance,
  keep: (code: string) => boolean,
): TableRow[] {
  const out: TableRow[] = [];
  const rows: {
    place: UnitPlace;
    workplace: string;
    org_id: string | null;
    unit: string;
    weight: number;
  }[] = [];
  for (const place of places) {
    const { village } = place;
    if (village.kind === 'residents_committee' && chance.is(0.83)) {
      const count = chance.whole(1, 3);
      for (let i = 0; i < count; i++)
        rows.push({ place, workplace: 'community', org_id: null, unit: village.code, weight: 0 });
    } else if (village.kind === 'villagers_committee' && chance.is(0.24)) {
      rows.push({ place, workplace: 'village', org_id: null, unit: village.code, weight: 0 });
    }
  }
  const firstOf = new Map(places.map((p) => [p.town, p]));
  for (const [town, place] of firstOf) {
    if (chance.is(0.7))
      rows.push({
        place,
        workplace: 'subdistrict',
        org_id: null,
        unit: town.code,
        weight: 1 + chance.fraction(),
      });
  }
  agencies.forEach((org_id, n) => {
    const place = places[(n * 73) % places.length];
    rows.push({
      place,
      workplace: 'org',
      org_id,
      unit: place.county.code,
      weight: 4 + 6 * chance.fraction(),
    });
  });
  const single = rows.filter((r) => r.weight === 0).length;
  const totals = apportion(
    WORKERS - single,
    rows.map((r) => r.weight),
  );
  // The intermediate ones are counted out over all heads.
  let intermediate = 0;
  let heads = 0;
  rows.forEach((row, n) => {
    const headcount = row.weight === 0 ? 1 : totals[n];
    if (headcount === 0) return;
    const put = (level: string, count: number, part: number) => {
      if (count === 0 || !keep(row.place.county.code)) return;
      out.push({
        worker_id: `W${String(n + 1).padStart(5, '0')}${part}`,
        unit_code: row.unit,
        org_id: row.org_id,
        workplace: row.workplace,
        level,
        headcount: row.weight === 0 ? null : count,
        ...provenance,
      });
    };
    heads += headcount;
    const middle = Math.floor((heads * INTERMEDIATE) / WORKERS) - intermediate;
    intermediate += middle;
    put(chance.is(0.08) ? 'recognised_intermediate' : 'intermediate', middle, 1);
    put(chance.is(0.6) ? 'assistant' : 'none', headcount - middle, 2);
  });
  return out;
}
