/**
 * Points sorted into square cells, so that only what is in sight is drawn and a pointer finds its
 * neighbour without the graphics card. One counting sort over typed arrays.
 */
export interface GridIndex {
  readonly cellDegrees: number;
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
  /** Cell c holds order[cellStart[c] … cellStart[c + 1] - 1]. */
  readonly cellStart: Uint32Array;
  /** Indices of points; those without a place (NaN) are left out. */
  readonly order: Uint32Array;
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** `positions` holds [lon, lat] pairs; `at(i)` is the pair of item i, by default its own. */
export function gridIndex(
  positions: Float32Array,
  count: number,
  cellDegrees: number,
  pairOf: Uint32Array | null = null,
): GridIndex {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < count; i++) {
    const pair = pairOf === null ? i : pairOf[i];
    const lon = positions[2 * pair];
    const lat = positions[2 * pair + 1];
    // Comparisons with NaN are false, so a point without a place moves no bound.
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const isEmpty = west > east || south > north;
  const columns = isEmpty ? 0 : Math.floor((east - west) / cellDegrees) + 1;
  const rows = isEmpty ? 0 : Math.floor((north - south) / cellDegrees) + 1;
  const cellOf = new Int32Array(count);
  const cellStart = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < count; i++) {
    const pair = pairOf === null ? i : pairOf[i];
    const column = Math.floor((positions[2 * pair] - west) / cellDegrees);
    const row = Math.floor((positions[2 * pair + 1] - south) / cellDegrees);
    const cell = column >= 0 && row >= 0 ? row * columns + column : -1;
    cellOf[i] = cell;
    if (cell >= 0) cellStart[cell + 1]++;
  }
  for (let c = 0; c < columns * rows; c++) cellStart[c + 1] += cellStart[c];
  const order = new Uint32Array(cellStart[columns * rows]);
  const next = cellStart.slice();
  for (let i = 0; i < count; i++) if (cellOf[i] >= 0) order[next[cellOf[i]]++] = i;
  return { cellDegrees, west, south, columns, rows, cellStart, order };
}

/** The cells that touch the bounds and hold something. */
export function cellsWithin(index: GridIndex, bounds: Bounds, marginCells = 0): number[] {
  const { west, south, cellDegrees, columns, rows, cellStart } = index;
  const first = (degrees: number, from: number) =>
    Math.max(0, Math.floor((degrees - from) / cellDegrees) - marginCells);
  const last = (degrees: number, from: number, count: number) =>
    Math.min(count - 1, Math.floor((degrees - from) / cellDegrees) + marginCells);
  const cells: number[] = [];
  for (let row = first(bounds.south, south); row <= last(bounds.north, south, rows); row++)
    for (let c = first(bounds.west, west); c <= last(bounds.east, west, columns); c++) {
      const cell = row * columns + c;
      if (cellStart[cell + 1] > cellStart[cell]) cells.push(cell);
    }
  return cells;
}

/** The nearest point within `reachDegrees` of a place, or -1. Degrees of longitude count cos(lat). */
export function nearestPoint(
  index: GridIndex,
  positions: Float32Array,
  lon: number,
  lat: number,
  reachDegrees: number,
): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const bounds = {
    west: lon - reachDegrees / shrink,
    east: lon + reachDegrees / shrink,
    south: lat - reachDegrees,
    north: lat + reachDegrees,
  };
  let best = reachDegrees * reachDegrees;
  let found = -1;
  for (const cell of cellsWithin(index, bounds))
    for (let at = index.cellStart[cell]; at < index.cellStart[cell + 1]; at++) {
      const i = index.order[at];
      const east = (positions[2 * i] - lon) * shrink;
      const north = positions[2 * i + 1] - lat;
      const distance = east * east + north * north;
      if (distance < best) {
        best = distance;
        found = i;
      }
    }
  return found;
}
