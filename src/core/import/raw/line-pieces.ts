/**
 * A text file in pieces of a quarter of a megabyte that end with a line, outside quotes. Cut on the bytes
 * and decoded piece by piece, so that a file of a million rows is never in memory as one text: line
 * ends and quotes are single bytes in UTF-8 and in GB 18030, never part of another character.
 */
import type { TextEncoding } from '../read/text';

const PIECE_BYTES = 1 << 18;
/** A quote that never closes would run to the end of the file; no cell of ours is as long. */
const LONGEST_PIECE = 1 << 23;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export class LinePieces {
  readonly #bytes: Uint8Array;
  readonly #decoder: TextDecoder;
  readonly #lineBreak: number;

  constructor(bytes: Uint8Array, encoding: TextEncoding) {
    const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
    this.#bytes = isWide
      ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes))
      : bytes;
    this.#decoder = new TextDecoder(isWide ? 'utf-8' : encoding);
    this.#lineBreak = this.#bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
  }

  get lineBreak(): '\n' | '\r' {
    return this.#lineBreak === LINE_FEED ? '\n' : '\r';
  }

  /** True where a zero byte says that this is no text. */
  get hasZero(): boolean {
    return this.#bytes.includes(0);
  }

  /** How many lines there are, an upper bound for the rows. */
  lineCount(): number {
    const bytes = this.#bytes;
    let lines = 1;
    for (let i = 0; i < bytes.length; i++) if (bytes[i] === this.#lineBreak) lines++;
    return lines;
  }

  *texts(): Generator<string> {
    const bytes = this.#bytes;
    const quotes = new Quotes(bytes);
    for (let start = 0; start < bytes.length;) {
      const end = this.#end(start, quotes);
      const text = this.#decoder.decode(bytes.subarray(start, end));
      yield start === 0 ? text.replace(/^\ufeff/, '') : text;
      start = end;
    }
  }

  /** The end of the line, outside quotes, that lies nearest behind the wished length. */
  #end(start: number, quotes: Quotes): number {
    const { length } = this.#bytes;
    let isQuoted = false;
    for (let wished = start + PIECE_BYTES; wished < length;) {
      const end = this.#bytes.indexOf(this.#lineBreak, wished);
      if (end < 0) return length;
      if (quotes.countTo(end) % 2 === 1) isQuoted = !isQuoted;
      if (!isQuoted || end - start > LONGEST_PIECE) return end + 1;
      wished = end + 1;
    }
    return length;
  }
}

/** Counts quotes forward through the bytes; every byte is looked at once. */
class Quotes {
  readonly #bytes: Uint8Array;
  #next: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#next = this.#from(0);
  }

  /** Quotes from where the last count ended up to `end`. */
  countTo(end: number): number {
    let count = 0;
    for (; this.#next < end; this.#next = this.#from(this.#next + 1)) count++;
    return count;
  }

  #from(at: number): number {
    const found = this.#bytes.indexOf(QUOTE, at);
    return found < 0 ? Infinity : found;
  }
}
