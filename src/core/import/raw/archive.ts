/**
 * Zip archives with limits: what a file says of its size is checked before anything is unpacked,
 * and unpacking never writes more than was said.
 */
import { inflateSync } from 'fflate';
import { problem, type Result } from '../../result';

const LARGEST_TOTAL_BYTES = 1.5e9;
const LARGEST_RATIO = 200;
/** Below this no ratio is suspicious: blank sheets pack well. */
const HARMLESS_BYTES = 32e6;
const MOST_ENTRIES = 5000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const UTF8_FLAG = 0x800;

export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  /** Problems: `archive_broken`, `archive_part_damaged`, `archive_too_large`. */
  unpack(): Result<Uint8Array>;
}

export const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

export function openArchive(bytes: Uint8Array, fileName: string): Result<readonly ArchiveEntry[]> {
  const broken = () => problem('archive_broken', { file: fileName });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && view.getUint32(end, true) !== END_SIGNATURE) end--;
  if (end < first || bytes.length < 22) return broken();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return problem('archive_too_large', { file: fileName });
  const entries: ArchiveEntry[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) return broken();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const checksum = view.getUint32(at + 16, true);
    const nameLength = view.getUint16(at + 28, true);
    const skip = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const header = view.getUint32(at + 42, true);
    const name = entryName(bytes.subarray(at + 46, at + 46 + nameLength), flags);
    at += 46 + nameLength + skip;
    if (name.endsWith('/')) continue;
    total += size;
    if (size > HARMLESS_BYTES && size > packed * LARGEST_RATIO) {
      return problem('archive_too_large', { file: `${fileName}/${name}` });
    }
    entries.push({
      name,
      size,
      unpack: () =>
        unpack(
          bytes,
          view,
          { header, packed, size, method, flags, checksum },
          `${fileName}/${name}`,
        ),
    });
  }
  if (
    total > LARGEST_TOTAL_BYTES ||
    (total > HARMLESS_BYTES && total > bytes.length * LARGEST_RATIO)
  ) {
    return problem('archive_too_large', { file: fileName });
  }
  return { ok: true, value: entries };
}

/** Without the mark for UTF-8, Chinese Windows writes names in GBK. */
function entryName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(flags & UTF8_FLAG ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

interface Packed {
  readonly header: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly flags: number;
  /** CRC-32 of the content. */
  readonly checksum: number;
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: Packed,
  file: string,
): Result<Uint8Array> {
  const { header, packed, size, method, flags, checksum } = entry;
  if (flags & 1) return problem('file_encrypted', { file });
  if (header + 30 > bytes.length) return problem('archive_broken', { file });
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > bytes.length) return problem('archive_broken', { file });
  const content = bytes.subarray(start, start + packed);
  if (method === 0) {
    return crc32(content) === checksum
      ? { ok: true, value: content }
      : problem('archive_part_damaged', { file });
  }
  if (method !== 8) return problem('archive_broken', { file });
  try {
    // Into room of the size that was said: more than that is cut off, never written. One byte more
    // tells a file that says less than it holds.
    const out = inflateSync(content, { out: new Uint8Array(size + 1) });
    if (out.length > size) return problem('archive_too_large', { file });
    // A changed byte would otherwise be read as another number.
    if (crc32(out) !== checksum) return problem('archive_part_damaged', { file });
    return { ok: true, value: out };
  } catch {
    return problem('archive_part_damaged', { file });
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
