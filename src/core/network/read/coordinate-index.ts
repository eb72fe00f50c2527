/**
 * Numbers places by their coordinates: equal on the 1e-7° grain, same number. An open-addressing
 * table over typed arrays, since a city's lines have millions of points and string keys are slow.
 */
import { UNITS_PER_DEGREE } from '../../geo';

export class CoordinateIndex {
  #slots = new Int32Array(1 << 12).fill(-1);
  #lon7 = new Int32Array(1 << 11);
  #lat7 = new Int32Array(1 << 11);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The number of the place at these degrees; new places get the next number. */
  indexOf(lon: number, lat: number): number {
    const lon7 = Math.round(lon * UNITS_PER_DEGREE);
    const lat7 = Math.round(lat * UNITS_PER_DEGREE);
    const mask = this.#slots.length - 1;
    let slot = hash(lon7, lat7) & mask;
    for (; this.#slots[slot] !== -1; slot = (slot + 1) & mask) {
      const i = this.#slots[slot];
      if (this.#lon7[i] === lon7 && this.#lat7[i] === lat7) return i;
    }
    const i = this.#count++;
    this.#slots[slot] = i;
    this.#lon7[i] = lon7;
    this.#lat7[i] = lat7;
    if (this.#count === this.#lon7.length) this.#grow();
    return i;
  }

  lon(i: number): number {
    return this.#lon7[i] / UNITS_PER_DEGREE;
  }

  lat(i: number): number {
    return this.#lat7[i] / UNITS_PER_DEGREE;
  }

  #grow(): void {
    const lon7 = new Int32Array(2 * this.#count);
    const lat7 = new Int32Array(2 * this.#count);
    lon7.set(this.#lon7);
    lat7.set(this.#lat7);
    const slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let i = 0; i < this.#count; i++) {
      let slot = hash(lon7[i], lat7[i]) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = i;
    }
    this.#lon7 = lon7;
    this.#lat7 = lat7;
    this.#slots = slots;
  }
}

function hash(lon7: number, lat7: number): number {
  let h = Math.imul(lon7, 0x9e3779b1) ^ Math.imul(lat7, 0x85ebca77);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
