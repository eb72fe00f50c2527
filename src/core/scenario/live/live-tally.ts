/** What is said of a live plan: who is gained and lost since when, and the meters before and now. */
import {
  isJudged,
  type CoverageGround,
  type LiveCoverage,
  type PopulationGroup,
} from '../../reach';
import { Gains } from './gains';
import type { LiveFigures } from './live-figures';
import { unitsAbove } from './unit-finder';
import { onFootMeter, policyMeter, type Meter } from './village-meters';

/** Everything but the held site itself. */
export type Tally = Omit<LiveFigures, 'held' | 'circle'>;

export class LiveTally {
  readonly #ground: CoverageGround;
  readonly #live: LiveCoverage;
  readonly #group: PopulationGroup;
  readonly #countyOf: Int32Array;
  readonly #sincePick: Gains;
  readonly #ofHeld: Gains;
  readonly #sinceBaseline: Gains;
  /** As far as the gains know. */
  readonly #states: Uint8Array;
  readonly #before: {
    readonly people: Meter;
    readonly villages: Meter;
    readonly onFoot: Meter | null;
    readonly here: Int32Array;
  };

  /** @param here facilities by unit as they are in the data, where `live` still has all of them */
  constructor(ground: CoverageGround, live: LiveCoverage, here: Int32Array) {
    this.#ground = ground;
    this.#live = live;
    this.#group =
      (['age_60_plus', 'persons'] as const).find((group) => ground.population[group]) ??
      'households';
    this.#countyOf = unitsAbove(ground.units, 'county');
    const townOf = unitsAbove(ground.units, 'town');
    const gains = () => new Gains(ground, townOf, this.#group);
    this.#sincePick = gains();
    this.#ofHeld = gains();
    this.#sinceBaseline = gains();
    this.#states = live.states.slice();
    for (const one of [this.#sincePick, this.#ofHeld, this.#sinceBaseline]) one.start(this.#states);
    this.#before = {
      people: this.#people(),
      villages: policyMeter(ground.units, here),
      onFoot: onFootMeter(ground.units, live.sums),
      here,
    };
  }

  /** An option was opened, or something is about to be picked up. */
  startPick(): void {
    this.#sincePick.start(this.#live.states);
  }

  /** What is picked up has just been taken away. */
  startHeld(): void {
    this.#ofHeld.start(this.#live.states);
  }

  /** After every move of the live coverage. */
  follow(): void {
    const { changed, changedCount, states } = this.#live;
    for (let c = 0; c < changedCount; c++) {
      const household = changed[c];
      const before = this.#states[household];
      const now = states[household];
      if (before === now) continue;
      this.#states[household] = now;
      this.#sincePick.follow(household, before, now);
      this.#ofHeld.follow(household, before, now);
      this.#sinceBaseline.follow(household, before, now);
    }
  }

  /**
   * @param here facilities by unit, with what is held where it is held
   * @param heldUnit where that is, -1 outside every unit; null where nothing is held
   */
  figures(here: Int32Array, heldUnit: number | null): Tally {
    const { units } = this.#ground;
    const { gained, lost } = this.#sinceBaseline.households(this.#live.states);
    const touched = this.#sincePick.towns;
    const onFoot = onFootMeter(units, this.#live.sums);
    const county = heldUnit !== null && heldUnit >= 0 ? this.#countyOf[heldUnit] : -1;
    return {
      sincePick: this.#sincePick.byGroup,
      ofHeld: this.#ofHeld.byGroup,
      sinceBaseline: this.#sinceBaseline.byGroup,
      group: this.#group,
      people: { before: this.#before.people, now: this.#people() },
      policyVillages: { before: this.#before.villages, now: policyMeter(units, here) },
      countyVillages:
        county < 0
          ? null
          : {
              unitIndex: county,
              before: policyMeter(units, this.#before.here, county),
              now: policyMeter(units, here, county),
            },
      onFootVillages:
        onFoot && this.#before.onFoot ? { before: this.#before.onFoot, now: onFoot } : null,
      towns: touched.length > 0 || heldUnit === null ? touched : this.#ofHeld.towns,
      gainedHouseholds: gained,
      lostHouseholds: lost,
    };
  }

  /** Everybody's sums stand at the units without one above them; see also `isJudged`. */
  #people(): Meter {
    const { units } = this.#ground;
    const sums = this.#live.sums[this.#group];
    const meter = { reached: 0, total: 0 };
    units.parent.forEach((above, unit) => {
      if (above >= 0 || !sums || !isJudged(sums, unit)) return;
      meter.reached += sums.covered[unit];
      meter.total += sums.total[unit];
    });
    return meter;
  }
}
