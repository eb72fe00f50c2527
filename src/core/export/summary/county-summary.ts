/** The part of a summary that is one county's: what its report and its sheet of the atlas are made from. */
import { problem, ok, type Result } from '../../result';
import type { ResultSummary } from './result-summary';

/**
 * @param countyWord its 12 digits, the first 6 of them, or its name
 * @returns the same shape with the county at its top; a problem where there is no such county
 */
export function countySummary(summary: ResultSummary, countyWord: string): Result<ResultSummary> {
  const counties = summary.units.filter(({ level }) => level === 'county');
  const county = counties.find(
    ({ unitCode, name }) =>
      unitCode === countyWord || unitCode === `${countyWord}000000` || name === countyWord,
  );
  if (!county) {
    const known = counties.map(({ unitCode, name }) => `${unitCode.slice(0, 6)} ${name}`);
    return problem('county_unknown', { county: countyWord, counties: known.join(', ') });
  }
  const countyCode = county.unitCode;
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
