/**
 * While a city opens, its parts come one after another and MapLibre draws the whole map after each.
 * Where drawing is slow that takes processor time from the computing: so until the map is complete,
 * frames wait for what is under way, unless somebody moves the map.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';

const pollMs = 60;
const longestWaitMs = 480;

/** Draws seldom until `end` is called. */
export class CalmFrames {
  #map: MapLibreMap;
  #sources: readonly string[];
  #waiting: ReturnType<typeof setTimeout> | null = null;
  readonly #draw: () => void;

  constructor(map: MapLibreMap, sources: readonly string[]) {
    this.#map = map;
    this.#sources = sources;
    this.#draw = map.triggerRepaint.bind(map);
    map.triggerRepaint = () => this.#ask();
  }

  /** From now on, as MapLibre does it. */
  end(): void {
    this.#map.triggerRepaint = this.#draw;
    if (this.#waiting === null) return;
    clearTimeout(this.#waiting);
    this.#draw();
  }

  #ask(): void {
    if (this.#map.isMoving()) this.#draw();
    else if (this.#waiting === null) this.#wait(performance.now() + longestWaitMs);
  }

  get #isUnderWay(): boolean {
    return this.#sources.some((id) => !this.#map.isSourceLoaded(id));
  }

  #wait(until: number): void {
    this.#waiting = setTimeout(() => {
      if (performance.now() < until && this.#isUnderWay) return this.#wait(until);
      this.#waiting = null;
      this.#draw();
    }, pollMs);
  }
}
