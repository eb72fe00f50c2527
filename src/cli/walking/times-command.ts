/** `times`: walks between all pairs of places, in the order they are given. */
import { csvCell } from '../../core/export';
import { pointsRequest, swappedRow, type ImportedTable } from '../../core/import';
import { buildSnapIndex } from '../../core/network';
import {
  defaultSnapCaps,
  minutesOf as minutesOfWalk,
  snapTable,
  timesMatrix,
} from '../../core/reach';
import type { EdgePoints, TimesMatrix } from '../../core/reach';
import { problem } from '../../core/result';
import { textAt } from '../../core/store/columns';
import { checkOutput, writeWholeFile } from '../../runtime/node/write-files';
import type { Command } from '../command';
import { maxSnapOf, speedOf } from '../option-values';
import { openStreets } from '../streets';
import { openTable } from '../tables';

export const timesCommand: Command = {
  name: 'times',
  positionals: [],
  summary: 'cli.times',
  options: [
    { name: 'network', value: 'N', required: true, help: 'cli.option.network' },
    { name: 'origins', value: 'A', required: true, help: 'cli.option.origins' },
    { name: 'destinations', value: 'B', required: true, help: 'cli.option.destinations' },
    { name: 'speed', value: 'M_PER_S', required: true, help: 'cli.option.speed' },
    { name: 'max-snap', value: 'METRES', help: 'cli.option.max_snap_points' },
    { name: 'out', value: 'FILE', required: true, help: 'cli.option.out_times' },
  ],
  async run(given, context) {
    const speed = speedOf(given);
    if (!speed.ok) return speed;
    const maxSnap = maxSnapOf(given);
    if (!maxSnap.ok) return maxSnap;
    const free = checkOutput(given.required('out'), 'file');
    if (!free.ok) return free;
    const streets = await openStreets(given.required('network'), context);
    if (!streets.ok) return streets;
    const { network } = streets.value;

    const sides: { table: ImportedTable; points: EdgePoints }[] = [];
    const index = buildSnapIndex(network);
    for (const name of ['origins', 'destinations']) {
      const read = await openTable(given.required(name), pointsRequest, context);
      if (!read.ok) return read;
      const { table } = read.value;
      if (table.rowCount === 0) return problem('file_without_rows', { file: table.fileName });
      const swapped = swappedRow(table, network);
      if (swapped) return { ok: false, problem: swapped };
      const points = snapTable(index, table, maxSnap.value ?? defaultSnapCaps.townMaxSnapM);
      const { length: count } = Array.from(points.edge).filter((edge) => edge < 0);
      const params = { file: table.fileName, count };
      if (count === table.rowCount) return problem('no_point_near_network', params);
      if (count > 0) context.note({ code: 'points_off_network', params });
      sides.push({ table, points });
    }
    const [origins, destinations] = sides;
    const matrix = timesMatrix(network, origins.points, destinations.points, context.progress);
    context.progress('write', 0, 0);
    const rows = timesCsv(matrix, origins, destinations, speed.value);
    return writeWholeFile(given.required('out'), rows);
  },
};

interface Side {
  readonly table: ImportedTable;
  readonly points: EdgePoints;
}

/** Rows in input order, a piece for each origin; blank where there is no way. */
function* timesCsv(
  { costCm }: TimesMatrix,
  origins: Side,
  destinations: Side,
  speedMS: number,
): Generator<string> {
  yield 'origin_id,destination_id,minutes,metres,door_metres\n';
  const idsOf = ({ table }: Side) =>
    Array.from({ length: table.rowCount }, (_, row) =>
      csvCell(textAt(table.columns.id, row) ?? ''),
    );
  const destinationIds = idsOf(destinations);
  let pair = 0;
  for (const [o, originId] of idsOf(origins).entries()) {
    let text = '';
    for (let d = 0; d < destinationIds.length; d++) {
      const cm = costCm[pair++];
      text += `${originId},${destinationIds[d]},`;
      if (cm < 0) text += ',,\n';
      else {
        const minutes = minutesOfWalk(cm, speedMS) ?? NaN;
        const doorCm = origins.points.doorCm[o] + destinations.points.doorCm[d];
        text += `${minutes.toFixed(3)},${(cm / 100).toFixed(3)},${(doorCm / 100).toFixed(3)}\n`;
      }
    }
    yield text;
  }
}
