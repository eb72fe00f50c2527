/**
 * What ours and every peer are asked, on the same streets: facilities and households stand at
 * crossings, since some peers know no other place. Written once as plain columns (.bin, little
 * endian), as OpenStreetMap PBF and as CSV, whichever a peer reads.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Network } from '../../../src/core/network/graph';
import { writeOsmPbf } from '../../fixtures/write-osm-pbf';
import { share, streetGrid } from '../street-grid';

/** Crossings along a side of the city. */
const side = 447;
export const facilityCount = 400;
export const householdCount = 200_000;
/** How many facilities' isochrones are asked for. */
export const isochroneCount = 100;
export const speedMS = 0.9;
export const minutes = 15;
export const limitCm = minutes * 60 * speedMS * 100;

export interface Question {
  readonly network: Network;
  /** Crossings. */
  readonly facilities: Int32Array;
  readonly households: Int32Array;
}

export function question(): Question {
  const network = streetGrid(side);
  const { edgeFrom, edgeCount } = network;
  // Ends of streets, so that nobody stands where no street is.
  const anywhere = (count: number, seed: number) =>
    Int32Array.from({ length: count }, (_, i) => edgeFrom[Math.floor(share(seed + i) * edgeCount)]);
  return {
    network,
    facilities: anywhere(facilityCount, 12_345),
    households: anywhere(householdCount, 4_711_000),
  };
}

export function writeQuestion({ network, facilities, households }: Question, folder: string): void {
  const { edgeFrom, edgeTo, edgeLengthCm, vertexLon, vertexLat, edgeCount } = network;
  const columns = {
    lon: vertexLon,
    lat: vertexLat,
    from: Int32Array.from(edgeFrom),
    to: Int32Array.from(edgeTo),
    length_cm: Int32Array.from(edgeLengthCm),
    facilities,
    households,
  };
  for (const [name, values] of Object.entries(columns)) {
    writeFileSync(join(folder, `${name}.bin`), values);
  }
  // Identifiers count from 1.
  const nodes = Array.from(vertexLon, (lon, v) => ({ id: v + 1, lon, lat: vertexLat[v] }));
  const tags = { highway: 'residential' };
  const ways = Array.from(edgeFrom, (from, e) => ({ nodes: [from + 1, edgeTo[e] + 1], tags }));
  writeFileSync(join(folder, 'streets.osm.pbf'), writeOsmPbf(nodes, ways));
  let csv = '';
  for (let e = 0; e < edgeCount; e++) {
    const at = edgeFrom[e];
    csv += `${e},${at},${edgeTo[e]},${edgeLengthCm[e] / 100},${vertexLon[at]},${vertexLat[at]}\n`;
  }
  writeFileSync(join(folder, 'streets.csv'), csv);
  const settings = { speedMS, minutes, isochroneCount };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}
