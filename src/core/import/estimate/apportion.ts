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
  const isWeighed = (i: number) => weights[i] > 0;
  // Numbers alone sort many times faster than places by their numbers, and half a million may come.
  const sorted = remainders.filter((_, i) => isWeighed(i)).sort();
  const least = sorted[sorted.length - left] ?? Infinity;
  const give = (isNext: (remainder: number) => boolean) => {
    for (let i = 0; i < shares.length && left > 0; i++) {
      if (!isWeighed(i) || !isNext(remainders[i])) continue;
      shares[i]++;
      left--;
    }
  };
  give((remainder) => remainder > least);
  // Of equal remainders the earlier one, so that the same file gives the same points.
  give((remainder) => remainder === least);
  if (left < 0) takeBack(shares, remainders, -left);
  return shares;
}

/** A product rounded up to a whole number gave one too many: the smallest remainder gives it back. */
function takeBack(shares: Int32Array, remainders: Float64Array, tooMany: number): void {
  const order = Array.from(shares.keys()).sort((a, b) => remainders[a] - remainders[b] || b - a);
  for (const i of order) {
    if (tooMany === 0) return;
    if (shares[i] === 0) continue;
    shares[i]--;
    tooMany--;
  }
}
