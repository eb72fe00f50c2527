/** The unit a row belongs to: by its code, by its names, and whether the two agree. */
import type { UnitIndex, UnitNames } from '../understand/unit-index';
import { mendUnitCode } from '../mend/codes';
import type { Mended } from '../mend/mended';

export interface RowUnit extends Mended {
  /** A second thing to say of a code that is kept. */
  readonly also: string | null;
}

/** @param text the cell of the code, blank where there is none */
export function unitOfRow(text: string, names: UnitNames, units: UnitIndex): RowUnit {
  const code = mendUnitCode(text);
  if (units.size === 0) return { ...code, also: null };
  if (code.value === '') {
    // 3.50404E+11 proves nothing beyond its digits: the name must lie within them.
    const digits = code.doubt === 'code_rounded' ? roundedDigits(text) : '';
    const byName = units.byNames(names, digits);
    if (!byName || !byName.code.startsWith(digits)) return { ...code, also: null };
    const how = code.doubt === null ? 'unit_by_name' : 'code_by_name';
    return { value: byName.code, how, doubt: null, also: null };
  }
  const byName = units.byNames(names) ?? units.byNames(names, code.value.replace(/(000)+$/, ''));
  const known = units.unit(code.value);
  if (!known) return { ...code, also: 'unit_not_known' };
  const disagrees =
    byName !== null && !isWithin(byName.code, known.code) && !isWithin(known.code, byName.code);
  if (disagrees) return { ...code, also: 'code_name_mismatch' };
  // A town's code beside a village's name: the name says more.
  if (byName && byName.code !== known.code && isWithin(byName.code, known.code)) {
    return { value: byName.code, how: 'unit_by_name', doubt: null, also: null };
  }
  return { ...code, also: null };
}

const roundedDigits = (text: string) =>
  text
    .trim()
    .normalize('NFKC')
    .replace(/^['’]/, '')
    .replace(/E.*$/i, '')
    .replace('.', '')
    .replace(/0+$/, '');

/** True where `code` is the unit `host` or within it. */
function isWithin(code: string, host: string): boolean {
  return code.startsWith(host.replace(/(000)+$/, ''));
}
