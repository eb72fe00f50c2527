/** The two coordinates of a row as written: in two cells, or both in one. */
import { parseCoordinate, parsePair } from '../mend/angles';
import type { ReportBuilder, RowPlace } from './report-builder';
import { cellAt, type RowFields } from './row-fields';

export type Coordinates = readonly [x: number, y: number];

const NONE: Coordinates = [NaN, NaN];

/** NaN for both where there are none, or where they cannot be read, which is then reported. */
export function readCoordinates(
  cells: readonly string[],
  { x, y, coordinates }: RowFields,
  place: RowPlace,
  report: ReportBuilder,
): Coordinates {
  const a = cellAt(cells, x);
  const b = cellAt(cells, y);
  const one = cellAt(cells, coordinates);
  if (a === '' && b === '') {
    if (one === '') return NONE;
    const pair = parsePair(one);
    if (pair) return pair;
  } else {
    const both: Coordinates = [parseCoordinate(a), parseCoordinate(b)];
    if (!Number.isNaN(both[0]) && !Number.isNaN(both[1])) return both;
    // Both in one cell, under the header of one of them.
    const pair = parsePair(b === '' ? a : a === '' ? b : '');
    if (pair) return pair;
  }
  const isWhole = (a !== '' && b !== '') || one !== '';
  const reason = isWhole ? 'not_a_coordinate' : 'half_coordinates';
  report.doubt({ ...place, reason, column: 'lon', value: one === '' ? `${a}, ${b}` : one });
  return NONE;
}
