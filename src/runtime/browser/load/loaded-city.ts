/** A city's files read and understood, however they came; what the engine computes from. */
import { isEstimated, type DataFolder, type ImportedTable } from '../../../core/import';
import type { Population } from '../../../core/reach';
import type { Network, SnapIndex } from '../../../core/network';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import type { SqlValue } from '../../../core/store/database';
import type { TableName } from '../../../core/store/tables';
import type { CityFiles } from './city-files';
import type { AreaFeature, CityInfo, Unit } from '../data/page-data';

export type Tables = Readonly<Partial<Record<TableName, ImportedTable>>>;

export interface LoadedCity {
  readonly info: CityInfo;
  readonly tables: Tables;
  readonly network: Network;
  /** Made while something else was waited for. */
  readonly snapIndex?: SnapIndex;
  /** Summed beside the streets. */
  readonly population?: Population;
  readonly areas: FileBytes | null;
  /** The elevation model, read when slope is first asked for; absent where there is none. */
  readonly terrainFiles?: () => Promise<Result<readonly FileBytes[]>>;
  readonly notes: readonly Note[];
  /** All tables with all columns; some may only now be read. */
  wholeTables(progress: Progress): Promise<Result<Tables>>;
  /** All tables, households with the columns that are read; absent where `tables` hold all. */
  otherTables?(): Promise<Result<Tables>>;
  /** What the tables do not yet hold of one household, by column; empty where they hold all. */
  otherFields(householdIndex: number): Promise<Readonly<Record<string, SqlValue>>>;
}

export interface FileBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export const ownTerrain = 'terrain.tif';

/** The elevation model of a folder: one GeoTIFF, or tiles side by side. */
export function terrainNames({ names }: CityFiles): readonly string[] {
  if (names === null || names.includes(ownTerrain)) return [ownTerrain];
  return names.filter((name) => /\.(tiff?|hgt)$/i.test(name));
}

export function terrainOf(
  files: CityFiles,
  wanted = terrainNames(files),
): LoadedCity['terrainFiles'] {
  if (wanted.length === 0) return undefined;
  return async () => {
    const read: FileBytes[] = [];
    for (const fileName of wanted) {
      const bytes = await files.read(fileName);
      if (!bytes.ok) return bytes;
      read.push({ fileName, bytes: bytes.value });
    }
    return ok(read);
  };
}

/** What the manifest says, for the page. */
export function folderInfo(
  folder: DataFolder,
  files: CityFiles,
  origin: CityInfo['origin'],
  terrain = terrainNames(files),
): CityInfo {
  const { title, as_of, divisions, generated, files: listed } = folder.manifest;
  return {
    origin,
    title,
    asOf: as_of,
    divisions,
    isGenerated: generated,
    isEstimated: isEstimated(folder.tables.households),
    terrain,
    files: Object.entries(listed).map(([name, { sha256 = null }]) => ({ name, sha256 })),
  };
}

/** The polygons of known units; an area of a unit that is not in the table is left out. */
export function areaFeatures(
  file: FileBytes | null,
  units: readonly Unit[],
): Result<readonly AreaFeature[]> {
  if (file === null) return ok([]);
  const indexOfCode = new Map(units.map((unit) => [unit.code, unit.index]));
  let features: { properties: Record<string, unknown> | null; geometry: AreaFeature['geometry'] }[];
  try {
    features = JSON.parse(new TextDecoder().decode(file.bytes)).features;
    if (!Array.isArray(features))
      return problem('geojson_without_features', { file: file.fileName });
  } catch {
    return problem('json_broken', { file: file.fileName });
  }
  const areas: AreaFeature[] = [];
  for (const { properties, geometry } of features) {
    const unitIndex = indexOfCode.get(String(properties?.['unit_code'] ?? ''));
    if (unitIndex === undefined || !geometry?.type.endsWith('Polygon')) continue;
    const real = properties?.['real'] === true;
    areas.push({
      type: 'Feature',
      properties: { unitIndex, level: units[unitIndex].level, real },
      geometry,
    });
  }
  return ok(areas);
}
