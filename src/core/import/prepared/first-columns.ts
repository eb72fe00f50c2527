/** What of the households the first view needs: places, people and whose they are. */
export const firstColumns: ReadonlySet<string> = new Set([
  'unit_code',
  'lon',
  'lat',
  'persons',
  'age_60_64',
  'age_65_74',
  'age_75_79',
  'age_80_plus',
  'living_alone',
  'dependent',
  'location_precision',
]);

/** Those columns laid out beside a folder's households.parquet. */
export const firstColumnsFile = 'households.columns';
