/** Whole numbers as variable-length bytes, low seven bits first; signed ones in zigzag. */

export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  unsigned(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    while (value > 127) {
      this.#bytes[this.#length++] = (value & 127) | 128;
      value >>>= 7;
    }
    this.#bytes[this.#length++] = value;
  }

  /** Any 32-bit difference: of two Int32 or two Uint32, modulo 2^32. */
  signed(value: number): void {
    this.unsigned(((value << 1) ^ (value >> 31)) >>> 0);
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Reads what ByteWriter wrote. Reading past the end sets `overrun` and gives 0. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #position = 0;
  overrun = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#position === this.#bytes.length;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.#position >= this.#bytes.length) {
        this.overrun = true;
        return 0;
      }
      const byte = this.#bytes[this.#position++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    this.overrun = true;
    return 0;
  }

  signed(): number {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }
}
