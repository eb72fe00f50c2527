/**
 * Units by code and by the names users write: 列东街道 or 列东, 江滨社区居委会 or 江滨, 梅列区 before
 * 2021. A name counts only where it is the only one in what else is known of the place.
 */
import { textAt, type TableData } from '../../store/columns';
import {
  cityNames,
  countyEndings,
  formerCounties,
  townEndings,
  villageEndings,
} from '../synonyms-values';

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly lon: number;
  readonly lat: number;
}

export interface UnitNames {
  readonly county?: string;
  readonly town?: string;
  readonly village?: string;
  readonly address?: string;
}

export type UnitLevel = 'county' | 'town' | 'village';

export class UnitIndex {
  readonly #byCode = new Map<string, Unit>();
  readonly #byName: Record<UnitLevel, Map<string, Unit[]>> = {
    county: new Map(),
    town: new Map(),
    village: new Map(),
  };
  readonly #answers = new Map<string, Unit | null>();

  constructor(units: TableData) {
    const { lon, lat } = units.columns;
    for (let row = 0; row < units.rowCount; row++) {
      const code = textAt(units.columns.unit_code, row) ?? '';
      const name = textAt(units.columns.name, row) ?? '';
      const level = textAt(units.columns.level, row) ?? '';
      const unit: Unit = {
        code,
        name,
        level,
        lon: lon?.kind === 'number' ? lon.values[row] : NaN,
        lat: lat?.kind === 'number' ? lat.values[row] : NaN,
      };
      this.#byCode.set(code, unit);
      if (level !== 'county' && level !== 'town' && level !== 'village') continue;
      const key = nameKey(level, name);
      const same = this.#byName[level].get(key);
      if (same) same.push(unit);
      else this.#byName[level].set(key, [unit]);
    }
  }

  get size(): number {
    return this.#byCode.size;
  }

  unit(code: string): Unit | undefined {
    return this.#byCode.get(code);
  }

  all(): Iterable<Unit> {
    return this.#byCode.values();
  }

  /**
   * The lowest unit the names prove, or null.
   * @param within the digits every code must begin with, where something else tells them
   */
  byNames(names: UnitNames, within = ''): Unit | null {
    const key = `${within}|${names.county ?? ''}|${names.town ?? ''}|${names.village ?? ''}|${names.address ?? ''}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const found = this.#find(names, within);
    // Addresses mostly differ: only so many are worth remembering.
    if (this.#answers.size < 200_000) this.#answers.set(key, found);
    return found;
  }

  #find(
    { county = '', town = '', village = '', address = '' }: UnitNames,
    scope: string,
  ): Unit | null {
    const inCounty = this.#only('county', county, scope.slice(0, 6));
    const inTown = this.#only(
      'town',
      town,
      longer(inCounty?.code.slice(0, 6) ?? '', scope.slice(0, 9)),
    );
    const within = longer(inTown?.code.slice(0, 9) ?? inCounty?.code.slice(0, 6) ?? '', scope);
    // A county or town that is named and not known must not let a namesake elsewhere stand in.
    const isAstray = (county !== '' && !inCounty) || (town !== '' && !inTown);
    const inVillage = isAstray ? null : this.#only('village', village, within);
    if (inVillage) return inVillage;
    if (village !== '' || isAstray) return inTown ?? inCounty;
    const addressed = address === '' ? null : this.#inAddress(address, within);
    return addressed ?? inTown ?? inCounty;
  }

  #only(level: UnitLevel, name: string, prefix: string): Unit | null {
    if (name === '') return null;
    const found = (this.#byName[level].get(nameKey(level, name)) ?? []).filter(({ code }) =>
      code.startsWith(prefix),
    );
    if (found.length === 1) return found[0];
    // 城关镇 and 城关乡 may stand in one county: the whole name decides.
    const exact = found.filter((unit) => unit.name === name.trim());
    return exact.length === 1 ? exact[0] : null;
  }

  /** Names in the order they stand in an address: 三明市三元区列东街道江滨社区… */
  #inAddress(address: string, prefix: string): Unit | null {
    let rest = address.normalize('NFKC').replace(/\s+/g, '').replace(cityNames, '');
    let found: Unit | null = null;
    let within = prefix;
    for (const [level, pattern] of addressParts) {
      const match = pattern.exec(rest);
      if (!match) continue;
      const unit = this.#only(level, match[0], within);
      if (!unit) continue;
      found = unit;
      within = unit.code.slice(0, level === 'county' ? 6 : 9);
      rest = rest.slice(match[0].length);
    }
    return found;
  }
}

const longer = (a: string, b: string) => (b.length > a.length ? b : a);

const addressParts: readonly (readonly [UnitLevel, RegExp])[] = [
  ['county', /^[^县区市]{1,5}[县区市]/],
  ['town', /^[^镇乡]{1,6}?(?:街道|镇|乡)/],
  ['village', /^[^村社]{1,8}?(?:社区|村)/],
];

/** The part of a name that users keep. */
export function nameKey(level: UnitLevel, name: string): string {
  const bare = name.normalize('NFKC').replace(/\s+/g, '');
  if (level === 'county') {
    const stem = bare.replace(cityNames, '');
    const key = stem.length > 2 ? stem.replace(countyEndings, '') : stem;
    return formerCounties[key] ?? formerCounties[stem] ?? key;
  }
  const endings = level === 'town' ? townEndings : villageEndings;
  const stem = bare.replace(endings, '');
  return stem === '' ? bare : stem;
}
