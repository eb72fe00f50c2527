/** Shares the crossings of one town's built area among the committees and villages that have it. */
import { metresBetween } from '../land/frame';
import type { TownGrid } from './town-grid';
import type { Village } from '../sources';

export interface UnitShare {
  readonly village: Village;
  readonly households: number;
  readonly lon: number;
  readonly lat: number;
  /** Crossings of the grid, in rows. */
  readonly crossings: number[];
}

export function shareTown(
  grid: TownGrid,
  town: number,
  seat: { lon: number; lat: number },
  units: readonly Village[],
  households: number,
): UnitShare[] {
  const own: number[] = [];
  for (let i = 0; i < grid.lon.length; i++) if (grid.town[i] === town) own.push(i);
  if (own.length === 0) throw new Error('a town has no crossings');

  // Seats spread over the town, as far from each other as they can be; committees take the inner ones.
  const seats: number[] = [];
  const away = new Float64Array(own.length).fill(Infinity);
  for (let k = 0; k < units.length; k++) {
    let best = 0;
    for (let i = 0; i < own.length; i++) {
      const score =
        k === 0 ? -metresBetween(seat.lon, seat.lat, grid.lon[own[i]], grid.lat[own[i]]) : away[i];
      const bestScore =
        k === 0
          ? -metresBetween(seat.lon, seat.lat, grid.lon[own[best]], grid.lat[own[best]])
          : away[best];
      if (score > bestScore) best = i;
    }
    seats.push(own[best]);
    for (let i = 0; i < own.length; i++) {
      const d = metresBetween(
        grid.lon[own[i]],
        grid.lat[own[i]],
        grid.lon[own[best]],
        grid.lat[own[best]],
      );
      away[i] = Math.min(away[i], d);
    }
  }
  seats.sort(
    (a, b) =>
      metresBetween(seat.lon, seat.lat, grid.lon[a], grid.lat[a]) -
        metresBetween(seat.lon, seat.lat, grid.lon[b], grid.lat[b]) || a - b,
  );
  const crossings: number[][] = units.map(() => []);
  const room = new Float64Array(units.length);
  for (const i of own) {
    let nearest = 0;
    let best = Infinity;
    seats.forEach((s, k) => {
      const distance = metresBetween(grid.lon[i], grid.lat[i], grid.lon[s], grid.lat[s]);
      if (distance < best) {
        best = distance;
        nearest = k;
      }
    });
    crossings[nearest].push(i);
    room[nearest] += grid.room[i];
  }
  const total = room.reduce((a, b) => a + b, 0);
  let reached = 0;
  let given = 0;
  return units.map((village, k) => {
    reached += room[k];
    const until = k === units.length - 1 ? households : Math.round((households * reached) / total);
    const share = until - given;
    given = until;
    crossings[k].sort((a, b) => grid.row[a] - grid.row[b] || snake(grid, a) - snake(grid, b));
    return {
      village,
      households: share,
      lon: grid.lon[seats[k]],
      lat: grid.lat[seats[k]],
      crossings: crossings[k],
    };
  });
}

/** Rows run to and fro, so that neighbours in the list are neighbours on the ground. */
const snake = (grid: TownGrid, i: number): number =>
  grid.row[i] % 2 === 0 ? grid.column[i] : -grid.column[i];
