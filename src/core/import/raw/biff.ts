/**
 * Whether an old workbook (.xls) is whole: its records must follow one another to the end. One whose
 * length was changed makes a reader take text for numbers and numbers for text from there on, or
 * read for minutes.
 */

/** BIFF8 cuts longer records into continuations. */
const LONGEST_RECORD = 8224;
const END_OF_STREAM = 0x0a;
/** BOF of BIFF2, 3, 4 and 5 or 8. */
const BEGINNINGS = new Set([0x0009, 0x0209, 0x0409, 0x0809]);

/** @param stream the bytes of `Workbook`, `Book`, or of a file that is nothing else */
export function isWholeBiff(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (BEGINNINGS.has(type)) depth++;
    // Behind the last sheet there may be filling.
    else if (depth === 0) return at > 0;
    if (type === END_OF_STREAM) depth--;
    if (length > LONGEST_RECORD) return false;
    at += 4 + length;
  }
  return depth === 0 && at <= stream.length && at > 0;
}
