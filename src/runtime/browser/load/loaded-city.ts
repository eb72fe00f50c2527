/** A city's files read and understood, however they came; what the engine computes from. */
import type { DataFolder, ImportedTable } from '../../../core/import';
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
  readonly areas: FileBytes | null;
  /** The elevation model, read when slope is first asked for; absent where there is none. */
  readonly terrainFile?: () => Promise<Result<FileBytes>>;
  readonly notes: readonly Note[];
  /** All tables with all columns; some may only now be read. */
  wholeTables(progress: Progress): Promise<Result<Tables>>;
  /** What the tables do not yet hold of one household, by column; empty where they hold all. */
  otherFields(householdIndex: number): Promise<Readonly<Record<string, SqlValue>>>;
}

export interface FileBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The folder's elevation model under its one name. */
export function terrainOf(files: CityFiles): LoadedCity['terrainFile'] {
  const fileName = 'terrain.tif';
  return async () => {
    const bytes = await files.read(fileName);
    return bytes.ok ? ok({ fileName, bytes: bytes.value }) : bytes;
  };
}

/** What the manifest says, for the page. */
export function folderInfo(folder: DataFolder, origin: CityInfo['origin']): CityInfo {
  const { title, as_of, divisions, generated, files } = folder.manifest;
  return {
    origin,
    title,
    asOf: as_of,
    divisions,
    isGenerated: generated,
    files: Object.entries(files).map(([name, { sha256 = null }]) => ({ name, sha256 })),
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
