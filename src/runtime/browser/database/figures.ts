/** A rate of one unit laid open, from the last run and from the tables it stands on. */
import { coverageFigureQuery } from '../../../core/export';
import { shareHundredths } from '../../../core/export/summary/sentences';
import type { CoverageRun } from '../../../core/reach';
import { textAt } from '../../../core/store/columns';
import type { ImportedTable } from '../../../core/import';
import { quoteLine } from '../../../core/indicators/catalogue/quotes';
import type { Group, UnitCoverage } from '../data/coverage-data';
import type { Figure, FigureSource } from '../data/figure-data';
import type { CityInfo } from '../data/page-data';

/** The policy's words come on demand: the catalogue is a large part, and few figures are opened. */
export async function figureOf(
  run: CoverageRun,
  coverage: UnitCoverage,
  group: Group,
  info: CityInfo,
): Promise<Figure> {
  const { units, households, facilities } = run.ground;
  const counts = coverage.counts[group];
  const { sanmingCatalogue } = await import('../../../core/indicators/catalogue/sanming');
  const requirement = sanmingCatalogue.indicators.find(
    ({ id }) => group === 'age_60_plus' && id === 'eldercare_circle_15min_coverage',
  );
  const code = units.isGiven ? units.codes[coverage.unitIndex] : null;
  return {
    unitIndex: coverage.unitIndex,
    group,
    numerator: counts?.covered ?? null,
    denominator: counts?.total ?? null,
    notConnected: counts?.notConnected ?? null,
    notLocated: counts?.notLocated ?? null,
    value: ratePercent(counts?.covered ?? null, counts?.total ?? null),
    formulaKey: 'figure.formula.coverage',
    ...coverageFigureQuery(code, group),
    sources: [
      ...sourcesOf('households', households, info),
      ...sourcesOf('facilities', facilities, info),
    ],
    policyQuote: requirement ? quoteLine(requirement.quotes) : null,
    policyClause: requirement?.clause ?? null,
  };
}

/** Percent, two decimals, rounded down; null where nobody is known. */
export function ratePercent(covered: number | null, total: number | null): number | null {
  const hundredths = shareHundredths(covered, total);
  return hundredths === null ? null : hundredths / 100;
}

const mostSources = 5;

/**
 * The different sources and dates of a table's rows, in order of appearance, at most five; what
 * rows do not say (or columns that nobody has asked for yet) is the folder's own title and date.
 */
function sourcesOf(name: string, table: ImportedTable, info: CityInfo): FigureSource[] {
  const { source, as_of: asOf } = table.columns;
  if (!source && !asOf) return [{ table: name, source: info.title, asOf: info.asOf }];
  const found = new Map<string, FigureSource>();
  for (let row = 0; row < table.rowCount && found.size < mostSources; row++) {
    const entry = { table: name, source: textAt(source, row), asOf: textAt(asOf, row) };
    found.set(`${entry.source}|${entry.asOf}`, entry);
  }
  return [...found.values()];
}
