/** Whole people shared out by weight, none lost and none made: the method of largest remainders. */

/** @returns whole shares that sum to `total`; all 0 where no weight is above 0 */
export function apportion(total: number, weights: ArrayLike<number>): Int32Array {
  const shares = new Int32Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += Math.max(0, weights[i] || 0);
  if (!(sum > 0)) return shares;
  const remainders = new Float64Array(weights.length);
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    const exact = (total * Math.max(0, weights[i] || 0)) / sum;
    shares[i] = Math.floor(exact);
    remainders[i] = exact - shares[i];
    left -= shares[i];
  }
  // Of equal remainders the earlier one, so that the same file gives the same points.
  const order = Array.from(shares.keys()).filter((i) => weights[i] > 0);
  order.sort((a, b) => remainders[b] - remainders[a] || a - b);
  for (let n = 0; n < left; n++) shares[order[n % order.length]]++;
  // A product rounded up to a whole number gave one too many.
  for (let n = order.length - 1; left < 0 && n >= 0; n--) {
    if (shares[order[n]] === 0) continue;
    shares[order[n]]--;
    left++;
  }
  return shares;
}
