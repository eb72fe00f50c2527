/** The part of a summary that is one county's: what its report and its sheet of the atlas are made from. */
import { problem, ok, type Result } from '../../result';
import type { ResultSummary } from './result-summary';

interface Named {
  readonly unitCode: string;
  readonly name: string;
}

/**
 * @param word a county's 12 digits, the first 6 of them, or its name
 * @returns its code; a problem that lists the counties where there is no such one
 */
export function countyCodeOf(counties: readonly Named[], word: string): Result<string> {
  const found = counties.find(
    ({ unitCode, name }) => unitCode === word || unitCode === `${word}000000` || name === word,
  );
  if (found) return ok(found.unitCode);
  return unknownCounty(counties, word);
}

function unknownCounty(counties: readonly Named[], county: string): Result<never> {
  const known = counties.map(({ unitCode, name }) => `${unitCode.slice(0, 6)} ${name}`);
  return problem('county_unknown', { county, counties: known.join(', ') });
}

/** @returns the same shape with the county at its top; a problem where there is no such county */
export function countySummary(summary: ResultSummary, countyCode: string): Result<ResultSummary> {
  const counties = summary.units.filter(({ level }) => level === 'county');
  const county = counties.find(({ unitCode }) => unitCode === countyCode);
  if (!county) return unknownCounty(counties, countyCode);
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
