/**
 * Finds units and facilities by Chinese name, full pinyin or initials. The pinyin index is made when
 * the page is idle, in slices, so that no task is long; until it stands, names alone are searched.
 */
import type { City } from './city.svelte';
import { buildSearchIndex, searchIndex, type SearchEntry, type SearchIndex } from './search-index';

export class Search {
  #city: City;
  #query = $state('');
  #index = $state.raw<SearchIndex | null>(null);
  #hits = $derived(this.#index ? searchIndex(this.#index, this.#query) : []);
  #building = 0;

  constructor(city: City) {
    this.#city = city;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
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
  async rebuild(): Promise<void> {
    const building = ++this.#building;
    const isCurrent = () => building === this.#building;
    for await (const index of buildSearchIndex(this.#city.units, this.#city.facilities)) {
      if (!isCurrent()) return;
      this.#index = index;
    }
  }
}
