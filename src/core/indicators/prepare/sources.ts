/** Where the rows behind a figure come from: by table and source, for one county or the whole city. */
import type { CodeResolver } from '../divisions/resolve-code';
import { ancestorsOf, type UnitTree } from '../divisions/unit-tree';
import type { SourceLine } from '../types';

/** One table's rows under one raw code. */
export interface ProvenanceRow {
  readonly table: string;
  readonly code: string | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly rows: number;
}

export type SourcesOf = (unitCode: string, tables: readonly string[]) => readonly SourceLine[];

/**
 * A look-up of source lines. A unit's lines are those of its county's rows; where a table has none in
 * the county (organisations registered elsewhere), those of the whole table.
 */
export function sourceLines(
  tree: UnitTree,
  resolve: CodeResolver,
  provenance: readonly ProvenanceRow[],
): SourcesOf {
  const countyOf = (unitCode: string) =>
    ancestorsOf(tree, unitCode).find((unit) => unit.level === 'county')?.unitCode ?? '';
  const byTable = new Map<string, { county: string; row: ProvenanceRow }[]>();
  for (const row of provenance) {
    const resolved = resolve(row.code);
    const county = resolved === null ? '' : countyOf(resolved.unitCode);
    byTable.set(row.table, [...(byTable.get(row.table) ?? []), { county, row }]);
  }
  const cache = new Map<string, readonly SourceLine[]>();
  return (unitCode, tables) => {
    const county = countyOf(unitCode);
    const key = `${county}|${tables.join(' ')}`;
    const known = cache.get(key);
    if (known) return known;
    const lines = tables.flatMap((table) => {
      const all = byTable.get(table) ?? [];
      const here = all.filter((one) => county === '' || one.county === county);
      return merged(
        table,
        (here.length > 0 ? here : all).map((one) => one.row),
      );
    });
    cache.set(key, lines);
    return lines;
  };
}

function merged(table: string, rows: readonly ProvenanceRow[]): SourceLine[] {
  const bySource = new Map<string | null, SourceLine>();
  for (const row of rows) {
    const line = bySource.get(row.source);
    const dates = [line?.asOfFrom, line?.asOfTo, row.asOf].filter((date) => date != null).sort();
    bySource.set(row.source, {
      table,
      source: row.source,
      asOfFrom: dates[0] ?? null,
      asOfTo: dates.at(-1) ?? null,
      rows: (line?.rows ?? 0) + row.rows,
    });
  }
  return [...bySource.values()];
}
