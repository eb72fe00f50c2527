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

  /** Component of each place, by the smallest place in it. */
  components(): Uint32Array {
    const parent = Uint32Array.from(this.lon, (_, i) => i);
    const root = (i: number) => {
      while (parent[i] !== i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
      }
      return i;
    };
    for (let l = 0; l + 1 < this.#starts.length; l++) {
      for (let i = this.#starts[l] + 1; i < this.#starts[l + 1]; i++) {
        const a = root(this.#points[i - 1]);
        const b = root(this.#points[i]);
        if (a < b) parent[b] = a;
        else parent[a] = b;
      }
    }
    for (let i = 0; i < parent.length; i++) parent[i] = root(i);
    return parent;
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
