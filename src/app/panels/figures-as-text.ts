/** Figures as people read them. Shares round down, so that 59.96 % never reads 60.0 %. */

/** One decimal, rounded down, from percent with two decimals; null stays null. */
export function percentText(percent: number | null): string | null {
  if (percent === null) return null;
  return `${(Math.floor(Math.round(percent * 100) / 10) / 10).toFixed(1)}%`;
}

/** A part of a whole in percent; a part that is there but small never reads 0, an unknown one is null. */
export function shareText(part: number | null, total: number): string | null {
  if (part === null || total <= 0) return null;
  const tenths = Math.floor((part * 1000) / total);
  return part > 0 && tenths === 0 ? '<0.1%' : `${(tenths / 10).toFixed(1)}%`;
}

/** Minutes with one decimal, rounded up: a walk is never made shorter than it is. */
export function minutesText(minutes: number | null): string | null {
  return minutes === null || !Number.isFinite(minutes)
    ? null
    : (Math.ceil(Math.round(minutes * 100) / 10) / 10).toFixed(1);
}
