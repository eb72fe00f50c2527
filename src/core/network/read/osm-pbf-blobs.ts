/**
 * The outer shell of an OSM PBF: a row of blobs, each with its own header and compression. Sizes are
 * checked against the format's own limits before anything is allocated, since a damaged or hostile
 * file can claim any size.
 */
import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';
import { adler32 } from '../saved/checksum';
import { Damage } from './damage';

/** The format's limits: 64 KiB for a blob's header, 32 MiB for its content. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_CONTENT_BYTES = 32 * 1024 * 1024;

export interface Blob {
  readonly type: string;
  /** Where its header begins, for messages. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** All blobs of the file, unread. A file that ends inside one is cut off. */
export function blobsOf(bytes: Uint8Array): Blob[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blobs: Blob[] = [];
  let start = 0;
  while (start < bytes.length) {
    const cut = new Damage('streets_cut_off', { position: start, size: bytes.length });
    if (start + 4 > bytes.length) throw cut;
    const headerSize = view.getUint32(start);
    const headerStart = start + 4;
    if (headerSize > MOST_HEADER_BYTES) throw new Damage('streets_damaged', { position: start });
    if (headerStart + headerSize > bytes.length) throw cut;
    const header = blobHeader(bytes.subarray(headerStart, headerStart + headerSize), start);
    const contentStart = headerStart + headerSize;
    const contentEnd = contentStart + header.size;
    if (contentEnd > bytes.length) throw cut;
    blobs.push({ type: header.type, start, contentStart, contentEnd });
    start = contentEnd;
  }
  return blobs;
}

function blobHeader(bytes: Uint8Array, position: number): { type: string; size: number } {
  const reader = new PbfReader(bytes);
  let type = '';
  let size = -1;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) type = reader.readString();
    else if (field === 3) size = reader.readVarint();
  }
  if (type === '' || !(size >= 0 && size <= MOST_CONTENT_BYTES) || reader.pos > bytes.length) {
    throw new Damage('streets_damaged', { position });
  }
  return { type, size };
}

const COMPRESSIONS: Readonly<Record<number, string>> = {
  4: 'LZMA',
  5: 'bzip2',
  6: 'LZ4',
  7: 'Zstandard',
};

/** The blob's message, inflated and checked. */
export function contentOf(bytes: Uint8Array, blob: Blob): Uint8Array {
  const damage = new Damage('streets_damaged', { position: blob.start });
  const reader = new PbfReader(bytes.subarray(blob.contentStart, blob.contentEnd));
  let rawSize = -1;
  let raw: Uint8Array | undefined;
  let deflated: Uint8Array | undefined;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) raw = reader.readBytes();
    else if (field === 2) rawSize = reader.readVarint();
    else if (field === 3) deflated = reader.readBytes();
    else if (field in COMPRESSIONS) {
      throw new Damage('streets_pbf_compression', { compression: COMPRESSIONS[field] });
    }
  }
  if (reader.pos > reader.length) throw damage;
  if (raw !== undefined) return raw;
  if (deflated === undefined || !(rawSize >= 0 && rawSize <= MOST_CONTENT_BYTES)) throw damage;

  const content = unzlibSync(deflated, { out: new Uint8Array(rawSize) });
  const view = new DataView(deflated.buffer, deflated.byteOffset, deflated.byteLength);
  if (content.length !== rawSize || adler32(content) !== view.getUint32(deflated.length - 4)) {
    throw damage;
  }
  return content;
}
