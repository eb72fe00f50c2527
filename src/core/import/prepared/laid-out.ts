/**
 * A table's columns as they lie in memory, deflated: read in a fraction of the time its Parquet file
 * takes. Made from a file that stays beside it and named by that file's SHA-256, so it holds nothing of
 * its own and may always be thrown away.
 *
 *   0  8 bytes  magic "CCCOLUMN"
 *   8  uint32   CRC-32 (IEEE) of all bytes after this field
 *   12 uint32   length of the head, JSON in UTF-8
 *   16 head, then the deflated columns
 *
 * A column is a row of whole numbers, each stored as what it differs from the one before, its lowest
 * bytes first, then the next: most planes are zeros.
 */
import { crc32 } from '../../network/saved/checksum';
import type { Note } from '../../result';
import { UNKNOWN_INTEGER, type ColumnData } from '../../store/columns';
import type { ImportedTable } from '../table/imported-table';

const MAGIC = 'CCCOLUMN';
const HEAD_AT = 16;
const CHECKED_FROM = 12;

type Kind = 'integer' | 'boolean' | 'dictionary' | 'number';

interface ColumnHead {
  readonly name: string;
  readonly kind: Kind;
  /** Bytes of each value. */
  readonly planes: number;
  /** A number is a whole one times this. */
  readonly factor?: number;
  readonly words?: readonly (string | null)[];
}

interface Head {
  readonly version: 1;
  readonly table: ImportedTable['name'];
  readonly fileName: string;
  readonly sha256: string;
  readonly rowCount: number;
  readonly notes: readonly Note[];
  readonly columns: readonly ColumnHead[];
}

export interface LaidOut {
  readonly table: ImportedTable;
  /** Of the file it was made from. */
  readonly sha256: string;
}

/** Columns of texts that mostly differ are for the file itself. */
export function layOut(
  table: ImportedTable,
  sha256: string,
  deflate: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const columns: ColumnHead[] = [];
  const planes: Uint8Array[] = [];
  for (const [name, column] of Object.entries(table.columns)) {
    const factor = column.kind === 'number' ? factorOf(column.values) : undefined;
    const values = wholeNumbers(column, factor);
    if (values === null) continue;
    const differences = differencesOf(values);
    const words = column.kind === 'dictionary' ? column.words : undefined;
    const count = bytesOf(differences);
    columns.push({ name, kind: column.kind as Kind, planes: count, factor, words });
    for (let plane = 0; plane < count; plane++) planes.push(planeOf(differences, plane));
  }
  const { name, fileName, rowCount, notes } = table;
  const head: Head = { version: 1, table: name, fileName, sha256, rowCount, notes, columns };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const body = deflate(joined(planes, rowCount));
  const bytes = new Uint8Array(HEAD_AT + headBytes.length + body.length);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  bytes.set(headBytes, HEAD_AT);
  bytes.set(body, HEAD_AT + headBytes.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(12, headBytes.length, true);
  view.setUint32(8, crc32(bytes.subarray(CHECKED_FROM)), true);
  return bytes;
}

/** The table as it was; null where the bytes are not what was written. */
export async function readLaidOut(
  bytes: Uint8Array<ArrayBuffer>,
  inflate: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<LaidOut | null> {
  if (bytes.length < HEAD_AT) return null;
  for (let i = 0; i < MAGIC.length; i++) if (bytes[i] !== MAGIC.charCodeAt(i)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (crc32(bytes.subarray(CHECKED_FROM)) !== view.getUint32(8, true)) return null;
  const bodyAt = HEAD_AT + view.getUint32(12, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_AT, bodyAt))) as Head;
  if (head.version !== 1) return null;
  const { rowCount, fileName, notes, sha256 } = head;
  const body = await inflate(bytes.subarray(bodyAt));
  const columns: Record<string, ColumnData> = {};
  let at = 0;
  for (const column of head.columns) {
    const size = column.planes * rowCount;
    columns[column.name] = columnOf(column, body.subarray(at, at + size), rowCount);
    at += size;
  }
  const rowNumbers = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) rowNumbers[row] = row + 1;
  return { table: { name: head.table, fileName, rowCount, columns, rowNumbers, notes }, sha256 };
}

/** Null for what is not laid out. */
function wholeNumbers(column: ColumnData, factor: number | undefined): Int32Array | null {
  if (column.kind === 'integer') return column.values;
  if (column.kind === 'boolean') return Int32Array.from(column.values);
  if (column.kind === 'dictionary') return Int32Array.from(column.codes);
  if (column.kind === 'text' || factor === undefined) return null;
  return Int32Array.from(column.values, (value) =>
    Number.isNaN(value) ? UNKNOWN_INTEGER : Math.round(value / factor),
  );
}

/** What every number is a whole multiple of, to the last bit; undefined where nothing serves. */
function factorOf(values: Float64Array): number | undefined {
  return [1, 10 ** -5, 10 ** -6, 10 ** -7].find((factor) =>
    values.every((value) => {
      const whole = Math.round(value / factor);
      return Number.isNaN(value) || (whole * factor === value && Math.abs(whole) < 2 ** 31);
    }),
  );
}

/** Each number less the one before, small either way as a small number above zero. */
function differencesOf(values: Int32Array): Uint32Array {
  const out = new Uint32Array(values.length);
  let before = 0;
  for (let row = 0; row < values.length; row++) {
    const change = (values[row] - before) | 0;
    out[row] = (change << 1) ^ (change >> 31);
    before = values[row];
  }
  return out;
}

function bytesOf(differences: Uint32Array): number {
  let most = 0;
  for (let row = 0; row < differences.length; row++) most = Math.max(most, differences[row]);
  return most < 2 ** 8 ? 1 : most < 2 ** 16 ? 2 : most < 2 ** 24 ? 3 : 4;
}

function planeOf(differences: Uint32Array, plane: number): Uint8Array {
  const out = new Uint8Array(differences.length);
  for (let row = 0; row < out.length; row++) out[row] = differences[row] >>> (8 * plane);
  return out;
}

function joined(planes: readonly Uint8Array[], rowCount: number): Uint8Array {
  const out = new Uint8Array(planes.length * rowCount);
  planes.forEach((plane, i) => out.set(plane, i * rowCount));
  return out;
}

function columnOf(
  { kind, planes, factor = 1, words = [] }: ColumnHead,
  bytes: Uint8Array,
  rowCount: number,
): ColumnData {
  const whole = new Int32Array(rowCount);
  for (let plane = 0; plane < planes; plane++) {
    const shift = 8 * plane;
    const from = plane * rowCount;
    for (let row = 0; row < rowCount; row++) whole[row] |= bytes[from + row] << shift;
  }
  let value = 0;
  for (let row = 0; row < rowCount; row++) {
    const change = whole[row];
    value = (value + ((change >>> 1) ^ -(change & 1))) | 0;
    whole[row] = value;
  }
  if (kind === 'integer') return { kind, values: whole };
  if (kind === 'boolean') return { kind, values: new Uint8Array(whole) };
  if (kind === 'dictionary') return { kind, codes: new Uint32Array(whole.buffer), words };
  const values = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++)
    values[row] = whole[row] === UNKNOWN_INTEGER ? NaN : whole[row] * factor;
  return { kind, values };
}
