/** Many rows on one spot: a placeholder somebody filled in, not doors. */

/** More rows than this on one spot are a placeholder. */
export const MOST_ON_ONE_SPOT = 20;

/** For each row how many share its coordinates to the last digit; 0 where there are none. */
export function crowding(x: Float64Array, y: Float64Array): (row: number) => number {
  const xBits = new Uint32Array(x.buffer, x.byteOffset, 2 * x.length);
  const yBits = new Uint32Array(y.buffer, y.byteOffset, 2 * y.length);
  let size = 16;
  while (size < 2 * x.length) size *= 2;
  // Row + 1 of the first on a spot that took a slot; 0 is free.
  const slots = new Uint32Array(size);
  const firstOf = new Uint32Array(x.length);
  const counts = new Uint32Array(x.length);
  for (let row = 0; row < x.length; row++) {
    if (Number.isNaN(x[row])) continue;
    let hash = Math.imul(xBits[2 * row] ^ Math.imul(xBits[2 * row + 1], 31), 0x2c1b3c6d);
    hash = Math.imul(hash ^ yBits[2 * row] ^ (hash >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ yBits[2 * row + 1] ^ (hash >>> 13), 0x297a2d39);
    let slot = (hash ^ (hash >>> 16)) & (size - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      const first = slots[slot] - 1;
      if (x[first] === x[row] && y[first] === y[row]) break;
    }
    if (slots[slot] === 0) slots[slot] = row + 1;
    firstOf[row] = slots[slot] - 1;
    counts[firstOf[row]]++;
  }
  return (row) => (Number.isNaN(x[row]) ? 0 : counts[firstOf[row]]);
}
