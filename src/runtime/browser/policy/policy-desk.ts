/**
 * The indicators of the open city: evaluated by core over a database, kept for whoever drills down.
 * Questions take turns, since an evaluation lays its relations out anew.
 */
import {
  effectiveEntry,
  evaluateIndicators,
  failingRows,
  itemRows,
  sanmingCatalogue,
  type Catalogue,
  type Divisions,
  type Evaluation,
  type FailingRow,
  type IndicatorResult,
  type UnitResult,
} from '../../../core/indicators';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import { circleTypes, countingStatuses } from '../../../core/store/counting';
import type { Database } from '../../../core/store/database';
import type { OpenCity } from '../city/open-city';
import type { ExportedFile } from '../data/figure-data';
import type { PolicyAnswer, PolicyFileRequest, PolicyOrder, PolicyRows } from '../data/policy-data';
import { policyAnswer } from './policy-answer';
import { fillCircles, openPolicyDatabase, type CircleCounting } from './policy-database';
import { failingExport, figuresExport } from './policy-files';

const circleMeasure = 'eldercare_circle_15min_coverage';
/** Rows shown at once; the file holds them all. */
const shownRows = 400;

interface Laid {
  readonly database: Database;
  readonly evaluation: Evaluation;
}

export class PolicyDesk {
  readonly #city: OpenCity;
  #database: Database | null = null;
  /** Grows whenever work is given up. */
  #era = 0;
  #circleKey = '';
  #circleNotes: readonly Note[] = [];
  #order: PolicyOrder | null = null;
  #laid: Laid | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(city: OpenCity) {
    this.#city = city;
  }

  evaluate(order: PolicyOrder, progress: Progress): Promise<Result<PolicyAnswer>> {
    return this.#inTurn(async () => {
      const startedMs = performance.now();
      const laid = await this.#lay(order, progress);
      if (!laid.ok) return laid;
      const answer = policyAnswer(laid.value.evaluation, this.#circleNotes);
      return ok({ ...answer, elapsedMs: performance.now() - startedMs });
    });
  }

  /** The figures of the units just below one. */
  unitsBelow(indicatorId: string, parentCode: string): Promise<Result<readonly UnitResult[]>> {
    return this.#asked(indicatorId, ({ units }) =>
      Promise.resolve(units.filter((unit) => unit.parentCode === parentCode)),
    );
  }

  /** The rows behind the figure of one unit. */
  rows(indicatorId: string, unitCode: string): Promise<Result<PolicyRows>> {
    return this.#asked(indicatorId, async (result, { database }) => {
      const rows = await itemRows(database, result, unitCode);
      return { rows: rows.slice(0, shownRows), count: rows.length };
    });
  }

  failing(indicatorId: string): Promise<Result<readonly FailingRow[]>> {
    return this.#asked(indicatorId, (result, { database, evaluation }) =>
      failingRows(database, evaluation, result),
    );
  }

  async file(request: PolicyFileRequest): Promise<Result<ExportedFile>> {
    const { isGenerated } = this.#city.loaded.info;
    const { indicatorId } = request;
    if (indicatorId === null) {
      return this.#inTurn(async () => {
        const laid = await this.#again();
        return laid.ok ? ok(figuresExport(laid.value.evaluation, request, isGenerated)) : laid;
      });
    }
    return this.#asked(indicatorId, async (result, { database, evaluation }) =>
      failingExport(result, await failingRows(database, evaluation, result), request, isGenerated),
    );
  }

  /** Stops whatever runs; the next question begins anew. */
  close(): void {
    const database = this.#database;
    this.#era++;
    this.#database = null;
    this.#laid = null;
    this.#circleKey = '';
    this.#last = Promise.resolve();
    void database?.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn;
    return turn;
  }

  #asked<T>(
    indicatorId: string,
    ask: (result: IndicatorResult, laid: Laid) => Promise<T>,
  ): Promise<Result<T>> {
    return this.#inTurn(async () => {
      const laid = await this.#again();
      if (!laid.ok) return laid;
      const result = laid.value.evaluation.indicators.find(({ entry }) => entry.id === indicatorId);
      if (result === undefined) return problem('nothing_open');
      return ok(await ask(result, laid.value));
    });
  }

  /** What was laid out last; laid out anew if its database was ended. */
  async #again(): Promise<Result<Laid>> {
    if (this.#laid !== null) return ok(this.#laid);
    if (this.#order === null) return problem('nothing_open');
    return this.#lay(this.#order, () => undefined);
  }

  async #lay(order: PolicyOrder, progress: Progress): Promise<Result<Laid>> {
    this.#laid = null;
    // What was given up may still be on its way here; it must not touch what came after.
    const era = this.#era;
    const isOver = () => era !== this.#era;
    if (this.#database === null) {
      const opened = await openPolicyDatabase(this.#city, progress, isOver);
      if (!opened.ok) return opened;
      this.#database = opened.value;
    }
    const database = this.#database;
    const catalogue = order.catalogue ?? sanmingCatalogue;
    const counting = circleCounting(catalogue, order);
    const key = JSON.stringify(counting);
    if (key !== this.#circleKey) {
      const notes = await fillCircles(database, this.#city, counting, progress);
      if (isOver()) return problem('cancelled');
      this.#circleNotes = notes;
      this.#circleKey = key;
    }
    const evaluation = await evaluateIndicators(database, catalogue, {
      divisions: order.divisions ?? divisionsOf(this.#city),
      overrides: order.overrides,
      changes: order.changes,
      progress,
    });
    if (isOver()) return problem('cancelled');
    this.#order = order;
    this.#laid = { database, evaluation };
    return ok(this.#laid);
  }
}

function divisionsOf({ loaded }: OpenCity): Divisions {
  return loaded.info.divisions === '2017' ? '2017' : 'current';
}

/** Which facilities the circle counts: the entry's own list, as the user may have changed it. */
function circleCounting(catalogue: Catalogue, { overrides }: PolicyOrder): CircleCounting {
  const entry = catalogue.indicators.find((one) => one.measure === circleMeasure);
  const parameters = entry && effectiveEntry(catalogue, entry, overrides).parameters;
  const listed = (name: string, absent: readonly string[]) => {
    const value = parameters?.[name];
    return Array.isArray(value) ? (value as readonly string[]) : absent;
  };
  return {
    types: listed('counted_types', circleTypes),
    statuses: listed('counted_statuses', countingStatuses),
  };
}
