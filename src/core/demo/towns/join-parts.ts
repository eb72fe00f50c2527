/** Blocks of a town cut off by a gap are joined to the rest by one street over the shortest gap. */
import { METRES_PER_LAT, METRES_PER_LON } from '../land/frame';
import type { StreetBuilder } from '../streets/builder';
import type { Groups } from './groups';
import type { TownGrid } from './town-grid';

/** Wider gaps are for the roads. */
const LARGEST_GAP_M = 320;

export function joinParts(
  grid: TownGrid,
  points: readonly number[],
  groups: Groups,
  streets: StreetBuilder,
): void {
  const members = new Map<number, number[]>();
  for (let i = 0; i < grid.lon.length; i++) {
    const group = groups.of(i);
    const list = members.get(group);
    if (list) list.push(i);
    else members.set(group, [i]);
  }
  const smallestFirst = [...members.values()].sort((a, b) => a.length - b.length || a[0] - b[0]);
  for (const part of smallestFirst.slice(0, -1)) {
    const own = groups.of(part[0]);
    let best = LARGEST_GAP_M * LARGEST_GAP_M;
    let pair: [number, number] | undefined;
    for (const i of part) {
      for (let j = 0; j < grid.lon.length; j++) {
        const y = (grid.lat[i] - grid.lat[j]) * METRES_PER_LAT;
        if (y * y >= best) continue;
        const x = (grid.lon[i] - grid.lon[j]) * METRES_PER_LON;
        const distance = x * x + y * y;
        if (distance >= best || groups.of(j) === own) continue;
        best = distance;
        pair = [i, j];
      }
    }
    if (!pair) continue;
    streets.line([points[pair[0]], points[pair[1]]]);
    groups.join(pair[0], pair[1]);
  }
}
