/**
 * Households summed into hexagons (pointed north), for looking from afar: one pass over typed
 * arrays, no object per household.
 */
export interface HexagonGrid {
  readonly radiusM: number;
  readonly count: number;
  /** [lon, lat] of the centres. */
  readonly positions: Float32Array;
  readonly total: Float64Array;
  /** NaN where nobody is located for walking: 数据不足. */
  readonly covered: Float64Array;
  /** Which hexagon a place falls into, or -1. */
  at(lon: number, lat: number): number;
}

const metresPerDegree = 111_320;

/**
 * `positions` are [lon, lat] pairs, NaN where unknown; `weights` people per household; `states` 0 is
 * covered, 3 not located (a village's point stands for the household). Flat geometry about the middle latitude: within 1 % over a prefecture, and a picture only.
 */
export function hexagonGrid(
  positions: Float32Array,
  weights: ArrayLike<number>,
  states: Uint8Array | null,
  radiusM: number,
): HexagonGrid {
  const n = positions.length / 2;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < n; i++) {
    const lon = positions[2 * i];
    const lat = positions[2 * i + 1];
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const scaleY = metresPerDegree / radiusM;
  const scaleX = scaleY * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const width = Math.sqrt(3);
  const rows = Math.max(0, Math.ceil(((north - south) * scaleY) / 1.5) + 2);
  const columns = Math.max(0, Math.ceil(((east - west) * scaleX) / width) + 3);

  /** Offset coordinates: odd rows are shifted by half a hexagon. */
  const cellOf = (lon: number, lat: number): number => {
    const x = (lon - west) * scaleX;
    const y = (lat - south) * scaleY;
    const nearRow = Math.floor(y / 1.5);
    let best = Infinity;
    let cell = -1;
    for (let row = nearRow; row <= nearRow + 1; row++) {
      const shift = (row & 1) * 0.5;
      const column = Math.round(x / width - shift);
      const dx = x - (column + shift) * width;
      const dy = y - row * 1.5;
      const distance = dx * dx + dy * dy;
      if (distance < best && row >= 0 && row < rows && column >= -1 && column < columns - 1) {
        best = distance;
        cell = row * columns + column + 1;
      }
    }
    return cell;
  };

  const hexagonOf = new Int32Array(rows * columns).fill(-1);
  const used: number[] = [];
  const sums: number[] = [];
  const coveredSums: number[] = [];
  const judged: boolean[] = [];
  for (let i = 0; i < n; i++) {
    const lon = positions[2 * i];
    if (lon !== lon || weights[i] === 0) continue;
    const cell = cellOf(lon, positions[2 * i + 1]);
    if (cell < 0) continue;
    let hexagon = hexagonOf[cell];
    if (hexagon < 0) {
      hexagon = used.length;
      hexagonOf[cell] = hexagon;
      used.push(cell);
      sums.push(0);
      coveredSums.push(0);
      judged.push(states === null);
    }
    sums[hexagon] += weights[i];
    if (states === null) continue;
    if (states[i] === 0) coveredSums[hexagon] += weights[i];
    if (states[i] !== 3) judged[hexagon] = true;
  }

  const centres = new Float32Array(2 * used.length);
  for (let h = 0; h < used.length; h++) {
    const row = Math.floor(used[h] / columns);
    const column = (used[h] % columns) - 1 + (row & 1) * 0.5;
    centres[2 * h] = west + (column * width) / scaleX;
    centres[2 * h + 1] = south + (row * 1.5) / scaleY;
  }
  return {
    radiusM,
    count: used.length,
    positions: centres,
    total: Float64Array.from(sums),
    covered: Float64Array.from(coveredSums, (sum, h) => (judged[h] ? sum : NaN)),
    at: (lon, lat) => {
      const cell = cellOf(lon, lat);
      return cell < 0 ? -1 : hexagonOf[cell];
    },
  };
}
