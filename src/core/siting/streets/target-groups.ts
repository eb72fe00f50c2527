/** Groups of a target: a share is asked of each county or town by itself, or of all at once. */
import type { SiteGround } from './site-ground';

/** How a group stands before any new site. */
export interface TargetGroup {
  readonly code: string;
  readonly name: string | null;
  /** Villages, towns or people in all, needed for the target, and reached already. */
  readonly total: number;
  readonly needed: number;
  readonly settled: number;
}

/** The unit of a level that a unit lies in, or -1. */
export function ancestorAt(ground: SiteGround, unit: number, level: string): number {
  let at = unit;
  while (at >= 0 && ground.units.levels[at] !== level) at = ground.units.parent[at];
  return at;
}

/** Whole number of things that makes at least `percent` of `total`. */
export function shareOf(total: number, percent: number): number {
  return Math.ceil((total * percent) / 100 - 1e-9);
}

/** Collects groups by the unit of a level, or one for all. */
export class Groups {
  readonly codes: string[] = [];
  readonly names: (string | null)[] = [];
  readonly #ground: SiteGround;
  readonly #by: string | null;
  readonly #indexOf = new Map<number, number>();

  constructor(ground: SiteGround, by: string | null) {
    this.#ground = ground;
    this.#by = by;
  }

  /** The group of a unit, or -1 where it lies in none. */
  of(unit: number): number {
    const above = this.#by === null ? -2 : ancestorAt(this.#ground, unit, this.#by);
    if (above === -1) return -1;
    const known = this.#indexOf.get(above);
    if (known !== undefined) return known;
    this.#indexOf.set(above, this.codes.length);
    this.names.push(above < 0 ? this.#wholeName() : this.#ground.units.names[above]);
    return this.codes.push(above < 0 ? 'all' : this.#ground.units.codes[above]) - 1;
  }

  /** Of the one unit that all others lie in, if there is one. */
  #wholeName(): string | null {
    const { names, parent } = this.#ground.units;
    const roots = names.filter((_, unit) => parent[unit] < 0);
    return roots.length === 1 ? roots[0] : null;
  }
}

export function standOf(
  groups: Groups,
  total: Float64Array,
  settled: Float64Array,
  percent: number,
): TargetGroup[] {
  return groups.codes.map((code, g) => ({
    code,
    name: groups.names[g],
    total: total[g],
    needed: shareOf(total[g], percent),
    settled: settled[g],
  }));
}

/** Groups that still miss something: their numbers in the model, and what they miss. */
export function openGroups(groups: readonly TargetGroup[]) {
  const groupOf: number[] = [];
  const number = groups.map(({ needed, settled }, g) =>
    needed > settled ? groupOf.push(g) - 1 : -1,
  );
  const need = Float64Array.from(groupOf, (g) => groups[g].needed - groups[g].settled);
  return { groupOf, number, need };
}
