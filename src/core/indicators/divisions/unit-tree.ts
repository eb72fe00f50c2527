/**
 * The units an evaluation speaks of. Villages are those of admin_units; towns and counties above them
 * are those of the chosen year, so that a city can be judged by the 12 counties of 2017 or by today's
 * 11 from the same table. Units under a township that is left out stand under its host.
 */
import type { Level } from '../types';
import {
  countyPairs,
  namesByCode,
  oneToOne,
  townPairs,
  type CodePair,
  type Divisions,
} from './crosswalk';

export interface AdminUnit {
  readonly unitCode: string;
  readonly parentCode: string | null;
  readonly name: string;
  readonly level: Level;
  readonly kind: string | null;
  readonly hostCode: string | null;
  readonly isCentralTown: boolean | null;
  readonly isResettlementSite: boolean | null;
}

export interface TreeUnit {
  readonly unitCode: string;
  readonly parentCode: string | null;
  readonly name: string;
  readonly level: Level;
  readonly kind: string | null;
  readonly isCentralTown: boolean | null;
  readonly isResettlementSite: boolean | null;
}

export interface UnitTree {
  readonly divisions: Divisions;
  /** By code: city, counties, towns, villages; in order of level and code. */
  readonly units: ReadonlyMap<string, TreeUnit>;
  /** Codes of admin_units whose unit here has another code. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Parents as admin_units and the hosts say, by code of admin_units. */
  readonly nativeParents: ReadonlyMap<string, string>;
  /** Counties as admin_units has them. */
  readonly nativeCounties: readonly string[];
  /** Codes that together make a unit: the counties of 2017 in one of today. */
  readonly constituents: ReadonlyMap<string, readonly string[]>;
}

const levelOrder: Readonly<Record<Level, number>> = { city: 0, county: 1, town: 2, village: 3 };

/** The tree of the chosen divisions; `villagePairs` are those a user imported. */
export function unitTree(
  adminUnits: readonly AdminUnit[],
  divisions: Divisions,
  villagePairs: readonly CodePair[] = [],
): UnitTree {
  const byCode = new Map(adminUnits.map((unit) => [unit.unitCode, unit]));
  const nativeParents = new Map<string, string>();
  for (const unit of adminUnits) {
    const parent = unit.hostCode ?? unit.parentCode ?? codeAbove(unit);
    if (parent !== null && parent !== unit.unitCode && byCode.has(parent)) {
      nativeParents.set(unit.unitCode, parent);
    }
  }
  const renames: Readonly<Record<Level, ReadonlyMap<string, string>>> = {
    city: new Map(),
    county: oneToOne(countyPairs, divisions),
    town: oneToOne(townPairs, divisions),
    village: divisions === 'current' ? oneToOne(villagePairs, 'current') : new Map(),
  };
  const split = splitCounties(divisions);
  const codeHere = (unit: AdminUnit) => renames[unit.level].get(unit.unitCode) ?? unit.unitCode;

  const units = new Map<string, TreeUnit>();
  const renamed = new Map<string, string>();
  const cityCode = adminUnits.find((unit) => unit.level === 'city')?.unitCode ?? null;
  const add = (unit: TreeUnit) => {
    if (!units.has(unit.unitCode)) units.set(unit.unitCode, unit);
  };
  for (const unit of [...adminUnits].sort(byLevelThenCode)) {
    if (unit.level === 'county' && split.has(unit.unitCode)) continue;
    const code = codeHere(unit);
    if (code !== unit.unitCode) renamed.set(unit.unitCode, code);
    const native = nativeParents.get(unit.unitCode);
    const parent = native === undefined ? undefined : byCode.get(native);
    let parentCode = parent === undefined ? null : codeHere(parent);
    if (unit.level === 'town' && parent?.level === 'county') {
      if (code !== unit.unitCode) parentCode = `${code.slice(0, 6)}000000`;
      else if (split.has(parent.unitCode)) parentCode = cityCode;
      if (parentCode !== null && parentCode !== cityCode) addCounty(parentCode);
    }
    const name = code === unit.unitCode ? unit.name : (namesByCode.get(code) ?? unit.name);
    add({ ...treeFields(unit), unitCode: code, parentCode, name });
  }

  function addCounty(code: string): void {
    if (units.has(code) || byCode.has(code)) return;
    add({
      unitCode: code,
      parentCode: cityCode,
      name: namesByCode.get(code) ?? code,
      level: 'county',
      kind: null,
      isCentralTown: null,
      isResettlementSite: null,
    });
  }

  const ordered = [...units.values()].sort(byLevelThenCode);
  return {
    divisions,
    units: new Map(ordered.map((unit) => [unit.unitCode, unit])),
    renamed,
    nativeParents,
    nativeCounties: adminUnits.filter((unit) => unit.level === 'county').map((u) => u.unitCode),
    constituents: constituentsOf(divisions, villagePairs),
  };
}

/** Each unit with itself and all above it. */
export function ancestorsOf(tree: UnitTree, unitCode: string): TreeUnit[] {
  const above: TreeUnit[] = [];
  for (let code: string | null = unitCode; code !== null && above.length < 5;) {
    const unit = tree.units.get(code);
    if (unit === undefined) break;
    above.push(unit);
    code = unit.parentCode;
  }
  return above;
}

/** Units of one level then by code. */
export function byLevelThenCode(
  a: { level: Level; unitCode: string },
  b: { level: Level; unitCode: string },
): number {
  return levelOrder[a.level] - levelOrder[b.level] || (a.unitCode < b.unitCode ? -1 : 1);
}

/** The unit above by its 12 digits: county + 000000, town + 000. */
function codeAbove({ unitCode, level }: AdminUnit): string | null {
  const digits = { village: 9, town: 6, county: 4, city: 0 }[level];
  return digits === 0 || !/^\d{12}$/.test(unitCode)
    ? null
    : unitCode.slice(0, digits).padEnd(12, '0');
}

/** Counties of the other year that are several here, so their totals cannot be divided. */
function splitCounties(divisions: Divisions): ReadonlySet<string> {
  if (divisions === 'current') return new Set();
  const newCodes = countyPairs.map((pair) => pair.newCode);
  return new Set(newCodes.filter((code, i) => newCodes.indexOf(code) !== i));
}

function constituentsOf(
  divisions: Divisions,
  villagePairs: readonly CodePair[],
): Map<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  if (divisions !== 'current') return parts;
  for (const { oldCode, newCode } of [...countyPairs, ...townPairs, ...villagePairs]) {
    parts.set(newCode, [...(parts.get(newCode) ?? []), oldCode]);
  }
  return parts;
}

function treeFields(
  unit: AdminUnit,
): Pick<TreeUnit, 'level' | 'kind' | 'isCentralTown' | 'isResettlementSite'> {
  const { level, kind, isCentralTown, isResettlementSite } = unit;
  return { level, kind, isCentralTown, isResettlementSite };
}
