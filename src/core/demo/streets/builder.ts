/** Collects the demo's streets as points and lines, as every reader of streets returns them. */
import { Direction, StreetClass, type StreetLines } from '../../network/graph';

export class StreetBuilder {
  readonly lon: number[] = [];
  readonly lat: number[] = [];
  readonly #starts: number[] = [0];
  readonly #points: number[] = [];
  readonly #classes: number[] = [];

  /** Adds a place and returns its number; 1e-7° is kept. */
  point(lon: number, lat: number): number {
    this.lon.push(Math.round(lon * 1e7) / 1e7);
    this.lat.push(Math.round(lat * 1e7) / 1e7);
    return this.lon.length - 1;
  }

  /** Adds a line over places; it joins others only where they share a place. */
  line(points: readonly number[], streetClass: number = StreetClass.street): void {
    for (const p of points) this.#points.push(p);
    this.#starts.push(this.#points.length);
    this.#classes.push(streetClass);
  }

  lines(): StreetLines {
    return {
      pointLon: Float64Array.from(this.lon),
      pointLat: Float64Array.from(this.lat),
      lineStart: Uint32Array.from(this.#starts),
      linePoints: Uint32Array.from(this.#points),
      lineDirections: new Uint8Array(this.#classes.length).fill(Direction.both),
      lineClass: Uint8Array.from(this.#classes),
    };
  }
}
