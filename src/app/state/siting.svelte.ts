/**
 * Where to build: the planner's wishes, the search, its answer with a proof, the years, and taking
 * sites into the option in view. Whoever looks at one site sees its catchment on the map.
 */
import type { CandidatePlace } from '../../core/siting';
import { sitesOf, type Scenario } from '../../core/scenario';
import type { SitingEngine } from '../../runtime/browser/siting/siting-client';
import type {
  Catchment,
  OutOfReach,
  RecommendedSite,
  SiteAnswer,
  SiteFileKind,
  SiteOrder,
  Verification,
} from '../../runtime/browser/siting/siting-data';
import type { City } from './city.svelte';
import type { Coverage } from './coverage.svelte';
import { save } from './exports.svelte';
import type { Messages } from './messages.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { NewSite, Scenarios } from './scenarios.svelte';
import { adoptedSite } from './siting-adopted';
import { SitingWishes } from './siting-wishes.svelte';
import { reporting, SitingYears, type Surroundings } from './siting-years.svelte';
import type { Work } from './work.svelte';

export class Siting {
  readonly wishes = new SitingWishes();
  readonly years: SitingYears;
  #engine: SitingEngine;
  #city: City;
  #coverage: Coverage;
  #scenarios: Scenarios;
  #work: Work;
  #messages: Messages;
  #status = $state.raw<RunStatus>(idle);
  #candidates = $state.raw<readonly CandidatePlace[] | null>(null);
  #answer = $state.raw<SiteAnswer | null>(null);
  #outOfReach = $state.raw<OutOfReach | null>(null);
  /** What the answer in view was asked with. */
  #answered = $state.raw<SiteOrder | null>(null);
  #verification = $state.raw<Verification | null>(null);
  #catchment = $state.raw<Catchment | null>(null);
  #lookedAt = $state<string | null>(null);
  #opened = $state<string | null>(null);
  #counting = 0;

  constructor(engine: SitingEngine, around: Surroundings) {
    this.#engine = engine;
    this.#city = around.city;
    this.#coverage = around.coverage;
    this.#scenarios = around.scenarios;
    this.#work = around.work;
    this.#messages = around.messages;
    this.years = new SitingYears(engine, around, () =>
      this.#answer && this.#answered ? { answer: this.#answer, order: this.#answered } : null,
    );
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** The candidates of the wishes as they are now; null while they are not known. */
  get candidates(): readonly CandidatePlace[] | null {
    return this.#candidates;
  }

  get answer(): SiteAnswer | null {
    return this.#answer;
  }

  get answered(): SiteOrder | null {
    return this.#answered;
  }

  get outOfReach(): OutOfReach | null {
    return this.#outOfReach;
  }

  /** True while the answer in view belongs to other wishes, parameters or another option. */
  get isStale(): boolean {
    if (this.#answered === null) return false;
    // What was adopted from this very answer does not make it old.
    const now = this.#orderBeside(this.adopted);
    return JSON.stringify(this.#answered) !== JSON.stringify(now);
  }

  get verification(): Verification | null {
    return this.#verification;
  }

  get catchment(): Catchment | null {
    return this.#catchment?.id === this.#lookedAt ? this.#catchment : null;
  }

  /** The site under the pointer or in focus. */
  get lookedAt(): string | null {
    return this.#lookedAt;
  }

  /** The site whose reasons are laid open. */
  get opened(): string | null {
    return this.#opened;
  }

  /** Candidate ids of this answer that stand in the option in view. */
  get adopted(): readonly string[] {
    const current = this.#scenarios.current;
    if (current === null || this.#answer === null) return [];
    const proposed = this.#answer.sites.map(({ place }) => place.id);
    return sitesOf(current).flatMap(({ origin, originId }) =>
      origin === 'recommended' && originId !== null && proposed.includes(originId)
        ? [originId]
        : [],
    );
  }

  /** Sites the planner considers in the option in view: they may be proposed. */
  get drawn(): readonly CandidatePlace[] {
    const current = this.#scenarios.current;
    if (current === null) return [];
    return sitesOf(current)
      .filter(({ isChosen }) => !isChosen)
      .map((site) => ({
        id: site.id,
        source: 'drawn' as const,
        name: site.name,
        lon: site.lon,
        lat: site.lat,
        unitCode: site.unitCode,
        cost: site.cost10kYuan,
      }));
  }

  get order(): SiteOrder {
    return this.#orderBeside([]);
  }

  /** The order with some recommended sites of the option taken as not yet there. */
  #orderBeside(leftOut: readonly string[]): SiteOrder {
    return this.wishes.order(this.#coverage.parameters, this.#existing(leftOut), this.drawn);
  }

  /** The option as far as it counts: sites only considered change nobody's walk. */
  #existing(leftOut: readonly string[]): Scenario | null {
    const current = this.#scenarios.current;
    if (current === null) return null;
    const changes = current.changes.filter(
      (change) =>
        change.kind !== 'add' ||
        (change.site.isChosen && !leftOut.includes(change.site.originId ?? '')),
    );
    return changes.length === 0 ? null : { ...current, changes };
  }

  /** Counts the candidates of the wishes anew; the last question wins. */
  async count(): Promise<void> {
    const asked = ++this.#counting;
    const found = await this.#engine.candidates(this.order);
    if (asked === this.#counting) this.#candidates = found.ok ? found.value : null;
  }

  /** Searches; giving up keeps the best found. */
  async recommend(): Promise<void> {
    const { order } = this;
    this.#status = running;
    const found = await this.#work.follow(
      'recommend.searching',
      (progress, signal, gap) => {
        progress('candidates', 0, 0);
        return this.#engine.recommend(order, reporting(progress, gap), signal);
      },
      { order },
    );
    if (!found.ok) {
      this.#status = found.problem.code === 'cancelled' ? idle : failed(found.problem);
      return;
    }
    const outcome = found.value;
    this.#forgetAnswer();
    this.#answered = order;
    if (outcome.kind === 'answer') this.#answer = outcome.answer;
    else this.#outOfReach = outcome.outOfReach;
    this.#status = done;
  }

  /** Shows where a site reaches; null looks away. */
  async look(id: string | null): Promise<void> {
    this.#lookedAt = id;
    if (id === null || this.#catchment?.id === id) return;
    const found = await this.#engine.catchment(id);
    if (found.ok && this.#lookedAt === id) this.#catchment = found.value;
  }

  open(id: string | null): void {
    this.#opened = id;
    void this.look(id);
  }

  /** Takes sites of the answer into the option in view, in one step that can be undone. */
  adopt(sites: readonly RecommendedSite[]): void {
    const { adopted } = this;
    const left = sites.filter(({ place }) => !adopted.includes(place.id));
    this.#scenarios.add(
      left.map((site): NewSite => adoptedSite(site, this.#yearOf(site), this.#city)),
    );
  }

  #yearOf({ place }: RecommendedSite): number | null {
    return this.years.list?.find(({ opened }) => opened.includes(place.id))?.year ?? null;
  }

  /** Has the certificate checked by the independent verifier, from the streets up. */
  async verify(): Promise<void> {
    const order = this.#answered;
    const certificate = await this.#engine.file('certificate');
    if (order === null || !certificate.ok) return;
    const text = await certificate.value.blob.text();
    const checked = await this.#work.follow('recommend.verifying', (_, signal) =>
      this.#engine.verify(order, text, signal),
    );
    if (checked.ok) this.#verification = checked.value;
    else if (checked.problem.code !== 'cancelled')
      this.#messages.addProblem('siting', checked.problem);
  }

  async download(kind: SiteFileKind): Promise<void> {
    const made = await this.#engine.file(kind);
    if (made.ok) save(made.value.fileName, made.value.blob);
    else this.#messages.addProblem('siting', made.problem);
  }

  /** Another city. */
  forget(): void {
    this.#forgetAnswer();
    this.#status = idle;
    this.#candidates = null;
    this.wishes.forgetPlaces();
  }

  #forgetAnswer(): void {
    this.#answer = null;
    this.#answered = null;
    this.#outOfReach = null;
    this.years.forget();
    this.#verification = null;
    this.#catchment = null;
    this.#lookedAt = null;
    this.#opened = null;
  }
}
