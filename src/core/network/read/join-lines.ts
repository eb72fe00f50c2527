/**
 * Lines without node numbers (GeoJSON, a bureau's road lines) join where their coordinates are
 * equal, but layers do not: a bridge's middle does not meet the street below it, though both may
 * have a point there. The rule, at one coordinate:
 *
 * - middles of lines of one layer meet each other;
 * - an end of a line meets the middles of its own layer, or, where there are none, those of the
 *   nearest layer (the lower of two equally near), as a ramp meets the bridge it leads to;
 * - where only ends meet, all of them join.
 */
import { CoordinateIndex } from './coordinate-index';
import { GrowingFloat64 } from './growing';
import type { StreetLines } from '../graph';

export class LineJoiner {
  readonly #places = new CoordinateIndex();
  readonly #points = new GrowingFloat64();
  readonly #lineStart: number[] = [0];
  readonly #layers: number[] = [];
  readonly #directions: number[] = [];
  readonly #streetClass: number[] = [];

  get count(): number {
    return this.#layers.length;
  }

  add(
    coordinates: readonly (readonly number[])[],
    line: { layer: number; directions: number; streetClass: number },
  ): void {
    for (const [lon, lat] of coordinates) this.#points.push(this.#places.indexOf(lon, lat));
    this.#lineStart.push(this.#points.length);
    this.#layers.push(line.layer);
    this.#directions.push(line.directions);
    this.#streetClass.push(line.streetClass);
  }

  lines(): StreetLines {
    const places = this.#places;
    const linePoints = Uint32Array.from(this.#points.view());
    const extra = this.#separateLayers(linePoints);
    const pointCount = places.count + extra.length;
    const pointLon = new Float64Array(pointCount);
    const pointLat = new Float64Array(pointCount);
    for (let i = 0; i < pointCount; i++) {
      const place = i < places.count ? i : extra[i - places.count];
      pointLon[i] = places.lon(place);
      pointLat[i] = places.lat(place);
    }
    return {
      pointLon,
      pointLat,
      lineStart: Uint32Array.from(this.#lineStart),
      linePoints,
      lineDirections: Uint8Array.from(this.#directions),
      lineClass: Uint8Array.from(this.#streetClass),
    };
  }

  /** Gives each further layer at a place a point of its own; returns the places of those points. */
  #separateLayers(linePoints: Uint32Array): number[] {
    const layersAt = this.#layersOfMiddles(linePoints);
    const extra: number[] = [];
    const extraPoint = new Map<string, number>();
    for (let line = 0; line < this.count; line++) {
      for (let i = this.#lineStart[line]; i < this.#lineStart[line + 1]; i++) {
        const place = linePoints[i];
        const layers = layersAt.get(place);
        if (layers === undefined) continue;
        const layer = nearestLayer(layers, this.#layers[line]);
        if (layer === layers[0]) continue;
        const key = `${place} ${layer}`;
        let point = extraPoint.get(key);
        if (point === undefined) {
          point = this.#places.count + extra.length;
          extra.push(place);
          extraPoint.set(key, point);
        }
        linePoints[i] = point;
      }
    }
    return extra;
  }

  /** The layers whose middles pass a place, for those places where there are several. */
  #layersOfMiddles(linePoints: Uint32Array): Map<number, number[]> {
    const UNSEEN = -32768;
    const first = new Int16Array(this.#places.count).fill(UNSEEN);
    const several = new Map<number, number[]>();
    for (let line = 0; line < this.count; line++) {
      const layer = this.#layers[line];
      for (let i = this.#lineStart[line] + 1; i < this.#lineStart[line + 1] - 1; i++) {
        const place = linePoints[i];
        if (first[place] === UNSEEN) first[place] = layer;
        else if (first[place] !== layer) {
          const layers = several.get(place) ?? [first[place]];
          if (!layers.includes(layer)) layers.push(layer);
          several.set(place, layers);
        }
      }
    }
    return several;
  }
}

function nearestLayer(layers: readonly number[], wanted: number): number {
  let best = layers[0];
  for (const layer of layers) {
    const closer = Math.abs(layer - wanted) - Math.abs(best - wanted);
    if (closer < 0 || (closer === 0 && layer < best)) best = layer;
  }
  return best;
}
