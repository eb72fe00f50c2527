/**
 * Whole numbers that sum exactly: largest remainders, ties to the earlier entry. What makes every
 * total of the demo equal to its census row.
 */
export function apportion(total: number, weights: ArrayLike<number>): Int32Array {
  const count = weights.length;
  const parts = new Int32Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[i];
  if (sum <= 0 || total <= 0) return parts;
  const remainder = new Float64Array(count);
  let given = 0;
  for (let i = 0; i < count; i++) {
    const share = (total * weights[i]) / sum;
    parts[i] = Math.floor(share);
    remainder[i] = share - parts[i];
    given += parts[i];
  }
  const order = Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => remainder[b] - remainder[a] || a - b);
  for (let k = 0; given < total; k = (k + 1) % count) {
    if (weights[order[k]] <= 0) continue;
    parts[order[k]]++;
    given++;
  }
  return parts;
}

/** Like `apportion`, but no part passes its limit; what is cut off goes to the others. */
export function apportionWithin(
  total: number,
  weights: ArrayLike<number>,
  limits: ArrayLike<number>,
): Int32Array {
  const parts = new Int32Array(weights.length);
  let left = total;
  for (let round = 0; round < 60 && left > 0; round++) {
    const open = Array.from(weights, (w, i) => (parts[i] < limits[i] ? w : 0));
    const more = apportion(left, open);
    let moved = 0;
    for (let i = 0; i < parts.length; i++) {
      const add = Math.min(more[i], limits[i] - parts[i]);
      parts[i] += add;
      moved += add;
    }
    if (moved === 0) break;
    left -= moved;
  }
  return parts;
}
