/**
 * One city as the policy is asked of it: its tables in a database, the circle's sums in it, and the
 * facilities as they are or as an option has them. Evaluating lays the database out anew.
 */
import {
  circleOrder,
  clearCircles,
  evaluateIndicators,
  sanmingCatalogue,
  storeCircles,
  type Catalogue,
  type CircleOrder,
  type Divisions,
  type Evaluation,
  type Overrides,
} from '../../../core/indicators';
import { withFacilities } from '../../../core/reach';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import { applyScenario, policyChanges, type Scenario } from '../../../core/scenario';
import type { Database } from '../../../core/store/database';
import type { OpenCity } from '../city/open-city';
import { openPolicyDatabase } from './policy-database';

/** By what one city is evaluated; null is the policy's own, or as the data say. */
export interface GroundOrder {
  readonly catalogue: Catalogue | null;
  readonly divisions: Divisions | null;
  readonly overrides: Overrides;
  readonly asOf: string | null;
  readonly scenario: Scenario | null;
}

export interface Evaluated {
  readonly database: Database;
  readonly evaluation: Evaluation;
  readonly notes: readonly Note[];
}

export class PolicyGround {
  readonly city: OpenCity;
  #database: Database | null = null;
  /** Grows whenever work is given up. */
  #era = 0;
  #circleKey = '';
  #circleNotes: readonly Note[] = [];

  constructor(city: OpenCity) {
    this.city = city;
  }

  async evaluate(order: GroundOrder, progress: Progress): Promise<Result<Evaluated>> {
    // What was given up may still be on its way here; it must not touch what came after.
    const era = this.#era;
    const isOver = () => era !== this.#era;
    if (this.#database === null) {
      const opened = await openPolicyDatabase(this.city.wholeTables(progress), progress, isOver);
      if (!opened.ok) return opened;
      this.#database = opened.value;
    }
    const database = this.#database;
    const { scenario, overrides } = order;
    const catalogue = order.catalogue ?? sanmingCatalogue;
    const circle = circleOrder(catalogue, overrides);
    const key = JSON.stringify([circle, scenario?.changes ?? null]);
    if (key !== this.#circleKey) {
      const notes = await this.#fillCircles(database, circle, scenario, progress);
      if (isOver()) return problem('cancelled');
      this.#circleNotes = notes;
      this.#circleKey = key;
    }
    const { facilities } = this.city.loaded.tables;
    const evaluation = await evaluateIndicators(database, catalogue, {
      divisions: order.divisions ?? this.#ownDivisions,
      asOf: order.asOf,
      overrides,
      changes: scenario && facilities ? policyChanges(facilities, scenario) : undefined,
      progress,
    });
    if (isOver()) return problem('cancelled');
    return ok({ database, evaluation, notes: this.#circleNotes });
  }

  /** Stops whatever runs; the next question begins anew. */
  close(): void {
    const database = this.#database;
    this.#era++;
    this.#database = null;
    this.#circleKey = '';
    void database?.close();
  }

  get #ownDivisions(): Divisions {
    return this.city.loaded.info.divisions === '2017' ? '2017' : 'current';
  }

  /** The circle's sums under the three bases; what is missing for them is a note, not a failure. */
  async #fillCircles(
    database: Database,
    circle: CircleOrder,
    scenario: Scenario | null,
    progress: Progress,
  ): Promise<readonly Note[]> {
    if (!this.city.loaded.tables.admin_units) {
      return [{ code: 'circle_not_computed', params: { missing: 'admin_units' } }];
    }
    const ground = this.city.ground(circle.caps, progress);
    if (!ground.ok) {
      await clearCircles(database);
      return [ground.problem];
    }
    const planned =
      scenario &&
      withFacilities(ground.value, applyScenario(ground.value.facilities, scenario).facilities);
    const runs = await storeCircles(database, planned ?? ground.value, circle, progress);
    return runs.ok ? [] : [runs.problem];
  }
}
