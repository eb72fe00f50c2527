/**
 * OpenStreetMap PBF → street lines. The file is gone through twice, block by block: first for the
 * ways one can walk, then for the places of their nodes, so memory holds one block and the streets,
 * never all nodes of the file. Format: https://wiki.openstreetmap.org/wiki/PBF_Format.
 */
import { PbfReader } from 'pbf';
import { isOnGlobe } from '../../geo';
import { ok, problem, type Progress, type Result } from '../../result';
import type { ReadStreets } from './read-streets';
import { Damage } from './damage';
import { blobsOf, contentOf, type Blob } from './osm-pbf-blobs';
import { readNodes, readWays } from './osm-pbf-blocks';
import { OsmWays } from './osm-ways';
import type { WalkableOptions } from './walkable';

export function readOsmPbf(
  bytes: Uint8Array,
  file: string,
  progress: Progress = () => {},
  options: WalkableOptions = {},
): Result<ReadStreets> {
  let position = 0;
  try {
    const blobs = blobsOf(bytes);
    checkFeatures(blobs[0], bytes);
    const ways = new OsmWays(options);
    const withNodes: Blob[] = [];
    for (const [i, blob] of blobs.entries()) {
      position = blob.start;
      if (blob.type !== 'OSMData') continue;
      if (readWays(contentOf(bytes, blob), ways)) withNodes.push(blob);
      progress('read_streets', i + 1, 2 * blobs.length);
    }
    if (ways.count === 0) {
      const code = ways.candidates === 0 ? 'streets_none' : 'streets_none_walkable';
      return problem(code, { file, candidates: ways.candidates });
    }

    const ids = ways.neededNodes();
    const lon = new Float64Array(ids.length).fill(NaN);
    const lat = new Float64Array(ids.length).fill(NaN);
    for (const [i, blob] of withNodes.entries()) {
      position = blob.start;
      readNodes(contentOf(bytes, blob), ids, lon, lat);
      progress('read_streets', withNodes.length + i + 1, 2 * withNodes.length);
    }
    for (let i = 0; i < ids.length; i++) {
      if (Number.isNaN(lon[i]) || isOnGlobe(lon[i], lat[i])) continue;
      return problem('streets_off_globe', {
        file,
        where: `node ${ids[i]}`,
        lon: lon[i],
        lat: lat[i],
      });
    }
    const { lines, notes } = ways.lines(ids, lon, lat);
    if (lines.lineClass.length === 0) return problem('streets_nodes_missing', { file });
    return ok({ lines, notes, source: 'osm-pbf' });
  } catch (error) {
    if (error instanceof Damage) return problem(error.code, { file, position, ...error.params });
    // pbf throws plain errors and reads past the end of a message that lies about its length.
    if (error instanceof Error) return problem('streets_damaged', { file, position });
    throw error;
  }
}

const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** A reader must refuse a file that requires what it does not know (history, say). */
function checkFeatures(header: Blob, bytes: Uint8Array): void {
  if (header.type !== 'OSMHeader') throw new Damage('streets_damaged', {});
  const reader = new PbfReader(contentOf(bytes, header));
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field !== 4) continue;
    const feature = reader.readString();
    if (!KNOWN_FEATURES.has(feature)) throw new Damage('streets_pbf_feature', { feature });
  }
}
