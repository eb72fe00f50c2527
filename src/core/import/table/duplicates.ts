/**
 * The first text that repeats an earlier one. An open table of row numbers: a Map of a million ids
 * costs a second and the memory of another copy, this a tenth.
 */

/** The earlier row and the row that repeats it, or null; blank texts repeat nothing. */
export function firstDuplicate(
  count: number,
  textOf: (row: number) => string | null,
): readonly [first: number, again: number] | null {
  let size = 16;
  while (size < 2 * count) size *= 2;
  // Row + 1 of the text that took a slot; 0 is free.
  const slots = new Uint32Array(size);
  for (let row = 0; row < count; row++) {
    const text = textOf(row);
    if (text === null || text === '') continue;
    let slot = hashOf(text) & (size - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      const first = slots[slot] - 1;
      if (textOf(first) === text) return [first, row];
    }
    slots[slot] = row + 1;
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
