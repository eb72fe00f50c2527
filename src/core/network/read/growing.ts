/** Typed arrays that grow: readers do not know how much is coming. Doubling keeps it linear. */
export class GrowingFloat64 {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(i: number): number {
    return this.#values[i];
  }

  /** Cut back to a length: what was pushed after it is forgotten. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** A view of what is there; valid until the next push. */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
