/**
 * Texts that repeat an earlier one. An open table of row numbers: a Map of a million ids costs a
 * second and the memory of another copy, this a tenth.
 */
export class FirstRows {
  readonly #textOf: (row: number) => string | null;
  /** Row + 1 of the text that took a slot; 0 is free. */
  readonly #slots: Uint32Array;

  /** @param textOf the text of any row that was put */
  constructor(capacity: number, textOf: (row: number) => string | null) {
    let size = 16;
    while (size < 2 * capacity) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#textOf = textOf;
  }

  /** The earlier row with this text; −1 where there is none, and the row stands for it from now on. */
  put(row: number, text: string): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = hashOf(text) & last;
    for (; slots[slot] !== 0; slot = (slot + 1) & last) {
      const first = slots[slot] - 1;
      if (this.#textOf(first) === text) return first;
    }
    slots[slot] = row + 1;
    return -1;
  }
}

/** The earlier row and the row that first repeats it, or null; blank texts repeat nothing. */
export function firstDuplicate(
  count: number,
  textOf: (row: number) => string | null,
): readonly [first: number, again: number] | null {
  const rows = new FirstRows(count, textOf);
  for (let row = 0; row < count; row++) {
    const text = textOf(row);
    if (text === null || text === '') continue;
    const first = rows.put(row, text);
    if (first >= 0) return [first, row];
  }
  return null;
}

/** FNV-1a over the text's units, mixed so that counted ids spread. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 4;
}
