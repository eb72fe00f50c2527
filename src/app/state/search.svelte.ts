/**
 * Finds units and facilities by Chinese name, full pinyin or initials. Pinyin is worked out beside
 * the page when something is first searched for; until it stands, names alone are searched.
 */
import type { Engine } from '../../runtime/browser/engine-client';
import type { City } from './city.svelte';
import {
  namesOnly,
  searchIndex,
  withSpellings,
  type SearchEntry,
  type SearchIndex,
} from './search-index';

export class Search {
  #engine: Engine;
  #city: City;
  #query = $state('');
  #index = $state.raw<SearchIndex | null>(null);
  /** The index whose names are being spelt. */
  #spelling: SearchIndex | null = null;
  #hits = $derived(this.#index ? searchIndex(this.#index, this.#query) : []);

  constructor(engine: Engine, city: City) {
    this.#engine = engine;
    this.#city = city;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    if (query !== '') void this.addPinyin();
  }

  /** At most twenty, best first. */
  get hits(): readonly SearchEntry[] {
    return this.#hits;
  }

  /** False while pinyin is still being worked out. */
  get isReady(): boolean {
    return this.#index?.hasPinyin ?? false;
  }

  /** After a city is opened. */
  list(): void {
    this.#index = namesOnly(this.#city.units, this.#city.facilities);
  }

  /** Once for each city; asked for by the first search. */
  async addPinyin(): Promise<void> {
    const index = this.#index;
    if (index === null || index.hasPinyin || index === this.#spelling) return;
    this.#spelling = index;
    const spellings = await this.#engine.spellingsOf(index.entries.map(({ name }) => name));
    if (!spellings.ok) this.#spelling = null;
    else if (index === this.#index) this.#index = withSpellings(index, spellings.value);
  }
}
