/** The lists of towns behind the care-centre indicators: by code for the SQL, by name for the reader. */
import type { Overrides } from './catalogue/settings';
import type { TreeUnit } from './divisions/unit-tree';
import type { Prepared } from './prepare/prepare';
import type { Catalogue, Change } from './types';

export interface NamedUnit {
  readonly unitCode: string;
  readonly name: string;
}

/** The user's list, else the towns marked in admin_units, else the catalogue's own. */
export function centralTownCodes(
  ready: Prepared,
  catalogue: Catalogue,
  overrides: Overrides | undefined,
): string[] {
  const units = [...ready.tree.units.values()];
  const marked = units.some((unit) => unit.isCentralTown !== null)
    ? units.filter((unit) => unit.isCentralTown === true).map((unit) => unit.unitCode)
    : null;
  const listed =
    overrides?.shared?.['central_towns'] ?? marked ?? catalogue.parameters['central_towns'];
  const codes = Array.isArray(listed) ? (listed as readonly string[]) : [];
  const here = codes.flatMap((code) => {
    const resolved = ready.resolve(code);
    return resolved?.isExact ? [resolved.unitCode] : [];
  });
  return [...new Set(here)].sort();
}

/** Lists of units are read by name. */
export function withNames(change: Change, tree: Prepared['tree']): Change {
  if (change.name !== 'central_towns') return change;
  const codes = [change.from, change.to].flatMap((list) => (Array.isArray(list) ? list : []));
  const names = codes.flatMap((code: string) => {
    const unit = tree.units.get(code);
    return unit === undefined ? [] : [[code, unit.name]];
  });
  return { ...change, names: Object.fromEntries(names) };
}

/** None where the unit is unknown. */
export function named(unit: TreeUnit | undefined): NamedUnit[] {
  return unit === undefined ? [] : [{ unitCode: unit.unitCode, name: unit.name }];
}
