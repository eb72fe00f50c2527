/** The place of a cell that roads and hamlets share: its centre, moved a little. */
import { WIDTH, latOf, lonOf } from '../land/frame';
import { latticeFraction } from '../random';

export function cellPlace(cell: number, seed: number): [lon: number, lat: number] {
  const x = cell % WIDTH;
  const y = (cell - x) / WIDTH;
  const dx = 0.5 + (latticeFraction(x, y, seed + 101) - 0.5) * 0.4;
  const dy = 0.5 + (latticeFraction(x, y, seed + 103) - 0.5) * 0.4;
  return [lonOf(x + dx), latOf(y + dy)];
}
