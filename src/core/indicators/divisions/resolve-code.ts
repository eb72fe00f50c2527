/**
 * Where a code of any year and length belongs. Exact where the unit itself is known; otherwise the
 * smallest unit it surely lies in (an old village without a successor still counts for its town), so
 * that nothing is lost above and nothing is guessed below.
 */
import { countyPairs, oneToOne, townPairs, type CodePair } from './crosswalk';
import type { UnitTree } from './unit-tree';

export interface Resolved {
  readonly unitCode: string;
  /** False: the code lies somewhere in the unit. */
  readonly isExact: boolean;
}

export type CodeResolver = (code: string | null) => Resolved | null;

/** Resolves codes of 6, 9 or 12 digits; null where a code is none or lies outside the city. */
export function codeResolver(tree: UnitTree, villagePairs: readonly CodePair[] = []): CodeResolver {
  const toNew = oneToOne([...countyPairs, ...townPairs, ...villagePairs], 'current');
  const toOld = oneToOne([...countyPairs, ...townPairs, ...villagePairs], '2017');
  const known = (code: string | undefined): string | null => {
    if (code === undefined) return null;
    if (tree.units.has(code)) return code;
    return tree.renamed.get(code) ?? null;
  };
  const exact = (code: string): string | null =>
    known(code) ?? known(toNew.get(code)) ?? known(toOld.get(code));

  return (raw) => {
    const code = twelveDigits(raw);
    if (code === null) return null;
    const itself = exact(code);
    if (itself !== null) return { unitCode: itself, isExact: true };
    const nativeParent = tree.nativeParents.get(code);
    const above = [nativeParent, ...enclosing(code)];
    for (const candidate of above) {
      const unitCode = candidate === undefined ? null : exact(candidate);
      if (unitCode !== null) return { unitCode, isExact: false };
    }
    return null;
  };
}

/** A code as the tables write it, or null where it is none. */
export function twelveDigits(raw: string | null): string | null {
  const digits = raw?.trim() ?? '';
  return /^\d{12}$|^\d{9}$|^\d{6}$/.test(digits) ? digits.padEnd(12, '0') : null;
}

/** Codes of the units a code lies in, nearest first. */
function enclosing(code: string): string[] {
  return [9, 6, 4]
    .map((digits) => code.slice(0, digits).padEnd(12, '0'))
    .filter((above) => above !== code);
}
