/**
 * The inner messages of an OSM PBF: ways with their tags, and the places of nodes, dense or plain.
 * Fields may come in any order, so a block's groups are read after the rest of it is known.
 */
import { PbfReader } from 'pbf';
import { Damage } from './damage';
import { type OsmWays } from './osm-ways';
import { isStreetKey, type Tags } from './walkable';

interface Block {
  readonly strings: Uint8Array[];
  readonly groups: Uint8Array[];
  /** Nanodegrees. */
  readonly granularity: number;
  readonly lonOffset: number;
  readonly latOffset: number;
}

function readBlock(bytes: Uint8Array): Block {
  const reader = new PbfReader(bytes);
  const strings: Uint8Array[] = [];
  const groups: Uint8Array[] = [];
  let granularity = 100;
  let lonOffset = 0;
  let latOffset = 0;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) {
      const table = new PbfReader(bytesOf(reader));
      for (let f = table.nextField(); f !== 0; f = table.nextField()) {
        if (f === 1) strings.push(bytesOf(table));
      }
    } else if (field === 2) groups.push(bytesOf(reader));
    else if (field === 17) granularity = reader.readVarint();
    else if (field === 19) latOffset = reader.readVarint(true);
    else if (field === 20) lonOffset = reader.readVarint(true);
  }
  return { strings, groups, granularity, lonOffset, latOffset };
}

/** A field's bytes; a length that runs past the message is damage. */
function bytesOf(reader: PbfReader): Uint8Array {
  const bytes = reader.readBytes();
  if (reader.pos > reader.length) throw new Damage('streets_damaged');
  return bytes;
}

/** Adds the block's walkable ways; tells whether the block also holds nodes. */
export function readWays(bytes: Uint8Array, ways: OsmWays): boolean {
  const { strings, groups } = readBlock(bytes);
  const text = new StringTable(strings);
  let hasNodes = false;
  for (const group of groups) {
    const reader = new PbfReader(group);
    for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
      if (field === 3) readWay(bytesOf(reader), text, ways);
      else if (field === 1 || field === 2) hasNodes = true;
    }
  }
  return hasNodes;
}

/** Strings are decoded when first asked for: most tags belong to things that are no street. */
class StringTable {
  readonly #bytes: Uint8Array[];
  readonly #texts: (string | undefined)[];
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array[]) {
    this.#bytes = bytes;
    this.#texts = new Array(bytes.length);
  }

  at(i: number): string {
    if (i >= this.#bytes.length) throw new Damage('streets_damaged');
    return (this.#texts[i] ??= this.#decoder.decode(this.#bytes[i]));
  }
}

function readWay(bytes: Uint8Array, text: StringTable, ways: OsmWays): void {
  const reader = new PbfReader(bytes);
  let keys: number[] = [];
  let values: number[] = [];
  let nodeIds: number[] = [];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 2) keys = reader.readPackedVarint(keys);
    else if (field === 3) values = reader.readPackedVarint(values);
    else if (field === 8) {
      if (!keys.some((key) => isStreetKey(text.at(key))) && keys.length > 0) return;
      nodeIds = reader.readPackedSVarint(nodeIds);
    }
  }
  if (reader.pos > reader.length || keys.length !== values.length)
    throw new Damage('streets_damaged');
  if (!keys.some((key) => isStreetKey(text.at(key)))) return;
  const tags: Record<string, string> = {};
  for (let i = 0; i < keys.length; i++) tags[text.at(keys[i])] = text.at(values[i]);
  for (let i = 1; i < nodeIds.length; i++) nodeIds[i] += nodeIds[i - 1];
  ways.add(tags as Tags, nodeIds);
}

/** Fills in lon and lat (degrees) of those nodes whose id is in the sorted list. */
export function readNodes(
  bytes: Uint8Array,
  ids: Float64Array,
  lon: Float64Array,
  lat: Float64Array,
): void {
  const block = readBlock(bytes);
  const places = new NodePlaces(block, ids, lon, lat);
  for (const group of block.groups) {
    const reader = new PbfReader(group);
    for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
      if (field === 1) readPlainNode(bytesOf(reader), places);
      else if (field === 2) readDenseNodes(bytesOf(reader), places);
    }
  }
}

class NodePlaces {
  #next = 0;

  constructor(
    readonly block: Block,
    readonly ids: Float64Array,
    readonly lon: Float64Array,
    readonly lat: Float64Array,
  ) {}

  /** Nodes mostly come sorted by id, so the next one wanted is close; if not, look again. */
  set(id: number, lon: number, lat: number): void {
    const { ids, block } = this;
    let i = this.#next;
    if (i > 0 && ids[i - 1] >= id) i = 0;
    if (i === 0 || ids[Math.min(i + 32, ids.length - 1)] < id) i = lowerBound(ids, id);
    while (i < ids.length && ids[i] < id) i++;
    this.#next = i;
    if (i === ids.length || ids[i] !== id) return;
    this.lon[i] = (block.lonOffset + block.granularity * lon) / 1e9;
    this.lat[i] = (block.latOffset + block.granularity * lat) / 1e9;
    this.#next = i + 1;
  }
}

/** The first index whose id is not below the one given. */
function lowerBound(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle] < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readPlainNode(bytes: Uint8Array, places: NodePlaces): void {
  const reader = new PbfReader(bytes);
  let id = NaN;
  let lon = NaN;
  let lat = NaN;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) id = reader.readSVarint();
    else if (field === 8) lat = reader.readSVarint();
    else if (field === 9) lon = reader.readSVarint();
  }
  if (Number.isNaN(id + lon + lat) || reader.pos > reader.length)
    throw new Damage('streets_damaged');
  places.set(id, lon, lat);
}

function readDenseNodes(bytes: Uint8Array, places: NodePlaces): void {
  const reader = new PbfReader(bytes);
  let ids: number[] = [];
  let lons: number[] = [];
  let lats: number[] = [];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) ids = reader.readPackedSVarint(ids);
    else if (field === 8) lats = reader.readPackedSVarint(lats);
    else if (field === 9) lons = reader.readPackedSVarint(lons);
  }
  if (reader.pos > reader.length || ids.length !== lons.length || ids.length !== lats.length) {
    throw new Damage('streets_damaged');
  }
  let id = 0;
  let lon = 0;
  let lat = 0;
  for (let i = 0; i < ids.length; i++) {
    id += ids[i];
    lon += lons[i];
    lat += lats[i];
    places.set(id, lon, lat);
  }
}
