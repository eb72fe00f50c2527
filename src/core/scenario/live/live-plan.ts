/**
 * An option that follows the hand: a facility or site is held, moved and let go, and after every move
 * the figures are what a full run over the option would give. Where walks are
 * judged by hills there and back, so are these.
 */
import { snapPoints } from '../../network';
import {
  capsOf,
  countingFacilities,
  type EdgePoint,
  type Isochrones,
  type LiveCoverage,
} from '../../reach';
import { textAt } from '../../store/columns';
import { plannedGround } from '../planned-ground';
import type { Scenario } from '../scenario';
import type { HeldSite, LiveFigures, LiveTerms } from './live-figures';
import { liveStreets } from './live-streets';
import { LiveTally } from './live-tally';
import { pickedUp, type PickedUp } from './picked-up';
import { facilitiesByUnit } from './village-meters';

interface Held extends Omit<HeldSite, 'isOnStreets'>, PickedUp {
  readonly point: EdgePoint;
}

const nowhere: EdgePoint = { edge: -1, alongCm: 0, doorCm: 0 };
const empty: Scenario = { id: '', name: '', changes: [] };

export class LivePlan {
  readonly terms: LiveTerms;
  readonly #live: LiveCoverage;
  readonly #isochrones: Isochrones;
  readonly #tally: LiveTally;
  /** Rows of the data by facility id; sites get an index when first put down. */
  readonly #indexOf = new Map<string, number>();
  readonly #baseline: readonly EdgePoint[];
  #scenario: Scenario = empty;
  /** Where everything stands that is not as in the data. */
  #elsewhere = new Map<string, EdgePoint>();
  #here: Int32Array;
  #held: Held | null = null;

  constructor(terms: LiveTerms) {
    this.terms = terms;
    const { ground, services } = terms;
    const { live, isochrones, baseline } = liveStreets(terms);
    this.#live = live;
    this.#isochrones = isochrones;
    this.#baseline = baseline;
    for (let row = 0; row < ground.facilities.rowCount; row++) {
      this.#indexOf.set(textAt(ground.facilities.columns.facility_id, row) ?? '', row);
    }
    this.#here = facilitiesByUnit(ground.units, ground.facilities, services);
    this.#tally = new LiveTally(ground, live, this.#here);
  }

  /** State of each household, as the option in hand leaves it. */
  get states(): Uint8Array {
    return this.#live.states;
  }

  get sums(): LiveCoverage['sums'] {
    return this.#live.sums;
  }

  /** Takes an option in hand; whatever was held is let go. */
  open(scenario: Scenario | null): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null) this.#place(held.id, this.#elsewhere.get(held.id) ?? this.#home(held.id));
    this.#scenario = scenario ?? empty;
    const { ground, parameters, snapping, services } = this.terms;
    const planned = plannedGround(ground, this.#scenario, snapping);
    const { facilities, facilityPoints, units } = planned.ground;
    const counts = countingFacilities(facilities, parameters);
    const next = new Map<string, EdgePoint>();
    for (const row of planned.changedRows) {
      next.set(textAt(facilities.columns.facility_id, row) ?? '', {
        edge: counts[row] === 1 ? facilityPoints.edge[row] : -1,
        alongCm: facilityPoints.alongCm[row],
        doorCm: facilityPoints.doorCm[row],
      });
    }
    for (const id of this.#elsewhere.keys()) if (!next.has(id)) this.#place(id, this.#home(id));
    for (const [id, point] of next) this.#place(id, point);
    this.#elsewhere = next;
    this.#here = facilitiesByUnit(units, facilities, services);
    this.#tally.startPick();
  }

  /**
   * Holds a site or facility of the option at a place (degrees, WGS-84); the first time of each picks
   * it up. One that is only considered counts while it is held.
   */
  hold(id: string, lon: number, lat: number): LiveFigures {
    if (this.#held?.id !== id) this.#pick(id);
    const held = this.#held!;
    const unitIndex = this.terms.finder.at(lon, lat);
    const point = this.#snap(lon, lat, unitIndex);
    this.#place(id, held.isCounted ? point : nowhere);
    this.#held = { ...held, lon, lat, unitIndex, point };
    return this.figures();
  }

  /** Puts what is held back to where the option has it. */
  release(): LiveFigures {
    if (this.#held !== null) this.open(this.#scenario);
    return this.figures();
  }

  figures(): LiveFigures {
    const { minutes, speedMS } = this.terms.parameters;
    const held = this.#held;
    const tally = this.#tally.figures(this.#hereNow(), held && held.unitIndex);
    if (held === null) return { ...tally, held: null, circle: null };
    const { edge, alongCm, doorCm } = held.point;
    const door = { edge: [edge], alongCm: [alongCm], doorCm: [doorCm] };
    return {
      ...tally,
      held: siteOf(held),
      circle: edge < 0 ? null : this.#isochrones.around(door, [minutes], speedMS)[0].geometry,
    };
  }

  #pick(id: string): void {
    if (this.#held !== null) this.release();
    this.#tally.startPick();
    this.#held = {
      id,
      ...pickedUp(this.terms, this.#scenario, id),
      lon: NaN,
      lat: NaN,
      unitIndex: -1,
      point: nowhere,
    };
    this.#place(id, nowhere);
    this.#tally.startHeld();
  }

  #snap(lon: number, lat: number, unitIndex: number): EdgePoint {
    const { snapIndex, caps } = this.terms.snapping;
    const capM = capsOf(this.terms.ground.units, Int32Array.of(unitIndex), caps);
    const { edge, alongCm, doorCm } = snapPoints(
      snapIndex,
      Float64Array.of(lon),
      Float64Array.of(lat),
      capM,
    );
    return { edge: edge[0], alongCm: alongCm[0], doorCm: doorCm[0] };
  }

  /** Where the data have a facility; nowhere for a site. */
  #home(id: string): EdgePoint {
    return this.#baseline[this.#indexOf.get(id) ?? -1] ?? nowhere;
  }

  #place(id: string, point: EdgePoint): void {
    const index = this.#indexOf.get(id);
    if (index !== undefined) this.#live.move(index, point);
    else this.#indexOf.set(id, this.#live.add(point));
    this.#tally.follow();
  }

  /** Facilities by unit, with what is held where it is held. */
  #hereNow(): Int32Array {
    const held = this.#held;
    if (held === null) return this.#here;
    const here = held.others.slice();
    const unit = held.unitIndex >= 0 ? held.unitIndex : held.ownUnit;
    if (held.isForVillages && unit >= 0) here[unit]++;
    return here;
  }
}

function siteOf({ id, lon, lat, unitIndex, isCounted, point }: Held): HeldSite {
  return { id, lon, lat, unitIndex, isCounted, isOnStreets: point.edge >= 0 };
}
