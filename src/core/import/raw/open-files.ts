/**
 * The files a user drops, all at once: archives are opened, the parts of a shapefile found again,
 * and every file ends as tables, as streets or terrain, or refused with its reason; none is lost.
 */
import { Gunzip } from 'fflate';
import { ok, problem, type Progress, type Result } from '../../result';
import type { TextEncoding } from '../read/text';
import { decodeText } from '../read/text';
import { isZip, openArchive } from './archive';
import { openFile } from './formats';
import type { OpenedFile } from './raw-table';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenOptions {
  /** The user's own word on the encoding of texts. */
  readonly encoding?: TextEncoding;
  readonly progress?: Progress;
}

const DEEPEST_ARCHIVE = 2;
const LARGEST_GUNZIPPED = 1.5e9;
const LARGEST_RATIO = 200;
const HARMLESS_BYTES = 32e6;
/** What systems leave behind in folders and archives. */
const LITTER = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db|desktop\.ini)/i;
const WORKBOOKS = /\.(xls[xm]?|et|ods)$/i;
const SIDECARS = /\.(shx|prj|cpg|dbf|sbn|sbx|qix|qmd|qpj|shp\.xml)$/i;

export async function openFiles(
  files: readonly NamedFile[],
  { encoding, progress }: OpenOptions = {},
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  const { plain, refused } = unpackAll(files, 0);
  opened.push(...refused);
  const shapes = new Map(
    plain.filter(({ name }) => /\.shp$/i.test(name)).map((file) => [stem(file.name), file]),
  );
  for (const [done, file] of plain.entries()) {
    progress?.('read_tables', done, plain.length);
    const isPart =
      SIDECARS.test(file.name) && (shapes.has(stem(file.name)) || !/\.dbf$/i.test(file.name));
    if (isPart) continue;
    const result =
      shapes.has(stem(file.name)) && /\.shp$/i.test(file.name)
        ? await openShape(file, plain)
        : await openFile(file.bytes, file.name, encoding);
    opened.push(
      result.ok ? result.value : { kind: 'refused', fileName: file.name, problem: result.problem },
    );
  }
  return opened;
}

async function openShape(
  shape: NamedFile,
  files: readonly NamedFile[],
): Promise<Result<OpenedFile>> {
  const part = (end: string) =>
    files.find(({ name }) => name.toLowerCase() === `${stem(shape.name)}${end}`.toLowerCase())
      ?.bytes ?? null;
  const text = (bytes: Uint8Array | null) => (bytes ? decodeText(bytes).text : null);
  const { openShapefile } = await import('./shapefile');
  return openShapefile(
    { shp: shape.bytes, dbf: part('.dbf'), prj: text(part('.prj')), cpg: text(part('.cpg')) },
    shape.name,
  );
}

const stem = (name: string) => name.replace(/\.(shp\.xml|[^./]+)$/i, '').toLowerCase();

function unpackAll(
  files: readonly NamedFile[],
  depth: number,
): { plain: NamedFile[]; refused: OpenedFile[] } {
  const plain: NamedFile[] = [];
  const refused: OpenedFile[] = [];
  for (const file of files) {
    if (LITTER.test(file.name)) continue;
    const inner = unpackOne(file, depth);
    if (!inner.ok) refused.push({ kind: 'refused', fileName: file.name, problem: inner.problem });
    else if (inner.value === null) plain.push(file);
    else {
      const deeper = unpackAll(inner.value, depth + 1);
      plain.push(...deeper.plain);
      refused.push(...deeper.refused);
      if (inner.value.length === 0)
        refused.push({
          kind: 'refused',
          fileName: file.name,
          problem: { code: 'file_empty', params: { file: file.name } },
        });
    }
  }
  return { plain, refused };
}

/** The files within, or null for a file that is no archive. */
function unpackOne(file: NamedFile, depth: number): Result<readonly NamedFile[] | null> {
  const { name, bytes } = file;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // The streets' reader takes .osm.gz as it is.
    if (/\.osm\.gz$/i.test(name)) return ok(null);
    const content = gunzipWithin(bytes, name);
    return content.ok ? ok([{ name: name.replace(/\.gz$/i, ''), bytes: content.value }]) : content;
  }
  if (!isZip(bytes)) return ok(null);
  const entries = openArchive(bytes, name);
  if (!entries.ok)
    return entries.problem.code === 'archive_broken' && WORKBOOKS.test(name)
      ? problem('spreadsheet_broken', { file: name })
      : entries;
  const names = entries.value.map((entry) => entry.name);
  if (names.some((inner) => /^(xl\/workbook\.xml|content\.xml)$/i.test(inner))) return ok(null);
  if (names.some((inner) => /^(word|ppt)\//i.test(inner)))
    return problem('file_is_document', { file: name });
  // Binary workbooks have no reader that is safe with broken files.
  if (names.some((inner) => /^xl\/workbook\.bin$/i.test(inner))) {
    return problem('format_unknown', { file: name, formats: '.xlsx .xls .csv' });
  }
  if (depth >= DEEPEST_ARCHIVE) return problem('archive_too_deep', { file: name });
  const unpacked: NamedFile[] = [];
  for (const entry of entries.value) {
    if (LITTER.test(entry.name)) continue;
    const content = entry.unpack();
    if (!content.ok) return content;
    unpacked.push({ name: `${name}/${entry.name}`, bytes: content.value });
  }
  return ok(unpacked);
}

function gunzipWithin(bytes: Uint8Array, file: string): Result<Uint8Array> {
  const most = Math.min(LARGEST_GUNZIPPED, Math.max(HARMLESS_BYTES, bytes.length * LARGEST_RATIO));
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    const stream = new Gunzip((piece) => {
      size += piece.length;
      if (size <= most) pieces.push(piece);
    });
    for (let at = 0; at < bytes.length && size <= most; at += 65_536) {
      stream.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
    }
  } catch {
    return problem('archive_broken', { file });
  }
  if (size > most) return problem('archive_too_large', { file });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return ok(whole);
}
