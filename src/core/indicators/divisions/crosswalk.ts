/**
 * What the city's codes became: counties (6 digits) and towns (9) between 2016 and 2023, built in; at
 * 12 digits only what a user imports, since villages were renumbered and merged. Names are given where
 * the other year's table cannot know them.
 */
import crosswalk from './crosswalk.json';

export type Divisions = 'current' | '2017';

export interface CodePair {
  readonly oldCode: string;
  readonly newCode: string;
}

const padded = (code: string) => code.padEnd(12, '0');

/** Counties that merged or were renamed: three of 2017 in two of today. */
export const countyPairs: readonly CodePair[] = crosswalk.counties.map(([oldCode, , newCode]) => ({
  oldCode: padded(oldCode!),
  newCode: padded(newCode!),
}));

/** Towns whose code changed; those that ended are left out. */
export const townPairs: readonly CodePair[] = crosswalk.towns.flatMap(([oldCode, , newCode]) =>
  newCode ? [{ oldCode: padded(oldCode!), newCode: padded(newCode) }] : [],
);

/** Names of units by code of either year, for codes that changed. */
export const namesByCode: ReadonlyMap<string, string> = new Map(
  [...crosswalk.counties, ...crosswalk.current_names, ...crosswalk.towns].map((row) => [
    padded(row[0]!),
    row[1]!,
  ]),
);

/** Codes from one year to the other; only where the answer is one code. */
export function oneToOne(pairs: readonly CodePair[], to: Divisions): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const { oldCode, newCode } of pairs) {
    const [from, into] = to === 'current' ? [oldCode, newCode] : [newCode, oldCode];
    const known = found.get(from);
    found.set(from, known === undefined || known === into ? into : null);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}
