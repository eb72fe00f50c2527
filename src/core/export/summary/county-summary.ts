/** The part of a summary that is one county's: what its report and its sheet of the atlas are made from. */
import { problem, ok, type Result } from '../../result';
import type { ResultSummary } from './result-summary';

/** @returns the same shape with the county at its top; a problem where there is no such county */
export function countySummary(summary: ResultSummary, countyCode: string): Result<ResultSummary> {
  const county = summary.units.find(
    ({ unitCode, level }) => unitCode === countyCode && level === 'county',
  );
  if (!county) return problem('county_unknown', { county: countyCode });
  const inside = new Set([countyCode]);
  // Units stand below their parents, level by level.
  for (const { unitCode, parentCode } of summary.units) {
    if (parentCode !== null && inside.has(parentCode)) inside.add(unitCode);
  }
  const isInside = ({ unitCode }: { readonly unitCode: string | null }) =>
    unitCode !== null && inside.has(unitCode);
  const { sensitivity, uncovered } = summary;
  return ok({
    ...summary,
    units: summary.units
      .filter(isInside)
      .map((unit) => (unit === county ? { ...unit, parentCode: null } : unit)),
    indicators: summary.indicators.map((indicator) => ({
      ...indicator,
      figures: indicator.figures.filter(isInside),
      failing: indicator.failing.filter((code) => inside.has(code)),
    })),
    uncovered: {
      byPolicy: uncovered.byPolicy.filter((village) => inside.has(village.unit_code)),
      onFoot: uncovered.onFoot.filter((village) => inside.has(village.unit_code)),
    },
    facilities: summary.facilities.filter(isInside),
    borders: summary.borders.filter(isInside),
    sensitivity: sensitivity && {
      cases: sensitivity.cases,
      covered: Object.fromEntries(
        Object.entries(sensitivity.covered).filter(([code]) => inside.has(code)),
      ),
    },
  });
}
