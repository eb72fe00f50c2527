/** Which tables can be looked at without writing SQL; their words are in i18n under `analysis.table.`. */
export const analysisTableIds = [
  'units',
  'uncovered_on_foot',
  'uncovered_by_policy',
  'bases',
  'causes',
  'indicators',
  'facilities',
  'households',
] as const;

export type AnalysisTableId = (typeof analysisTableIds)[number];
export type AnalysisLevel = 'city' | 'county' | 'town' | 'village';

/** Those with a row for each unit of one level. */
export const tablesByLevel: readonly AnalysisTableId[] = ['units', 'bases', 'causes', 'indicators'];
