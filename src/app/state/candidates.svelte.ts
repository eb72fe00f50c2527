/**
 * Candidates in hand: which is picked, where it is held, and what the option gains and loses while it
 * moves. One question is with the engine at a time; what came since goes next, so that a frame is never
 * waited for. Letting go makes one step of the plan.
 */
import { sitesOf, type Scenario } from '../../core/scenario';
import { quantiseDegrees } from '../../core/geo';
import type { Engine } from '../../runtime/browser/engine-client';
import type {
  DrawnPolygon,
  LiveAnswer,
  PlannedSite,
  SiteSource,
  SourceKind,
} from '../../runtime/browser/data/scenario-data';
import type { Result } from '../../core/result';
import { pinsOf, type Pin } from './candidate-pins';
import { blankSite, notTaken, siteFrom } from './candidate-sites';
import type { City } from './city.svelte';
import type { Coverage } from './coverage.svelte';
import { MapTool } from './map-tool.svelte';
import type { Messages } from './messages.svelte';
import type { Scenarios } from './scenarios.svelte';

/** Nudges are one step once nothing has come for so long. */
const settleMs = 700;

export class Candidates {
  readonly tool = new MapTool();
  #engine: Engine;
  #city: City;
  #coverage: Coverage;
  #scenarios: Scenarios;
  #messages: Messages;
  #isActive = $state(false);
  #selectedId = $state<string | null>(null);
  #held = $state.raw<{ id: string; lon: number; lat: number } | null>(null);
  #live = $state.raw<LiveAnswer | null>(null);
  #pins = $derived.by(() =>
    pinsOf(this.#scenarios.current, this.#city.facilities, this.#selectedId),
  );
  #putDown = $state.raw<readonly { id: string; lon: number; lat: number }[]>([]);
  #wanted: { id: string; lon: number; lat: number } | null = null;
  #asking: Promise<void> | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;
  /** Places are typed one after another. */
  #typing: Promise<void> = Promise.resolve();
  #half: { readonly id: string; readonly lon?: number; readonly lat?: number } | null = null;

  constructor(
    engine: Engine,
    city: City,
    coverage: Coverage,
    scenarios: Scenarios,
    messages: Messages,
  ) {
    this.#engine = engine;
    this.#city = city;
    this.#coverage = coverage;
    this.#scenarios = scenarios;
    this.#messages = messages;
  }

  /** True once candidates are worked with: pins are on the map and can be picked up. */
  get isActive(): boolean {
    return this.#isActive;
  }

  /** Figures of the option in view, of what is held while something is. */
  get live(): LiveAnswer | null {
    return this.#live;
  }

  get selectedId(): string | null {
    return this.#selectedId;
  }

  /** The selected site of the option; null for a facility. */
  get selectedSite(): PlannedSite | null {
    return this.sites.find(({ id }) => id === this.#selectedId) ?? null;
  }

  get selectedFacilityIndex(): number {
    if (this.#selectedId === null || this.selectedSite) return -1;
    return this.#city.facilities.findIndex(({ id }) => id === this.#selectedId);
  }

  get isHolding(): boolean {
    return this.#held !== null;
  }

  get sites(): readonly PlannedSite[] {
    return this.#scenarios.current ? sitesOf(this.#scenarios.current) : [];
  }

  /** Where the option has them. */
  get pins(): readonly Pin[] {
    return this.#pins;
  }

  /** Put down a moment ago: sites once the engine has said where they lie, and until then not to be had. */
  get putDown(): readonly Pin[] {
    return this.#putDown.map((place) => ({
      ...place,
      name: '',
      isChosen: true,
      isFacility: false,
    }));
  }

  /** The pin in hand, where the hand has it. */
  get heldPin(): Pin | null {
    const held = this.#held;
    const pin = held && this.#pins.find(({ id }) => id === held.id);
    return pin ? { ...pin, ...held } : null;
  }

  /** Pins come to the map, figures follow the option. */
  start(): void {
    if (this.#isActive) return;
    this.#isActive = true;
    void this.refresh();
  }

  /** Back to a map without pins. */
  stop(): void {
    this.#isActive = false;
    this.tool.putAway();
    this.cancel();
    this.#selectedId = null;
  }

  /** After another option, an edit or other parameters. */
  async refresh(): Promise<void> {
    if (this.#coverage.result === null) this.#live = null;
    if (!this.#isActive || this.#coverage.result === null) return;
    const { current } = this.#scenarios;
    const answer = await this.#engine.scenario.open(current, this.#coverage.parameters);
    if (current !== this.#scenarios.current || this.#held) return;
    this.#keep(answer);
    if (this.#selectedId !== null) await this.#showSelected();
  }

  async select(id: string | null): Promise<void> {
    if (id === this.#selectedId || this.#isPutDown(id)) return;
    this.cancel();
    this.#selectedId = id;
    if (id === null) this.#keep(await this.#engine.scenario.release());
    else await this.#showSelected();
  }

  /** Moves what is held; picks it up if it was not. */
  hold(id: string, lon: number, lat: number): void {
    if (this.#isPutDown(id)) return;
    clearTimeout(this.#settle);
    if (this.#selectedId !== id) this.#selectedId = id;
    this.#held = { id, lon: quantiseDegrees(lon), lat: quantiseDegrees(lat) };
    this.#wanted = this.#held;
    this.#asking ??= this.#askOn();
  }

  /** Moves the picked one by metres; the step is made when nothing more comes. */
  nudge(eastM: number, northM: number): void {
    const pin = this.heldPin ?? this.pins.find(({ id }) => id === this.#selectedId);
    if (!pin) return;
    const degreesNorth = northM / 111_000;
    const degreesEast = eastM / (111_320 * Math.cos((pin.lat * Math.PI) / 180));
    this.hold(pin.id, pin.lon + degreesEast, pin.lat + degreesNorth);
    this.#settle = setTimeout(() => void this.drop(), settleMs);
  }

  /** Lets go: the place becomes the option's. */
  async drop(): Promise<void> {
    clearTimeout(this.#settle);
    const held = this.#held;
    if (held === null) return;
    await this.#asking;
    if (this.#held !== held) return;
    await this.#moveTo(held.id, held.lon, held.lat);
    this.#held = null;
  }

  /** Puts what is held back where it was. */
  cancel(): void {
    clearTimeout(this.#settle);
    this.#wanted = null;
    if (this.#held === null) return;
    this.#held = null;
    void this.#engine.scenario.release().then((answer) => {
      this.#keep(answer);
      if (this.#selectedId !== null) void this.#showSelected();
    });
  }

  /**
   * One coordinate typed for a site or facility; the other is what those typed before have left. What had
   * no place has one once both are typed.
   */
  type(id: string, axis: 'lon' | 'lat', degrees: number): Promise<void> {
    const option = this.#scenarios.current;
    this.#typing = this.#typing.then(async () => {
      const stands = this.#placeOf(id, option) ?? (this.#half?.id === id ? this.#half : null);
      const place = { lon: stands?.lon, lat: stands?.lat, [axis]: quantiseDegrees(degrees) };
      const { lon, lat } = place;
      const isWhole = lon !== undefined && lat !== undefined;
      this.#half = isWhole ? null : { id, ...place };
      if (isWhole) await this.#moveTo(id, lon, lat, option);
    });
    return this.#typing;
  }

  /** A new site where someone pointed; named after the village it lies in. */
  async addAt(lon: number, lat: number, nameOf: (unitName: string) => string): Promise<void> {
    this.tool.putAway();
    this.#putDown = [...this.#putDown, { id: `${lon} ${lat}`, lon, lat }];
    const found = await this.#engine.scenario.unitAt(lon, lat);
    this.#putDown = this.#putDown.slice(1);
    const unit = found.ok ? this.#city.units[found.value] : undefined;
    const [site] = this.#scenarios.add([
      {
        ...blankSite(unit?.kind ?? null),
        name: nameOf(unit?.name ?? ''),
        lon: quantiseDegrees(lon),
        lat: quantiseDegrees(lat),
        unitCode: unit?.code ?? null,
      },
    ]);
    this.#selectedId = site.id;
  }

  /** Places that can become candidates, everywhere or within a drawn polygon. */
  async sources(kind: SourceKind, polygon: DrawnPolygon | null): Promise<readonly SiteSource[]> {
    const found = await this.#engine.scenario.sources(kind, polygon);
    if (found.ok) return found.value;
    this.#messages.addProblem('scenario', found.problem);
    return [];
  }

  /** Takes places over as sites that are only considered, those already taken left out. */
  take(sources: readonly SiteSource[], nameOf: (source: SiteSource, unitName: string) => string) {
    return this.#scenarios.add(
      notTaken(sources, this.sites).map((source) => {
        const unit = this.#city.units[source.unitIndex];
        return siteFrom(source, unit, nameOf(source, unit?.name ?? ''), sources.length === 1);
      }),
    );
  }

  #isPutDown(id: string | null): boolean {
    return this.#putDown.some((place) => place.id === id);
  }

  async #askOn(): Promise<void> {
    while (this.#wanted !== null) {
      const { id, lon, lat } = this.#wanted;
      this.#wanted = null;
      const answer = await this.#engine.scenario.hold(id, lon, lat);
      if (this.#held?.id === id) this.#keep(answer);
    }
    this.#asking = null;
  }

  /** Looking at a site holds it where it is: its circle and what it brings are shown. */
  async #showSelected(): Promise<void> {
    const pin = this.pins.find(({ id }) => id === this.#selectedId);
    if (!pin || this.#held) return;
    this.#keep(await this.#engine.scenario.hold(pin.id, pin.lon, pin.lat));
  }

  /** A step of the option it was begun in: by the time its unit is found another may be in view. */
  async #moveTo(id: string, lon: number, lat: number, begun = this.#scenarios.current) {
    const found = await this.#engine.scenario.unitAt(lon, lat);
    const unitCode = found.ok ? (this.#city.units[found.value]?.code ?? null) : null;
    const option = this.#newest(begun);
    const site = option && sitesOf(option).find((one) => one.id === id);
    if (site) this.#scenarios.put([{ ...site, lon, lat, unitCode }], option);
    else if (this.#city.facilities.some((facility) => facility.id === id))
      this.#scenarios.correct({ kind: 'move', facilityId: id, lon, lat, unitCode }, option);
  }

  /** An option as it is by now; what was begun on the baseline goes on in the option that came of it. */
  #newest(begun: Scenario | null): Scenario | null {
    const { current, options } = this.#scenarios;
    return begun ? (options.find(({ id }) => id === begun.id) ?? begun) : current;
  }

  #placeOf(id: string, begun: Scenario | null) {
    const { facilities } = this.#city;
    return pinsOf(this.#newest(begun), facilities, id).find((pin) => pin.id === id);
  }

  #keep(answer: Result<LiveAnswer>): void {
    if (answer.ok) this.#live = answer.value;
    else if (answer.problem.code !== 'nothing_open') {
      this.#messages.addProblem('scenario', answer.problem);
    }
  }
}
