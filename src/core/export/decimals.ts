/** Hundredths as a text with two decimals. */
export function decimals(hundredths: number | null): string | null {
  if (hundredths === null) return null;
  const whole = Math.floor(hundredths / 100);
  return `${whole}.${String(hundredths - 100 * whole).padStart(2, '0')}`;
}

/** A difference with its sign; 0 has none. */
export function signedDecimals(hundredths: number | null): string | null {
  if (hundredths === null) return null;
  const sign = hundredths < 0 ? '-' : hundredths > 0 ? '+' : '';
  return `${sign}${decimals(Math.abs(hundredths))}`;
}
