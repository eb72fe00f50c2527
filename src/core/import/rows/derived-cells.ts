/** Cells that follow from others for certain: a unit's level from its code, age bands from totals. */

type Put = (column: string, value: string) => void;
type Shown = (column: string) => string;

/** The level and the parent are in the code; the name may stand under another header. */
export function completeUnit(put: Put, shown: Shown, text: (field: string) => string): void {
  const code = shown('unit_code');
  if (code.length === 12) {
    const level = code.endsWith('00000000')
      ? 'city'
      : code.endsWith('000000')
        ? 'county'
        : code.endsWith('000')
          ? 'town'
          : 'village';
    put('level', level);
    if (level === 'village') put('parent_code', `${code.slice(0, 9)}000`);
    if (level === 'town') put('parent_code', `${code.slice(0, 6)}000000`);
    if (level === 'county') put('parent_code', `${code.slice(0, 4)}00000000`);
  }
  put('name', text('village_name') || text('town_name') || text('county_name'));
}

/**
 * 60+, 65+ and 80+ as totals → the four bands. What the totals do not tell apart goes into the
 * lowest band it may be in, so that every total given stays right; returns then what to say of it.
 * @param text60, text65 the totals, blank where unknown
 */
export function splitBands(put: Put, shown: Shown, text60: string, text65: string): string | null {
  const isKnown = shown('age_60_64') + shown('age_65_74') + shown('age_75_79') !== '';
  if (isKnown || text60 + text65 === '') return null;
  const text80 = shown('age_80_plus');
  const n60 = text60 === '' ? null : Number(text60);
  const n65 = text65 === '' ? null : Number(text65);
  const n80 = text80 === '' ? null : Number(text80);
  if ((n60 !== null && n65 !== null && n65 > n60) || (n80 ?? 0) > (n65 ?? n60 ?? 0))
    return 'bands_contradict';
  if (n65 !== null) {
    put('age_65_74', String(n65 - (n80 ?? 0)));
    if (n60 !== null) put('age_60_64', String(n60 - n65));
    // In the lowest band they may be in: with a blank here no total of theirs would be known.
    put('age_75_79', '0');
  } else put('age_60_64', String(n60! - (n80 ?? 0)));
  // Nobody of an age is nobody in every band of it.
  if (n60 === 0) for (const band of ['age_65_74', 'age_75_79', 'age_80_plus']) put(band, '0');
  if (n65 === 0) put('age_80_plus', '0');
  const isWhole = n60 !== null && n65 !== null && n80 !== null && n65 === n80;
  return n60 === 0 || isWhole ? null : 'bands_not_split';
}
