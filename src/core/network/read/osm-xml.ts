/**
 * OpenStreetMap XML → street lines, plain or gzipped. The text streams through the parser piece by
 * piece, so neither it nor its tree is ever whole in memory; the places of all nodes are kept, since
 * nothing says whether ways come after them.
 */
import { Gunzip } from 'fflate';
import { SaxesParser } from 'saxes';
import { isOnGlobe } from '../../geo';
import { ok, problem, type Progress, type Result } from '../../result';
import { crc32 } from '../saved/checksum';
import type { ReadStreets } from './read-streets';
import { GrowingFloat64 } from './growing';
import { Damage } from './damage';
import { indexOfId, OsmWays } from './osm-ways';
import { isStreetKey, type WalkableOptions } from './walkable';

const PIECE_BYTES = 1 << 18;

export function readOsmXml(
  bytes: Uint8Array,
  file: string,
  progress: Progress = () => {},
  options: WalkableOptions = {},
): Result<ReadStreets> {
  const content = new OsmContent(options);
  try {
    content.read(bytes, progress);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return problem(error.code, { file, ...error.params });
  }
  const { ways, nodeId, nodeLon, nodeLat } = content;
  if (ways.count === 0) {
    const code = ways.candidates === 0 ? 'streets_none' : 'streets_none_walkable';
    return problem(code, { file, candidates: ways.candidates });
  }
  const ids = ways.neededNodes();
  const lon = new Float64Array(ids.length).fill(NaN);
  const lat = new Float64Array(ids.length).fill(NaN);
  for (let node = 0; node < nodeId.length; node++) {
    const i = indexOfId(ids, nodeId.at(node));
    if (i < 0) continue;
    lon[i] = nodeLon.at(node);
    lat[i] = nodeLat.at(node);
  }
  const { lines, notes } = ways.lines(ids, lon, lat);
  if (lines.lineClass.length === 0) return problem('streets_nodes_missing', { file });
  return ok({ lines, notes, source: 'osm-xml' });
}

/** The nodes and walkable ways of one file. */
class OsmContent {
  readonly ways: OsmWays;
  readonly nodeId = new GrowingFloat64();
  readonly nodeLon = new GrowingFloat64();
  readonly nodeLat = new GrowingFloat64();
  readonly #parser = new SaxesParser();
  #refs: number[] = [];
  #tags: Record<string, string> | undefined;
  #isRoot = true;

  constructor(options: WalkableOptions) {
    this.ways = new OsmWays(options);
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    this.#parser.on('closetag', ({ name }) => this.#close(name));
    this.#parser.on('error', () => {
      throw new Damage('streets_xml_damaged', { line: this.#parser.line });
    });
  }

  /** Throws Damage. */
  read(bytes: Uint8Array, progress: Progress): void {
    const decoder = new TextDecoder();
    feed(bytes, progress, (piece) => this.#parser.write(decoder.decode(piece, { stream: true })));
    const { line } = this.#parser;
    try {
      this.#parser.write(decoder.decode()).close();
    } catch (error) {
      // What is left open at the end of the text was cut off.
      throw error instanceof Damage ? new Damage('streets_xml_cut_off', { line }) : error;
    }
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#isRoot) {
      this.#isRoot = false;
      if (name !== 'osm') throw new Damage('streets_xml_not_osm', { root: name });
    } else if (name === 'node') this.#node(attributes);
    else if (name === 'way') {
      this.#refs = [];
      this.#tags = isDeleted(attributes) ? undefined : {};
    } else if (this.#tags !== undefined && name === 'nd') {
      this.#refs.push(this.#number(attributes.ref, 'nd ref'));
    } else if (this.#tags !== undefined && name === 'tag') {
      this.#tags[attributes.k ?? ''] = attributes.v ?? '';
    }
  }

  #close(name: string): void {
    if (name !== 'way' || this.#tags === undefined) return;
    if (Object.keys(this.#tags).some(isStreetKey)) this.ways.add(this.#tags, this.#refs);
    this.#tags = undefined;
  }

  #node(attributes: Readonly<Record<string, string>>): void {
    if (isDeleted(attributes)) return; // a deleted node has no place
    const lon = this.#number(attributes.lon, 'node lon');
    const lat = this.#number(attributes.lat, 'node lat');
    if (!isOnGlobe(lon, lat)) {
      throw new Damage('streets_off_globe', { where: `line ${this.#parser.line}`, lon, lat });
    }
    this.nodeId.push(this.#number(attributes.id, 'node id'));
    this.nodeLon.push(lon);
    this.nodeLat.push(lat);
  }

  #number(text: string | undefined, what: string): number {
    const value = text === undefined || text.trim() === '' ? NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw new Damage('streets_xml_number', { line: this.#parser.line, what, value: text ?? '' });
  }
}

function isDeleted(attributes: Readonly<Record<string, string>>): boolean {
  return attributes.visible === 'false' || attributes.action === 'delete';
}

/** Hands over the text's bytes in pieces, unpacking gzip on the way. */
function feed(bytes: Uint8Array, progress: Progress, take: (piece: Uint8Array) => void): void {
  const unpack = isGzip(bytes) ? new Gunzip() : undefined;
  let crc = 0;
  let members = 0;
  if (unpack !== undefined) {
    unpack.onmember = () => members++;
    unpack.ondata = (piece) => {
      crc = crc32(piece, crc);
      take(piece);
    };
  }
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const end = Math.min(start + PIECE_BYTES, bytes.length);
    if (unpack === undefined) take(bytes.subarray(start, end));
    else {
      try {
        unpack.push(bytes.subarray(start, end), end === bytes.length);
      } catch (error) {
        if (error instanceof Damage) throw error;
        throw new Damage(end === bytes.length ? 'streets_cut_off' : 'streets_damaged', {
          position: start,
          size: bytes.length,
        });
      }
    }
    progress('read_streets', end, bytes.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (unpack !== undefined && members <= 1 && view.getUint32(bytes.length - 8, true) !== crc) {
    throw new Damage('streets_damaged', { position: bytes.length - 8 });
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 18 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
