/** Tables and streets as the files of a data folder: what a project file carries. */
import type { ImportedTable } from '../../import';
import { manifestFileName, manifestFormatVersion } from '../../import';
import { encodeNetwork, type Network } from '../../network';
import { tableDescription, tableNames, type TableName } from '../../store/tables';
import { csvChunks } from '../csv';
import type { NamedBytes } from './comparison-file';

export interface FolderContent {
  readonly title: string;
  /** ISO date. */
  readonly asOf: string | null;
  readonly divisions: string | null;
  readonly isGenerated: boolean;
  readonly tables: Readonly<Partial<Record<TableName, ImportedTable>>>;
  readonly network: Network;
  readonly areas: Uint8Array | null;
  readonly terrain: readonly NamedBytes[];
}

/** @param withHouseholds false leaves their rows out altogether */
export function dataFolderFiles(content: FolderContent, withHouseholds: boolean): NamedBytes[] {
  const { title, asOf, divisions, isGenerated, tables, network, areas, terrain } = content;
  const manifest = {
    format_version: manifestFormatVersion,
    title,
    as_of: asOf,
    divisions: divisions === '2017' ? '2017' : 'current',
    generated: isGenerated,
    files: {},
  };
  const files: NamedBytes[] = [
    { name: manifestFileName, bytes: encoded(`${JSON.stringify(manifest, null, 1)}\n`) },
    { name: 'streets.network', bytes: encodeNetwork(network) },
  ];
  if (areas) files.push({ name: 'areas.geojson', bytes: areas });
  files.push(...terrain.map((file) => (terrain.length === 1 ? asModel(file) : file)));
  for (const name of tableNames) {
    const table = tables[name];
    if (!table || (name === 'households' && !withHouseholds)) continue;
    const columns = tableDescription(name).columns.flatMap((column) => {
      const data = table.columns[column.name];
      return data ? [{ name: column.name, column: data }] : [];
    });
    files.push({ name: `${name}.csv`, bytes: joined(csvChunks(columns, table.rowCount)) });
  }
  return files;
}

/** A single GeoTIFF gets the name that every data folder has for it. */
const asModel = (file: NamedBytes): NamedBytes =>
  /\.tiff?$/i.test(file.name) ? { ...file, name: 'terrain.tif' } : file;

const encoded = (text: string) => new TextEncoder().encode(text);

function joined(chunks: Iterable<string>): Uint8Array {
  const parts = [...chunks].map(encoded);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
