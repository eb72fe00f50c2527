/** What deck.gl draws: hexagons, streets, households. Rebuilt from cached squares as the map moves. */
import type { Layer } from '@deck.gl/core';
import { MapboxOverlay } from '@deck.gl/mapbox';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { HouseholdPoints, StreetPaths } from '../state/types';
import { differenceLayers, type Difference } from './layers/difference';
import { hexagonColors, hexagonData, hexagonLayer, hexagonRadiusM } from './layers/hexagons';
import { hexagonGrid, type HexagonGrid } from './layers/hexagon-grid';
import {
  householdLayers,
  householdSquares,
  type HouseholdSquares,
  type SquareCache,
} from './layers/households';
import { markLayer } from './layers/marks';
import { areHexagonsAt, arePointsAt } from './zoom-levels';
import { streetLayers, streetSquares, streetsFromZoom } from './layers/streets';

export class DeckScene {
  #map: MapLibreMap;
  #overlay = new MapboxOverlay({ interleaved: true, layers: [] });
  #streets: readonly StreetPaths[] = [];
  #streetSquares: ReturnType<typeof streetSquares> | null = null;
  #points: HouseholdPoints | null = null;
  #squares: HouseholdSquares | null = null;
  #drawn: SquareCache = new Map();
  #states: Uint8Array | null = null;
  #weights: ArrayLike<number> = [];
  #hexagons = new Map<number, { grid: HexagonGrid; data: object }>();
  #shows = { streets: true, households: true };
  #difference: Difference | null = null;
  /** What stays as it is while only the difference changes; null: to be made anew. */
  #still: Layer[] | null = null;
  #marks: Float32Array | null = null;
  #isPending = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.addControl(this.#overlay);
  }

  setStreets(streets: readonly StreetPaths[]): void {
    this.#streets = streets;
    this.#streetSquares = null;
    this.follow();
  }

  setHouseholds(points: HouseholdPoints | null): void {
    this.#points = points;
    this.#squares = null;
    this.setCoverage(null, []);
  }

  /** `weights`: people of the group by household, for the hexagons; those with none are faint. */
  setCoverage(states: Uint8Array | null, weights: ArrayLike<number>): void {
    this.#states = states;
    this.#weights = weights;
    this.#drawn = new Map();
    this.#hexagons.clear();
    this.follow();
  }

  /** Households gained and lost by the option in hand; null draws none. */
  setDifference(difference: Difference | null): void {
    if (this.#difference === difference) return;
    this.#difference = difference;
    this.#draw();
  }

  /** Rows of a table, [lon, lat] each; null draws none. */
  setMarks(marks: Float32Array | null): void {
    if (this.#marks === marks) return;
    this.#marks = marks;
    this.follow();
  }

  show(shows: { streets: boolean; households: boolean }): void {
    this.#shows = shows;
    this.follow();
  }

  /** For finding what lies under the pointer; null while households are not drawn one by one. */
  get householdsInSight(): HouseholdSquares | null {
    if (!this.#shows.households || this.#points === null || !arePointsAt(this.#map.getZoom()))
      return null;
    // Sorted into squares when first needed: the page opens without that work.
    this.#squares ??= householdSquares(this.#points);
    return this.#squares;
  }

  get hexagonsInSight(): HexagonGrid | null {
    const zoom = this.#map.getZoom();
    return this.#shows.households && areHexagonsAt(zoom)
      ? (this.#hexagons.get(hexagonRadiusM(zoom))?.grid ?? null)
      : null;
  }

  /** Draws what is in sight now, at most once a frame. */
  follow(): void {
    this.#still = null;
    this.#draw();
  }

  #draw(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    requestAnimationFrame(() => {
      this.#isPending = false;
      // While a site is dragged only the difference is new: deck.gl passes over layers it knows.
      this.#still ??= this.#layers();
      this.#overlay.setProps({ layers: [...this.#still, ...this.#differenceLayers()] });
    });
  }

  /** Quarters of a level: widths follow closely enough, and fewer things change. */
  get #zoom(): number {
    return Math.floor(this.#map.getZoom() * 4) / 4;
  }

  #differenceLayers(): Layer[] {
    if (!this.#difference || !this.#points) return [];
    return differenceLayers(this.#difference, this.#points.positions, this.#zoom);
  }

  #layers(): Layer[] {
    const zoom = this.#zoom;
    const box = this.#map.getBounds();
    const bounds = {
      west: box.getWest(),
      east: box.getEast(),
      south: box.getSouth(),
      north: box.getNorth(),
    };
    const layers: Layer[] = [];
    if (this.#shows.households && this.#points && areHexagonsAt(this.#map.getZoom()))
      layers.push(this.#hexagonLayer(this.#points, hexagonRadiusM(this.#map.getZoom())));
    if (this.#shows.streets && zoom >= streetsFromZoom) {
      this.#streetSquares ??= streetSquares(this.#streets);
      layers.push(...streetLayers(this.#streetSquares, bounds, zoom));
    }
    const near = this.householdsInSight;
    if (near)
      layers.push(
        ...householdLayers(
          near,
          this.#states,
          this.#weights,
          this.#drawn,
          bounds,
          this.#map.getZoom(),
        ),
      );
    if (this.#marks) layers.push(markLayer(this.#marks, zoom));
    return layers;
  }

  #hexagonLayer(points: HouseholdPoints, radiusM: number): Layer {
    let known = this.#hexagons.get(radiusM);
    if (!known) {
      const weights = this.#weights.length > 0 ? this.#weights : points.age60Plus;
      const grid = hexagonGrid(points.positions, weights, this.#states, radiusM);
      known = { grid, data: hexagonData(grid, hexagonColors(grid, this.#states !== null)) };
      this.#hexagons.set(radiusM, known);
    }
    return hexagonLayer(known.grid, known.data);
  }
}
