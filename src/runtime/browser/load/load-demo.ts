/**
 * The demo city from our own server: all its files asked for at once, the households read in a
 * worker beside the streets, and only what the first view needs.
 */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { readDataFolder } from '../../../core/import/data-folder';
import { readTable } from '../../../core/import/formats';
import { manifestFileName, parseManifest } from '../../../core/import/manifest';
import { tableRequest, type ImportedTable } from '../../../core/import/table/imported-table';
import { buildSnapIndex, decodeNetwork, deflatedPart, type Network } from '../../../core/network';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import { tableNames, type TableName } from '../../../core/store/tables';
import { servedFiles, type CityFiles } from './city-files';
import { FolderBytes } from './folder-bytes';
import { readOtherFields, type HouseholdsRead } from './household-columns';
import { inflate } from './inflate';
import { startHouseholdsReader } from './households-reader';
import type { HouseholdsApi } from './households.worker';
import { folderInfo, terrainOf, type LoadedCity, type Tables } from './loaded-city';

const householdsFile = 'households.parquet';
const streetsFile = 'streets.network';
const firstTables: readonly TableName[] = [
  'admin_units',
  'facilities',
  'facility_services',
  'premises',
];

/** `onNetwork` is called as soon as the streets stand, with the households still to come. */
export async function loadDemo(
  baseUrl: string,
  householdsReader: MessagePort | null,
  progress: Progress,
  onNetwork: (network: Network) => void,
): Promise<Result<LoadedCity>> {
  const files = askedAhead(servedFiles(baseUrl), [
    manifestFileName,
    streetsFile,
    'areas.geojson',
    ...firstTables.map((name) => `${name}.csv`),
  ]);
  // What cannot be inflated is told of when it is decoded.
  const inflated = files
    .read(streetsFile)
    .then((read) => (read.ok ? inflate(deflatedPart(read.value).slice()) : undefined))
    .catch(() => undefined);
  const laidOutAsked = besides<HouseholdsRead | null>(
    (api) => api.readLaidOutColumns(baseUrl),
    householdsReader,
  );
  const manifestBytes = await files.read(manifestFileName);
  if (!manifestBytes.ok) return manifestBytes;
  const manifest = parseManifest(manifestBytes.value);
  if (!manifest.ok) return manifest;
  const names = [manifestFileName, ...Object.keys(manifest.value.files)];
  const bytes = new FolderBytes(files, names);
  const folder = await readDataFolder(bytes, { only: firstTables });
  if (bytes.failed) return bytes.failed;
  if (!folder.ok) return folder;
  progress('read_streets', 0, 0);
  const { streets, areas, tables, notes } = folder.value;
  if (streets === null) return problem('streets_missing');
  const network = decodeNetwork(streets.bytes, streets.fileName, await inflated);
  if (!network.ok) return network;
  onNetwork(network.value);
  const snapIndex = buildSnapIndex(network.value);
  const laidOut = await laidOutAsked;
  const isOfThisFile = laidOut?.sha256 === manifest.value.files[householdsFile]?.sha256;
  const households =
    laidOut && isOfThisFile
      ? ok(laidOut)
      : await besides<Result<HouseholdsRead>>((api) =>
          api.readFirstColumns(baseUrl, householdsFile, proxy(progress)),
        );
  if (!households.ok) return households;
  const first: Tables = { ...tables, households: households.value.table };
  let file: Promise<Result<Uint8Array<ArrayBuffer>>> | null = null;
  const wholeFile = async () => {
    const { bytes } = households.value;
    if (bytes) return ok(bytes);
    file ??= files.read(householdsFile);
    const read = await file;
    if (!read.ok) file = null;
    return read;
  };
  let whole: Promise<Result<Tables>> | null = null;
  return ok({
    info: folderInfo(folder.value, files, 'demo'),
    tables: first,
    network: network.value,
    snapIndex,
    population: households.value.population,
    areas,
    notes,
    terrainFiles: terrainOf(files),
    async otherFields(index) {
      const bytes = await wholeFile();
      return bytes.ok ? readOtherFields(bytes.value, index) : {};
    },
    async wholeTables(later) {
      whole ??= readRest(files, names, first, wholeFile, later);
      const tables = await whole;
      if (!tables.ok) whole = null;
      return tables;
    },
    otherTables: async () => (await whole) ?? readOthers(files, names, first),
  });
}

/** Fetches begin before anyone knows which are needed; each file is fetched once. */
function askedAhead(files: CityFiles, names: readonly string[]): CityFiles {
  const asked = new Map(names.map((name) => [name, files.read(name)]));
  return { names: null, read: (name) => asked.get(name) ?? files.read(name) };
}

/** Runs one reading by the reader that stands ready, else by one of its own. */
async function besides<T>(
  read: (api: Remote<HouseholdsApi>) => Promise<T>,
  ready: MessagePort | null = null,
): Promise<T> {
  const reader = ready ? null : startHouseholdsReader();
  const api = wrap<HouseholdsApi>(ready ?? reader!.port);
  try {
    return await read(api);
  } finally {
    // Held until here: Comlink closes the line of a forgotten proxy.
    api[releaseProxy]();
    reader?.end();
  }
}

async function readRest(
  files: CityFiles,
  names: readonly string[],
  first: Tables,
  wholeFile: () => Promise<Result<Uint8Array<ArrayBuffer>>>,
  progress: Progress,
): Promise<Result<Tables>> {
  const bytes = await wholeFile();
  if (!bytes.ok) return bytes;
  const others = await besides<Result<ImportedTable>>((api) =>
    api.readOtherColumns(bytes.value, householdsFile, proxy(progress)),
  );
  if (!others.ok) return others;
  const columns = { ...first.households!.columns, ...others.value.columns };
  return readOthers(files, names, { ...first, households: { ...others.value, columns } });
}

/** The tables that nothing at the beginning needs. */
async function readOthers(
  files: CityFiles,
  names: readonly string[],
  first: Tables,
): Promise<Result<Tables>> {
  const tables: { -readonly [name in TableName]?: Tables[name] } = { ...first };
  for (const name of tableNames) {
    const fileName = `${name}.csv`;
    if (tables[name] || !names.includes(fileName)) continue;
    const content = await files.read(fileName);
    if (!content.ok) return content;
    const table = await readTable(content.value, fileName, tableRequest(name));
    if (!table.ok) return table;
    tables[name] = table.value;
  }
  return ok(tables);
}
