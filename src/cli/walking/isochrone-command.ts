/** `isochrone`: the area within so many minutes' walk around each point, as GeoJSON (RFC 7946). */
import { ringFeature, ringsGeoJson } from '../../core/export/reach/rings-geojson';
import { pointsRequest, swappedRow } from '../../core/import';
import { buildSnapIndex, type Network } from '../../core/network';
import {
  conditionedStreets,
  defaultSnapCaps,
  Isochrones,
  snapTable,
  type WalkConditions,
} from '../../core/reach';
import { problem } from '../../core/result';
import { textAt } from '../../core/store/columns';
import { checkOutput, writeWholeFile } from '../../runtime/node/write-files';
import type { Command } from '../command';
import { maxSnapOf, minutesListOf, speedOf } from '../option-values';
import { openStreets } from '../streets';
import { conditionOptions, conditionsOf, openTerrain } from './condition-options';
import { openTable } from '../tables';

/** Side of a raster cell for files, metres; finer than on the screen. */
const fileCellM = 8;

export const isochroneCommand: Command = {
  name: 'isochrone',
  positionals: [],
  summary: 'cli.isochrone',
  options: [
    { name: 'network', value: 'N', required: true, help: 'cli.option.network' },
    { name: 'points', value: 'P', required: true, help: 'cli.option.points' },
    { name: 'minutes', value: 'LIST', required: true, help: 'cli.option.minutes_list' },
    { name: 'speed', value: 'M_PER_S', required: true, help: 'cli.option.speed' },
    ...conditionOptions,
    { name: 'max-snap', value: 'METRES', help: 'cli.option.max_snap_points' },
    { name: 'out', value: 'FILE', required: true, help: 'cli.option.out_rings' },
  ],
  async run(given, context) {
    const speed = speedOf(given);
    if (!speed.ok) return speed;
    const minutes = minutesListOf(given);
    if (!minutes.ok) return minutes;
    const maxSnap = maxSnapOf(given);
    if (!maxSnap.ok) return maxSnap;
    const asked = conditionsOf(given);
    if (!asked.ok) return asked;
    const free = checkOutput(given.required('out'), 'file');
    if (!free.ok) return free;
    const streets = await openStreets(given.required('network'), context);
    if (!streets.ok) return streets;
    const { network } = streets.value;
    const read = await openTable(given.required('points'), pointsRequest, context);
    if (!read.ok) return read;
    const { table } = read.value;
    if (table.rowCount === 0) return problem('file_without_rows', { file: table.fileName });
    const swapped = swappedRow(table, network);
    if (swapped) return { ok: false, problem: swapped };

    const cap = maxSnap.value ?? defaultSnapCaps.townMaxSnapM;
    const points = snapTable(buildSnapIndex(network), table, cap);
    const terrain = await openTerrain(given, network, context);
    if (!terrain.ok) return terrain;
    const elevation = terrain.value?.elevation ?? null;
    const rings = isochronesUnder(
      network,
      asked.value && { ...asked.value, elevation },
      speed.value,
    );
    const features: string[] = [];
    let off = 0;
    for (let row = 0; row < table.rowCount; row++) {
      context.progress('isochrones', row, table.rowCount);
      if (points.edge[row] < 0) {
        off++;
        continue;
      }
      const one = {
        edge: [points.edge[row]],
        alongCm: [points.alongCm[row]],
        doorCm: [points.doorCm[row]],
      };
      const id = textAt(table.columns.id, row);
      for (const ring of rings.around(one, minutes.value, speed.value)) {
        const judgedBy = asked.value?.judgement;
        features.push(ringFeature({ ...ring, id, speedMS: speed.value, judgedBy }));
      }
    }
    const params = { file: table.fileName, count: off };
    if (off === table.rowCount) return problem('no_point_near_network', params);
    if (off > 0) context.note({ code: 'points_off_network', params });
    context.progress('write', 0, 0);
    return writeWholeFile(given.required('out'), ringsGeoJson(features));
  },
};

function isochronesUnder(
  network: Network,
  conditions: WalkConditions | null,
  speedMS: number,
): Isochrones {
  if (conditions === null) return new Isochrones(network, { cellM: fileCellM });
  const { network: passable, costs } = conditionedStreets(network, conditions, speedMS);
  const judged = { costs, judgement: conditions.judgement };
  return new Isochrones(passable, { cellM: fileCellM, judged });
}
