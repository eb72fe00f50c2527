/**
 * Every format streets may come in, in one list; which one a file is, is told by its content, since
 * names lie. Parsers are loaded when first needed.
 */
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import { buildNetwork } from '../build';
import { decodeNetwork, looksLikeNetworkFile } from '../saved/file-format';
import type { Network } from '../graph';
import { networkLines } from '../network-lines';
import type { ReadFormat, ReadStreets } from './read-streets';
import type { WalkableOptions } from './walkable';

export interface StreetFormat {
  readonly id: string;
  readonly extensions: readonly string[];
  /** Told from the first bytes; a gzipped file is told by what is inside. */
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly load: () => Promise<ReadFormat>;
}

export const streetFormats: readonly StreetFormat[] = [
  {
    id: 'network',
    extensions: ['.network'],
    recognises: looksLikeNetworkFile,
    load: async () => readSavedNetwork,
  },
  {
    id: 'osm-pbf',
    extensions: ['.osm.pbf', '.pbf'],
    recognises: looksLikeOsmPbf,
    load: async () => (await import('./osm-pbf')).readOsmPbf,
  },
  {
    id: 'osm-xml',
    extensions: ['.osm', '.osm.gz', '.xml', '.xml.gz'],
    recognises: (bytes) => isGzip(bytes) || firstSign(bytes) === '<',
    load: async () => (await import('./osm-xml')).readOsmXml,
  },
  {
    id: 'geojson',
    extensions: ['.geojson', '.json'],
    recognises: (bytes) => firstSign(bytes) === '{',
    load: async () => (await import('./lines-geojson')).readLinesGeojson,
  },
];

/** Street lines from the bytes of any known format. Problems name `file`. */
export async function readStreets(
  bytes: Uint8Array,
  file: string,
  progress: Progress = () => {},
  options: WalkableOptions = {},
): Promise<Result<ReadStreets>> {
  if (bytes.length === 0) return problem('streets_empty', { file });
  const format = streetFormats.find(({ recognises }) => recognises(bytes));
  if (format === undefined) return problem('streets_unknown_format', { file });
  return (await format.load())(bytes, file, progress, options);
}

/** A ready network: our own saved file as it is, any other street file built. */
export async function readNetwork(
  bytes: Uint8Array,
  file: string,
  progress: Progress = () => {},
  options: WalkableOptions = {},
): Promise<Result<{ network: Network; notes: readonly Note[]; source: string }>> {
  if (looksLikeNetworkFile(bytes)) {
    const network = decodeNetwork(bytes, file);
    return network.ok ? ok({ network: network.value, notes: [], source: 'network' }) : network;
  }
  const streets = await readStreets(bytes, file, progress, options);
  if (!streets.ok) return streets;
  const { lines, notes, source } = streets.value;
  progress('index_streets', 0, 0);
  const network = buildNetwork(lines);
  if (network.edgeCount === 0) return problem('streets_none', { file });
  return ok({ network, notes, source });
}

const readSavedNetwork: ReadFormat = (bytes, file) => {
  const network = decodeNetwork(bytes, file);
  if (!network.ok) return network;
  return ok({ lines: networkLines(network.value), notes: [], source: 'network' });
};

/** A PBF opens with a blob header whose type is OSMHeader; its first field is that text. */
function looksLikeOsmPbf(bytes: Uint8Array): boolean {
  const text = 'OSMHeader';
  if (bytes.length < 7 || bytes[0] !== 0 || bytes[1] !== 0) return false;
  if (bytes[4] !== 0x0a || bytes[5] !== text.length) return false;
  for (let i = 0; i < text.length && 6 + i < bytes.length; i++) {
    if (bytes[6 + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The first sign of a text, past a byte order mark and blanks. */
function firstSign(bytes: Uint8Array): string {
  let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (i < bytes.length && (bytes[i] === 32 || (bytes[i] >= 9 && bytes[i] <= 13))) i++;
  return i < bytes.length ? String.fromCharCode(bytes[i]) : '';
}
