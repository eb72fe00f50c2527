/** What is to be said of a basemap: whose it is, and what to beware of. */
import type { TextKey } from '../../../core/i18n/t';
import type { BasemapSource } from '../../state/basemap.svelte';
import type { Unit } from '../../state/types';

/** The credit line: the user's own words, else the file's, 天地图 or the host. */
export function creditOf(source: BasemapSource, tianditu: string): string {
  if (source.credit) return source.credit;
  if (source.kind === 'file') return source.file.name;
  return source.isTianditu ? tianditu : source.origin.replace(/^https?:\/\//, '');
}

export function notesOf(source: BasemapSource, units: readonly Unit[]): readonly TextKey[] {
  if (source.kind === 'tiles') return source.shift ? [`basemap.shift_${source.shift}`] : [];
  const { bounds, isVector, layers } = source.file;
  const [west, south, east, north] = bounds;
  const placed = units.filter(({ lon, lat }) => lon !== null && lat !== null);
  const isHere = placed.some(
    ({ lon, lat }) => lon! >= west && lon! <= east && lat! >= south && lat! <= north,
  );
  const isNameless = isVector && layers.every(({ nameField }) => nameField === null);
  return [
    ...(placed.length > 0 && !isHere ? (['basemap.file_elsewhere'] as const) : []),
    ...(isNameless ? (['basemap.file_no_names'] as const) : []),
  ];
}
