/**
 * Bytes → text. A byte order mark decides; without one strict UTF-8, and what is not UTF-8 is what
 * Chinese Excel writes, GB 18030 (a superset of GBK). A text of UTF-8 with a broken stretch stays one:
 * its characters of three bytes are hardly ever there by chance. No guessing on short texts.
 */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly isGb18030: boolean;
  /** Some bytes are no characters; U+FFFD stands for them. */
  readonly isDamaged: boolean;
}

export interface JudgedEncoding {
  readonly encoding: TextEncoding;
  /** Every byte was looked at and is UTF-8. */
  readonly isProven: boolean;
}

/** Large files are looked at in pieces of this, so that they are never a second time in memory. */
const PIECE_BYTES = 1 << 20;
/** Whole characters of three bytes for each broken one that make a damaged text UTF-8 all the same. */
const WHOLE_FOR_BROKEN = 10;
const DAMAGED = '\ufffd';

/** The text and the encoding it was read as; `chosen` is the user's own word and is not doubted. */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  const { encoding } = judgeEncoding(bytes, chosen);
  const text = new TextDecoder(encoding).decode(bytes);
  const isDamaged = text.includes(DAMAGED);
  return { text, encoding, isGb18030: encoding === 'gb18030', isDamaged };
}

export function judgeEncoding(bytes: Uint8Array, chosen?: TextEncoding): JudgedEncoding {
  const known = chosen ?? utf16Of(bytes);
  if (known !== null) return { encoding: known, isProven: false };
  if (isUtf8(bytes)) return { encoding: 'utf-8', isProven: true };
  return { encoding: isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030', isProven: false };
}

/** By its mark, or by zeros in every other byte of a long enough start. */
function utf16Of(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 8 || length !== Math.min(bytes.length, 4096)) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++;
  // ASCII commas, digits and line breaks are enough; few Chinese characters (一) have a zero byte.
  const [even, odd] = zeros;
  if (odd > length / 20 && odd > 8 * even) return 'utf-16le';
  return even > length / 20 && even > 8 * odd ? 'utf-16be' : null;
}

/** Strict UTF-8; a last character that was cut in the middle does not count against it. */
function isUtf8(bytes: Uint8Array): boolean {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const end = bytes.length < 16 ? bytes.length : characterStart(bytes, bytes.length);
  try {
    for (let at = 0; at < end;) {
      const next = at + PIECE_BYTES < end ? characterStart(bytes, at + PIECE_BYTES) : end;
      strict.decode(bytes.subarray(at, next));
      at = next;
    }
    return true;
  } catch {
    return false;
  }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8');
  let [whole, broken] = [0, 0];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const text = decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
    for (let i = 0; i < text.length; i++) {
      if (text[i] === DAMAGED) broken++;
      else if (text[i] >= '\u0800') whole++;
    }
  }
  return whole > WHOLE_FOR_BROKEN * broken;
}

/** True where text that is UTF-8 holds the mark of characters lost before, or ends within one. */
export function isUtf8Damaged(bytes: Uint8Array): boolean {
  if (characterStart(bytes, bytes.length) !== bytes.length) return true;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}

/** In UTF-8 the last place at or before `at` that is not within a character. */
export function characterStart(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= 4 && back <= at; back++) {
    const byte = bytes[at - back];
    if (byte < 0x80) return at;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? at - back : at;
  }
  return at;
}

/** How many lines a text has, an upper bound for its rows. */
export function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > 1) return lines;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) lines++;
  return lines;
}
