/**
 * The saved network, `streets.network`. Little-endian header of 24 bytes, then deflate:
 *
 *   0  8 bytes  magic "CCSTREET"
 *   8  uint32   version, 1
 *   12 uint32   CRC-32 (IEEE) of all bytes after this field
 *   16 uint32   size of the payload once inflated
 *   20 uint32   flags: 1 = lengths are stored
 *
 * The payload is a row of columns of variable-length whole numbers, each a difference from what the
 * column's last values foretell: places are on the 1e-7° grain, so nothing is lost. Arcs, components
 * and (since our geodesic gives the same bits everywhere) lengths are computed again on reading.
 */
import { deflateSync, inflateSync } from 'fflate';
import { UNITS_PER_DEGREE } from '../../geo';
import { ok, problem, type Result } from '../../result';
import { completeNetwork, type NetworkParts } from '../build';
import { ByteReader, ByteWriter } from './bytes';
import { crc32 } from './checksum';
import { lengthsOf } from '../derive';
import { Direction, StreetClass, type Network } from '../graph';

const MAGIC = 'CCSTREET';
const VERSION = 1;
const HEADER_BYTES = 24;
const CHECKED_FROM = 16;
const STORED_LENGTHS = 1;
/** Deflate cannot do better: a size above this is a lie. */
const MOST_RATIO = 1032;

/** True if the bytes begin as a saved network, even a damaged one. */
export function looksLikeNetworkFile(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, MAGIC.length);
  for (let i = 0; i < length; i++) if (bytes[i] !== MAGIC.charCodeAt(i)) return false;
  return length >= 4;
}

/** The same network always gives the same bytes. */
export function encodeNetwork(network: Network): Uint8Array {
  const lengths = lengthsOf(network);
  const asComputed =
    sameNumbers(lengths.shapeCm, network.shapeCm) &&
    sameNumbers(lengths.edgeLengthCm, network.edgeLengthCm);
  const writer = new ByteWriter();
  writePlaces(writer, network);
  writeEdges(writer, network);
  writeShapes(writer, network);
  if (!asComputed) writeLengths(writer, network);

  const payload = writer.finish();
  const packed = deflateSync(payload, { level: 6 });
  const bytes = new Uint8Array(HEADER_BYTES + packed.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  view.setUint32(8, VERSION, true);
  view.setUint32(16, payload.length, true);
  view.setUint32(20, asComputed ? 0 : STORED_LENGTHS, true);
  bytes.set(packed, HEADER_BYTES);
  view.setUint32(12, crc32(bytes.subarray(CHECKED_FROM)), true);
  return bytes;
}

/** The deflated part of a saved network, for whoever can inflate it faster than we. */
export function deflatedPart(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(HEADER_BYTES);
}

/**
 * The network as it was. `file` is for the problems: network_not_ours, _version, _cut_off, _damaged.
 * `inflated` is its deflated part, inflated, if somebody has done so.
 */
export function decodeNetwork(
  bytes: Uint8Array,
  file = '',
  inflated?: Uint8Array,
): Result<Network> {
  if (!looksLikeNetworkFile(bytes)) return problem('network_not_ours', { file });
  if (bytes.length < HEADER_BYTES) return problem('network_cut_off', { file });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== VERSION) return problem('network_version', { file, version, known: VERSION });
  const damaged = problem('network_damaged', { file });
  if (crc32(bytes.subarray(CHECKED_FROM)) !== view.getUint32(12, true)) return damaged;
  const size = view.getUint32(16, true);
  if (size > bytes.length * MOST_RATIO) return damaged;

  let payload: Uint8Array;
  try {
    payload = inflated ?? inflateSync(deflatedPart(bytes), { out: new Uint8Array(size) });
  } catch {
    return damaged;
  }
  if (payload.length !== size) return damaged;
  const reader = new ByteReader(payload);
  const parts = readParts(reader, size);
  if (parts === undefined) return damaged;
  const stored = (view.getUint32(20, true) & STORED_LENGTHS) !== 0;
  const lengths = stored ? readLengths(reader, parts) : lengthsOf(parts);
  if (reader.overrun || !reader.atEnd) return damaged;
  return ok(completeNetwork(parts, lengths));
}

function sameNumbers(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const grain = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);

function writePlaces(writer: ByteWriter, { vertexCount, vertexLon, vertexLat }: Network): void {
  writer.unsigned(vertexCount);
  for (const column of [vertexLon, vertexLat]) {
    let last = 0;
    for (let v = 0; v < vertexCount; v++) {
      const value = grain(column[v]);
      writer.signed((value - last) | 0);
      last = value;
    }
  }
}

function writeEdges(writer: ByteWriter, network: Network): void {
  const { edgeCount, edgeFrom, edgeTo, edgeDirections, edgeClass, shapeStart } = network;
  writer.unsigned(edgeCount);
  for (let e = 0; e < edgeCount; e++) writer.signed((edgeFrom[e] - (edgeFrom[e - 1] ?? 0)) | 0);
  for (let e = 0; e < edgeCount; e++) writer.signed((edgeTo[e] - edgeFrom[e]) | 0);
  for (let e = 0; e < edgeCount; e++) writer.unsigned((edgeClass[e] << 2) | edgeDirections[e]);
  for (let e = 0; e < edgeCount; e++) writer.unsigned(shapeStart[e + 1] - shapeStart[e] - 2);
}

/** Inner points, each against the point where it would be if the rest of the edge were straight. */
function writeShapes(
  writer: ByteWriter,
  { edgeCount, shapeStart, shapeLon, shapeLat }: Network,
): void {
  for (const column of [shapeLon, shapeLat]) {
    for (let e = 0; e < edgeCount; e++) {
      const end = shapeStart[e + 1] - 1;
      const last = grain(column[end]);
      let before = grain(column[shapeStart[e]]);
      for (let i = shapeStart[e] + 1; i < end; i++) {
        const value = grain(column[i]);
        writer.signed((value - foretold(before, last, end - i + 1)) | 0);
        before = value;
      }
    }
  }
}

function foretold(before: number, last: number, steps: number): number {
  return before + Math.round((last - before) / steps);
}

function writeLengths(
  writer: ByteWriter,
  { edgeCount, shapeStart, shapeCm, edgeLengthCm }: Network,
) {
  for (let e = 0; e < edgeCount; e++) {
    writer.unsigned(edgeLengthCm[e]);
    for (let i = shapeStart[e] + 1; i < shapeStart[e + 1]; i++) {
      writer.signed((shapeCm[i] - shapeCm[i - 1]) | 0);
    }
  }
}

/** Undefined if a count or an index cannot be true. `size` bounds all counts: each entry is a byte at least. */
function readParts(reader: ByteReader, size: number): NetworkParts | undefined {
  const vertexCount = reader.unsigned();
  if (vertexCount > size) return undefined;
  const vertexLon = readPlaces(reader, vertexCount);
  const vertexLat = readPlaces(reader, vertexCount);

  const edgeCount = reader.unsigned();
  if (edgeCount > size || reader.overrun) return undefined;
  const edgeFrom = new Uint32Array(edgeCount);
  const edgeTo = new Uint32Array(edgeCount);
  const edgeDirections = new Uint8Array(edgeCount);
  const edgeClass = new Uint8Array(edgeCount);
  const shapeStart = new Uint32Array(edgeCount + 1);
  for (let e = 0, from = 0; e < edgeCount; e++) edgeFrom[e] = from += reader.signed();
  for (let e = 0; e < edgeCount; e++) edgeTo[e] = edgeFrom[e] + reader.signed();
  for (let e = 0; e < edgeCount; e++) {
    const value = reader.unsigned();
    edgeDirections[e] = value & Direction.both;
    edgeClass[e] = value >> 2;
    if (edgeFrom[e] >= vertexCount || edgeTo[e] >= vertexCount) return undefined;
    if (edgeDirections[e] === 0 || value >> 2 > StreetClass.ferry) return undefined;
  }
  let points = 0;
  for (let e = 0; e < edgeCount; e++) {
    points += 2 + reader.unsigned();
    if (points > 2 * edgeCount + size) return undefined;
    shapeStart[e + 1] = points;
  }
  const shapeLon = readShapes(reader, vertexLon, edgeFrom, edgeTo, shapeStart);
  const shapeLat = readShapes(reader, vertexLat, edgeFrom, edgeTo, shapeStart);
  if (reader.overrun) return undefined;
  return {
    vertexLon,
    vertexLat,
    edgeFrom,
    edgeTo,
    edgeDirections,
    edgeClass,
    shapeStart,
    shapeLon,
    shapeLat,
  };
}

function readPlaces(reader: ByteReader, count: number): Float64Array {
  const degrees = new Float64Array(count);
  let value = 0;
  for (let v = 0; v < count; v++) {
    value = (value + reader.signed()) | 0;
    degrees[v] = value / UNITS_PER_DEGREE;
  }
  return degrees;
}

function readShapes(
  reader: ByteReader,
  vertex: Float64Array,
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
  shapeStart: Uint32Array,
): Float64Array {
  const edgeCount = edgeFrom.length;
  const degrees = new Float64Array(shapeStart[edgeCount]);
  for (let e = 0; e < edgeCount; e++) {
    const start = shapeStart[e];
    const end = shapeStart[e + 1] - 1;
    degrees[start] = vertex[edgeFrom[e]];
    degrees[end] = vertex[edgeTo[e]];
    if (end - start < 2) continue;
    const last = grain(degrees[end]);
    let before = grain(degrees[start]);
    for (let i = start + 1; i < end; i++) {
      before = (foretold(before, last, end - i + 1) + reader.signed()) | 0;
      degrees[i] = before / UNITS_PER_DEGREE;
    }
  }
  return degrees;
}

function readLengths(reader: ByteReader, { shapeStart, shapeLon, edgeFrom }: NetworkParts) {
  const edgeLengthCm = new Uint32Array(edgeFrom.length);
  const shapeCm = new Uint32Array(shapeLon.length);
  for (let e = 0; e < edgeFrom.length; e++) {
    edgeLengthCm[e] = reader.unsigned();
    for (let i = shapeStart[e] + 1; i < shapeStart[e + 1]; i++) {
      shapeCm[i] = shapeCm[i - 1] + reader.signed();
    }
  }
  return { edgeLengthCm, shapeCm };
}
