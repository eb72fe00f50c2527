/**
 * Codes are texts. A code that lost its digits to a spreadsheet (3.50404E+11) is not invented again:
 * only the unit's own name can prove what it was.
 */
import { asItIs, blank, mended, unreadable, type Mended } from './mended';
import { isUnknown } from './numbers';

const scientific = /^\d(?:\.\d+)?E\+?\d+$/i;
/** Excel keeps fifteen digits; a longer number ends in zeros it made up. */
const roundedId = /^\d{15}0{2,}$/;

/** Without an apostrophe before it. */
const ascii = /^[!-&(-~][!-~]*$/;

/** A code of an administrative unit, 12 digits; 6 and 9 are filled up. */
export function mendUnitCode(text: string): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  if (/^\d{12}$/.test(trimmed)) return asItIs(trimmed);
  const half = trimmed
    .normalize('NFKC')
    .replace(/^['’]/, '')
    .replace(/\s+/g, '')
    .replace(/\.0+$/, '');
  if (isUnknown(half)) return mended('', 'unknown_word');
  if (scientific.test(half)) return unreadable('code_rounded');
  if (!/^\d+$/.test(half)) return unreadable('not_a_code');
  if (half.length === 12) return mended(half, 'digits');
  if (half.length === 6 || half.length === 9) return mended(half.padEnd(12, '0'), 'code_filled');
  return unreadable('not_a_code');
}

/** Any other id or code: kept as it is, unless digits are lost for certain. */
export function mendId(text: string): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  const half = ascii.test(trimmed) ? trimmed : trimmed.normalize('NFKC').replace(/^'/, '');
  if (scientific.test(half) && /E\+?(\d{2,})$/i.test(half)) return unreadable('code_rounded');
  if (roundedId.test(half) && half.length >= 18) return unreadable('code_rounded');
  return half === trimmed ? asItIs(trimmed) : mended(half, 'digits');
}

/** Texts: only what means unknown becomes so. */
export function mendText(text: string): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  return isUnknown(trimmed) ? mended('', 'unknown_word') : asItIs(trimmed);
}
