/** An atlas: the city, then every county by code, each a sheet of its own. */
import type { Language } from '../../i18n/t';
import { countySummary } from '../summary/county-summary';
import type { ResultSummary } from '../summary/result-summary';
import type { MapOptions } from './map-options';
import { mapSheet, type MapSheet } from './map-sheet';

export function atlasSheets(
  summary: ResultSummary,
  options: MapOptions,
  language: Language,
): MapSheet[] {
  const counties = summary.units.filter(({ level }) => level === 'county');
  const sheets = counties.flatMap(({ unitCode }) => {
    const county = countySummary(summary, unitCode);
    return county.ok ? [mapSheet(county.value, summary, options, language)] : [];
  });
  return [mapSheet(summary, null, options, language), ...sheets];
}
