/**
 * Who is gained and who is lost against a state of things: kept up household by household, so that a
 * frame of a drag costs what changed in it.
 */
import {
  CoverageState,
  populationGroups,
  type CoverageGround,
  type PopulationGroup,
} from '../../reach';

/** People now covered who were not, and the other way round; a group without a column is missing. */
export interface GainsByGroup {
  readonly gained: Partial<Record<PopulationGroup, number>>;
  readonly lost: Partial<Record<PopulationGroup, number>>;
}

export interface TownGains {
  readonly unitIndex: number;
  readonly gained: number;
  readonly lost: number;
}

const covered = CoverageState.covered;

export class Gains {
  readonly #ground: CoverageGround;
  readonly #townOf: Int32Array;
  /** Whom the towns' figures count. */
  readonly #group: PopulationGroup;
  #before = new Uint8Array(0);
  #gained: Record<string, number> = {};
  #lost: Record<string, number> = {};
  #towns = new Map<number, { gained: number; lost: number }>();
  /** Households that have ever differed since the start, each once. */
  #seen = new Uint8Array(0);
  #touched: number[] = [];

  /** @param townOf the town above each unit, -1 where there is none */
  constructor(ground: CoverageGround, townOf: Int32Array, group: PopulationGroup) {
    this.#ground = ground;
    this.#townOf = townOf;
    this.#group = group;
  }

  /** From now on everything is told against these states. */
  start(states: Uint8Array): void {
    this.#before = states.slice();
    this.#seen = new Uint8Array(states.length);
    this.#touched = [];
    this.#towns.clear();
    for (const group of populationGroups) {
      if (!this.#ground.population[group]) continue;
      this.#gained[group] = 0;
      this.#lost[group] = 0;
    }
  }

  /** A household's state went from one to another. */
  follow(household: number, from: number, to: number): void {
    if (from === to) return;
    const isNow = to === covered;
    if (this.#before[household] === covered) this.#count(this.#lost, household, isNow ? -1 : 1);
    else this.#count(this.#gained, household, isNow ? 1 : -1);
    if (this.#seen[household] === 1) return;
    this.#seen[household] = 1;
    this.#touched.push(household);
  }

  get byGroup(): GainsByGroup {
    return { gained: { ...this.#gained }, lost: { ...this.#lost } };
  }

  /** Towns where somebody is gained or lost, those with most first. */
  get towns(): TownGains[] {
    return [...this.#towns]
      .map(([unitIndex, { gained, lost }]) => ({ unitIndex, gained, lost }))
      .filter(({ gained, lost }) => gained > 0 || lost > 0)
      .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || a.unitIndex - b.unitIndex);
  }

  /** Households gained and lost, by index. */
  households(states: Uint8Array): { gained: Uint32Array; lost: Uint32Array } {
    const gained: number[] = [];
    const lost: number[] = [];
    for (const i of this.#touched) {
      if (states[i] === covered && this.#before[i] !== covered) gained.push(i);
      else if (states[i] !== covered && this.#before[i] === covered) lost.push(i);
    }
    return { gained: Uint32Array.from(gained), lost: Uint32Array.from(lost) };
  }

  #count(sums: Record<string, number>, household: number, sign: 1 | -1): void {
    const { population, unit } = this.#ground;
    for (const group of populationGroups) {
      const counts = population[group];
      if (counts) sums[group] += sign * counts.values[household];
    }
    const town = unit[household] < 0 ? -1 : this.#townOf[unit[household]];
    if (town < 0) return;
    const own = this.#towns.get(town) ?? { gained: 0, lost: 0 };
    const people = sign * (population[this.#group]?.values[household] ?? 0);
    if (sums === this.#gained) own.gained += people;
    else own.lost += people;
    this.#towns.set(town, own);
  }
}
