/** The sites of an answer over years: when each is built, how soon targets rise, 年度任务进度表. */
import { scheduleSheet } from '../../core/export/siting-schedule';
import type { Sheet } from '../../core/export/workbook/sheet';
import type { Progress } from '../../core/result';
import type { SearchState } from '../../core/siting';
import type { SitingEngine } from '../../runtime/browser/siting/siting-client';
import type {
  PlannedYear,
  Reaching,
  SiteAnswer,
  SiteOrder,
  Verification,
} from '../../runtime/browser/siting/siting-data';
import type { City } from './city.svelte';
import type { Coverage } from './coverage.svelte';
import { save } from './exports.svelte';
import type { Language } from './language.svelte';
import type { Messages } from './messages.svelte';
import type { Scenarios } from './scenarios.svelte';
import { placeName } from './siting-adopted';
import type { Gap, Work } from './work.svelte';

/** What siting reads of the page around it. */
export interface Surroundings {
  readonly city: City;
  readonly coverage: Coverage;
  readonly scenarios: Scenarios;
  readonly work: Work;
  readonly messages: Messages;
  readonly language: Language;
}

/** So many sites a year, or 10k yuan. */
export interface YearlyTerms {
  readonly kind: 'sites' | 'budget';
  readonly amount: number;
  readonly firstYear: number;
}

interface Answered {
  readonly answer: SiteAnswer;
  readonly order: SiteOrder;
}

/** Carries a search's state to its card: the stage, the part, and how far the best is from the bound. */
export function reporting(progress: Progress, gap: Gap) {
  return (state: SearchState | Reaching): void => {
    if (state.stage === 'reach') return progress('siting_reach', state.done, state.total);
    const { stage, objective, bound, part = 0, parts = 0 } = state;
    progress(`siting_${stage}`, Math.max(0, part - 1), parts > 1 ? parts : 0);
    gap(Math.abs(bound - objective) / Math.max(1, Math.abs(bound)));
  };
}

export class SitingYears {
  #engine: SitingEngine;
  #around: Surroundings;
  #answered: () => Answered | null;
  #list = $state.raw<readonly PlannedYear[] | null>(null);
  #terms = $state.raw<YearlyTerms | null>(null);
  #verification = $state.raw<Verification | null>(null);

  constructor(engine: SitingEngine, around: Surroundings, answered: () => Answered | null) {
    this.#engine = engine;
    this.#around = around;
    this.#answered = answered;
  }

  /** Null until the sites of the answer in view are spread. */
  get list(): readonly PlannedYear[] | null {
    return this.#list;
  }

  get terms(): YearlyTerms | null {
    return this.#terms;
  }

  get verification(): Verification | null {
    return this.#verification;
  }

  /** Has the certificate of the years checked by the independent verifier, from the streets up. */
  async verify(): Promise<void> {
    const answered = this.#answered();
    const certificate = await this.#engine.file('years_certificate');
    if (answered === null || !certificate.ok) return;
    const text = await certificate.value.blob.text();
    const { work, messages } = this.#around;
    const checked = await work.follow('recommend.verifying', (_, signal) =>
      this.#engine.verify(answered.order, text, signal),
    );
    if (checked.ok) this.#verification = checked.value;
    else if (checked.problem.code !== 'cancelled') messages.addProblem('siting', checked.problem);
  }

  /** Spreads the sites of the answer over years. */
  async spread(terms: YearlyTerms): Promise<void> {
    const answered = this.#answered();
    if (answered === null) return;
    const { work, messages } = this.#around;
    const { kind, amount, firstYear } = terms;
    const perYear = kind === 'sites' ? { sites: amount } : { budget: amount };
    const goal = goalOf(answered.order);
    const planned = await work.follow('recommend.spreading', (progress, signal, gap) =>
      this.#engine.years({ perYear, goal, firstYear }, reporting(progress, gap), signal),
    );
    if (planned.ok) {
      messages.settle('siting');
      this.#list = planned.value;
      this.#verification = null;
      this.#terms = terms;
    } else messages.addProblem('siting', planned.problem);
  }

  /** 年度任务进度表 of the years in view; null where there are none. */
  get schedule(): Sheet | null {
    const answered = this.#answered();
    if (this.#list === null || answered === null) return null;
    const { city, language } = this.#around;
    const { answer, order } = answered;
    const unit = city.unitByCode(order.choice.withinUnit ?? '') ?? city.roots[0];
    const nameOf = (id: string): string => {
      const site = answer.sites.find(({ place }) => place.id === id);
      return site ? placeName(site.place, city) : id;
    };
    return scheduleSheet(
      {
        title: language.t('recommend.schedule_title', { unit: unit?.name ?? '' }),
        caption: city.isGenerated ? language.t('data.generated') : '',
        minutes: order.walking.minutes,
        peopleNow: answer.people.before,
        villagesNow: answer.villages?.before ?? null,
        rising:
          Object.keys(order.emphasis).length > 0 && goalOf(order) === 'people'
            ? null
            : goalOf(order),
        years: this.#list.map(({ opened, ...year }) => ({ ...year, opened: opened.map(nameOf) })),
      },
      language.current,
    );
  }

  async downloadSchedule(): Promise<void> {
    const { schedule } = this;
    if (schedule === null) return;
    const { workbook } = await import('../../core/export/workbook/workbook');
    const bytes = await workbook([schedule], schedule.caption);
    save(this.#around.language.t('recommend.schedule_file'), new Blob([bytes]));
  }

  forget(): void {
    this.#list = null;
    this.#terms = null;
    this.#verification = null;
  }
}

/** What should rise first over the years: villages where villages were asked for. */
function goalOf({ asks }: SiteOrder): 'people' | 'villages' {
  const ask = asks[asks.length - 1];
  return ask.kind === 'reach_share' && ask.of === 'villages' ? 'villages' : 'people';
}
