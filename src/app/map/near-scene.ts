/**
 * What is drawn when one comes near: streets, hexagons, households. Keeps what the page says of them
 * and fetches deck.gl, which draws them, when it is first wanted: the city as a whole does without.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { HouseholdPoints, StreetPaths } from '../state/types';
import type { DeckScene } from './deck-scene';
import type { Difference } from './layers/difference';
import type { HexagonGrid } from './layers/hexagon-grid';
import type { HouseholdSquares } from './layers/households';
import { nearFromZoom } from './zoom-levels';

interface Coverage {
  readonly states: Uint8Array | null;
  /** People of the group by household. */
  readonly weights: ArrayLike<number>;
}

export class NearScene {
  #map: MapLibreMap;
  #deck: DeckScene | null = null;
  #fetched: Promise<void> | null = null;
  #streets: readonly StreetPaths[] = [];
  #points: HouseholdPoints | null = null;
  #coverage: Coverage = { states: null, weights: [] };
  #difference: Difference | null = null;
  #marks: Float32Array | null = null;
  #shows = { streets: true, households: true };

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  setStreets(streets: readonly StreetPaths[]): void {
    this.#streets = streets;
    this.#deck?.setStreets(streets);
    this.follow();
  }

  setHouseholds(points: HouseholdPoints | null): void {
    this.#points = points;
    this.#coverage = { states: null, weights: [] };
    this.#deck?.setHouseholds(points);
  }

  /** `weights`: people of the group by household; those with none are faint. */
  setCoverage(states: Uint8Array | null, weights: ArrayLike<number>): void {
    this.#coverage = { states, weights };
    this.#deck?.setCoverage(states, weights);
  }

  /** Households gained and lost by the option in hand, from any distance; null draws none. */
  setDifference(difference: Difference | null): void {
    this.#difference = difference;
    if (this.#deck) this.#deck.setDifference(difference);
    else if (difference) void this.#begin();
  }

  /** Rows of a table, [lon, lat] each, from any distance; null draws none. */
  setMarks(marks: Float32Array | null): void {
    this.#marks = marks;
    if (this.#deck) this.#deck.setMarks(marks);
    else if (marks) void this.#begin();
  }

  show(shows: { streets: boolean; households: boolean }): void {
    this.#shows = shows;
    this.#deck?.show(shows);
  }

  /** For finding what lies under the pointer; null while households are not drawn one by one. */
  get householdsInSight(): HouseholdSquares | null {
    return this.#deck?.householdsInSight ?? null;
  }

  get hexagonsInSight(): HexagonGrid | null {
    return this.#deck?.hexagonsInSight ?? null;
  }

  /** Draws what is in sight now, at most once a frame. */
  follow(): void {
    if (this.#deck) this.#deck.follow();
    else if (this.#map.getZoom() >= nearFromZoom && this.#hasAnything) void this.#begin();
  }

  get #hasAnything(): boolean {
    return this.#streets.length > 0 || (this.#points?.count ?? 0) > 0;
  }

  async #begin(): Promise<void> {
    this.#fetched ??= import('./deck-scene').then(({ DeckScene }) => {
      this.#deck = new DeckScene(this.#map);
      this.#deck.show(this.#shows);
      this.#deck.setStreets(this.#streets);
      this.#deck.setHouseholds(this.#points);
      this.#deck.setCoverage(this.#coverage.states, this.#coverage.weights);
      this.#deck.setDifference(this.#difference);
      this.#deck.setMarks(this.#marks);
    });
    await this.#fetched;
  }
}
