/**
 * Every format a user may bring, told by its content; the name only decides where content cannot.
 * Parsers are loaded when a file of theirs comes.
 */
import { ok, problem, type Result } from '../../result';
import type { TextEncoding } from '../read/text';
import { isZip, openArchive } from './archive';
import { openDelimited } from './delimited';
import { openJson } from './json';
import type { OpenedFile } from './raw-table';

export interface RawFormat {
  readonly id: string;
  readonly extensions: readonly string[];
  /** @param start the first bytes as Latin-1 text, zeros taken out, for a look */
  matches(bytes: Uint8Array, lowerName: string, start: string): boolean;
  open(
    bytes: Uint8Array,
    fileName: string,
    encoding?: TextEncoding,
  ): Result<OpenedFile> | Promise<Result<OpenedFile>>;
}

const startsWith = (bytes: Uint8Array, ...head: number[]) =>
  head.every((byte, i) => bytes[i] === byte);
const letters = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0));
const ends = (name: string, ...extensions: string[]) =>
  extensions.some((end) => name.endsWith(end));
const HGT_SIZES = [2 * 1201 ** 2, 2 * 3601 ** 2];

const aside =
  (kind: 'streets' | 'terrain', format: string) =>
  (bytes: Uint8Array, fileName: string): Result<OpenedFile> =>
    ok({ kind, format, fileName, bytes });

const isWorkbookZip = (bytes: Uint8Array, name: string) => {
  if (!isZip(bytes)) return false;
  const entries = openArchive(bytes, name);
  return (
    entries.ok &&
    entries.value.some((entry) => /^(xl\/workbook\.xml|content\.xml|Workbook)$/i.test(entry.name))
  );
};

export const rawFormats: readonly RawFormat[] = [
  {
    id: 'xlsx',
    extensions: ['.xlsx', '.xlsm', '.et', '.ods'],
    matches: (bytes, name) => isWorkbookZip(bytes, name),
    open: async (...file) => (await import('./spreadsheet')).openSpreadsheet(file[0], file[1]),
  },
  {
    id: 'xls',
    extensions: ['.xls', '.et'],
    // OLE, bare BIFF, or a table of HTML or XML that calls itself .xls.
    matches: (bytes, _name, start) =>
      startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
      (bytes[0] === 0x09 &&
        [0, 2, 4, 8].includes(bytes[1]) &&
        bytes[3] === 0 &&
        bytes.length > 40) ||
      /^\s*(<\?xml[^>]*>\s*)?(<\?mso-application|<Workbook|<html|<table|<!doctype html)/i.test(
        start,
      ),
    open: async (...file) => (await import('./spreadsheet')).openSpreadsheet(file[0], file[1]),
  },
  {
    id: 'gpkg',
    extensions: ['.gpkg', '.sqlite'],
    matches: (bytes) => startsWith(bytes, ...letters('SQLite format 3')),
    open: async (...file) => (await import('./geopackage')).openGeoPackage(file[0], file[1]),
  },
  {
    id: 'parquet',
    extensions: ['.parquet', '.geoparquet'],
    matches: (bytes) => startsWith(bytes, ...letters('PAR1')),
    open: async (...file) => (await import('./parquet')).openParquet(file[0], file[1]),
  },
  {
    id: 'streets.network',
    extensions: ['.network'],
    matches: (_, name) => ends(name, '.network'),
    open: aside('streets', 'network'),
  },
  {
    id: 'osm.pbf',
    extensions: ['.osm.pbf', '.pbf'],
    matches: (bytes, name, start) => start.slice(0, 40).includes('OSMHeader') || ends(name, '.pbf'),
    open: aside('streets', 'osm.pbf'),
  },
  {
    id: 'osm',
    extensions: ['.osm'],
    matches: (_, name, start) => /<osm[\s>]/.test(start) || ends(name, '.osm', '.osm.gz'),
    open: aside('streets', 'osm'),
  },
  {
    id: 'tif',
    extensions: ['.tif', '.tiff'],
    matches: (bytes) =>
      [42, 43].some(
        (version) =>
          startsWith(bytes, 0x49, 0x49, version, 0) || startsWith(bytes, 0x4d, 0x4d, 0, version),
      ),
    open: aside('terrain', 'tif'),
  },
  {
    id: 'hgt',
    extensions: ['.hgt'],
    matches: (bytes, name) => ends(name, '.hgt') && HGT_SIZES.includes(bytes.length),
    open: aside('terrain', 'hgt'),
  },
  {
    id: 'kml',
    extensions: ['.kml', '.kmz'],
    matches: (_, _name, start) => /<kml[\s>]/.test(start),
    open: async (...file) => (await import('./kml')).openKml(file[0], file[1]),
  },
  {
    id: 'shapefile',
    extensions: ['.shp', '.dbf'],
    matches: (bytes, name) =>
      startsWith(bytes, 0, 0, 0x27, 0x0a) ||
      (ends(name, '.dbf') && [0x03, 0x30, 0x83, 0x8b, 0xf5].includes(bytes[0])),
    open: async (bytes, fileName) => {
      const { openShapefile } = await import('./shapefile');
      const isShape = startsWith(bytes, 0, 0, 0x27, 0x0a);
      return openShapefile(
        { shp: isShape ? bytes : null, dbf: isShape ? null : bytes, prj: null, cpg: null },
        fileName,
      );
    },
  },
  {
    id: 'geojson',
    extensions: ['.geojson', '.json'],
    matches: (_, _name, start) => /^[\s\u00ef\u00bb\u00bf]*[[{]/.test(start),
    open: openJson,
  },
  {
    id: 'csv',
    extensions: ['.csv', '.tsv', '.txt'],
    matches: (bytes, name) => ends(name, '.csv', '.tsv', '.txt') || !isBinary(bytes),
    open: openDelimited,
  },
];

/** Opens one file that is no archive of files. */
export async function openFile(
  bytes: Uint8Array,
  fileName: string,
  encoding?: TextEncoding,
): Promise<Result<OpenedFile>> {
  if (bytes.length === 0) return problem('file_empty', { file: fileName });
  const start = String.fromCharCode(...bytes.subarray(0, 1024).filter((byte) => byte !== 0));
  const name = fileName.toLowerCase();
  const format = rawFormats.find((one) => one.matches(bytes, name, start));
  if (!format) {
    const formats = [...new Set(rawFormats.flatMap(({ extensions }) => extensions)), '.zip'].join(
      ' ',
    );
    return problem('format_unknown', { file: fileName, formats });
  }
  return format.open(bytes, fileName, encoding);
}

/** Control bytes that no text of any encoding has; UTF-16 is known by its mark. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return false;
  const start = bytes.subarray(0, 4096);
  return start.some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32));
}
