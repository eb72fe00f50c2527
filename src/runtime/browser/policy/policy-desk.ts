/**
 * The indicators of the open city, beside what they are compared with (the facilities as they are, an
 * earlier date, another folder), kept for whoever drills down. Questions take turns, since an
 * evaluation lays its relations out anew.
 */
import {
  centralTownsWithin,
  compareEvaluations,
  failingRows,
  itemRows,
  readArea,
  type FailingRow,
  type IndicatorResult,
} from '../../../core/indicators';
import { evaluationPart, type EvaluationPart } from '../../../core/export';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import { OpenCity } from '../city/open-city';
import type { ExportedFile } from '../data/figure-data';
import type {
  EarlierData,
  PolicyAnswer,
  PolicyFileRequest,
  PolicyOrder,
  PolicyRows,
  PolicyUnit,
} from '../data/policy-data';
import { chosenFiles } from '../load/city-files';
import { loadFiles } from '../load/load-files';
import { comparedUnits, policyAnswer, type Compared } from './policy-answer';
import { failingExport, figuresExport } from './policy-files';
import { PolicyGround, type Evaluated, type GroundOrder } from './policy-ground';

/** Rows shown at once; the file holds them all. */
const shownRows = 400;

interface Laid extends Evaluated {
  readonly compared: Compared;
}

export class PolicyDesk {
  readonly #ground: PolicyGround;
  #earlier: PolicyGround | null = null;
  #past: { readonly key: string; readonly evaluated: Evaluated } | null = null;
  #order: PolicyOrder | null = null;
  #laid: Laid | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(city: OpenCity) {
    this.#ground = new PolicyGround(city);
  }

  evaluate(order: PolicyOrder, progress: Progress): Promise<Result<PolicyAnswer>> {
    return this.#inTurn(async () => {
      const startedMs = performance.now();
      const laid = await this.#lay(order, progress);
      if (!laid.ok) return laid;
      const { evaluation, notes, compared } = laid.value;
      const answer = policyAnswer(evaluation, notes, compared);
      return ok({ ...answer, elapsedMs: performance.now() - startedMs });
    });
  }

  /** Another folder to compare with; the one before it is given back. */
  openEarlier(files: readonly File[], progress: Progress): Promise<Result<EarlierData>> {
    return this.#inTurn(async () => {
      const loaded = await loadFiles(chosenFiles(files), progress);
      if (!loaded.ok) return loaded;
      const city = OpenCity.from(loaded.value);
      if (!city.ok) return city;
      this.#earlier?.close();
      this.#earlier = new PolicyGround(city.value);
      this.#past = null;
      const { title, asOf, isGenerated } = loaded.value.info;
      return ok({ title, asOf, isGenerated });
    });
  }

  /** The figures of the units just below one. */
  unitsBelow(indicatorId: string, parentCode: string): Promise<Result<readonly PolicyUnit[]>> {
    return this.#asked(indicatorId, ({ entry, units }, { compared }) => {
      const below = units.filter((unit) => unit.parentCode === parentCode);
      return Promise.resolve(comparedUnits(entry.id, below, compared));
    });
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

  /** What a summary of the whole result takes from the indicators. */
  resultPart(): Promise<Result<EvaluationPart>> {
    return this.#inTurn(async () => {
      const laid = await this.#again();
      if (!laid.ok) return laid;
      const { database, evaluation } = laid.value;
      const failing = new Map<string, readonly FailingRow[]>();
      for (const result of evaluation.indicators) {
        failing.set(result.entry.id, await failingRows(database, evaluation, result));
      }
      return ok(evaluationPart(evaluation, failing));
    });
  }

  /** Towns whose seat lies in the areas of a GeoJSON text, drawn or from a file. */
  townsWithin(text: string, fileName: string): Promise<Result<readonly string[]>> {
    return this.#inTurn(async () => {
      const area = readArea(text, fileName);
      if (!area.ok) return area;
      const laid = await this.#again();
      if (!laid.ok) return laid;
      return ok(await centralTownsWithin(laid.value.database, area.value));
    });
  }

  async file(request: PolicyFileRequest): Promise<Result<ExportedFile>> {
    const { isGenerated } = this.#ground.city.loaded.info;
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
    this.#ground.close();
    this.#earlier?.close();
    this.#past = null;
    this.#laid = null;
    this.#last = Promise.resolve();
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

  /** What is compared with comes first, so that the database ends as the figures shown need it. */
  async #lay(order: PolicyOrder, progress: Progress): Promise<Result<Laid>> {
    this.#laid = null;
    const past = await this.#evaluatePast(order, progress);
    if (!past.ok) return past;
    const evaluated = await this.#ground.evaluate({ ...order, asOf: null }, progress);
    if (!evaluated.ok) return evaluated;
    const compared =
      past.value && compareEvaluations(past.value.evaluation, evaluated.value.evaluation);
    this.#order = order;
    this.#laid = { ...evaluated.value, compared: byUnit(compared) };
    return ok(this.#laid);
  }

  async #evaluatePast(order: PolicyOrder, progress: Progress): Promise<Result<Evaluated | null>> {
    const { compareWith: other, ...given } = order;
    if (other === null || (other.kind === 'baseline' && order.scenario === null)) return ok(null);
    const ground = other.kind === 'folder' ? this.#earlier : this.#ground;
    if (ground === null) return ok(null);
    const asked: GroundOrder = {
      ...given,
      scenario: null,
      asOf: other.kind === 'date' ? other.asOf : null,
    };
    const key = JSON.stringify([other, asked]);
    if (this.#past?.key === key) return ok(this.#past.evaluated);
    const evaluated = await ground.evaluate(asked, progress);
    if (evaluated.ok) this.#past = { key, evaluated: evaluated.value };
    return evaluated;
  }
}

function byUnit(compared: ReturnType<typeof compareEvaluations> | null): Compared {
  return (
    compared && new Map(compared.map((one) => [`${one.indicatorId} ${one.unitCode}`, one] as const))
  );
}
