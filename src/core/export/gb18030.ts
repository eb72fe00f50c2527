/**
 * Text → GB18030, which old Excel and WPS open without asking. Every runtime decodes it and none encodes
 * it, so the table is the decoder's, turned round: two bytes for the common characters, four for the rest.
 */
let codeOf: Map<number, number> | null = null;

export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const codes = (codeOf ??= readTable());
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point > 0xffff) bytes.push(...fourBytes(189_000 + point - 0x10000));
    else {
      // A lone half of a pair has no code: it becomes a question mark, as in any encoder.
      const code = codes.get(point) ?? 0x3f;
      if (code > 0xffff) bytes.push(...fourBytes(code - 0x10000));
      else if (code > 0xff) bytes.push(code >> 8, code & 0xff);
      else bytes.push(code);
    }
  }
  return Uint8Array.from(bytes);
}

/** Code point → two bytes as one number, or 0x10000 + the number of its four-byte code. */
function readTable(): Map<number, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<number, number>();
  // The basic plane's four-byte codes end at 0x8431A439, the 39,420th.
  for (let index = 0; index < 39_420; index++) {
    const text = decoder.decode(Uint8Array.from(fourBytes(index)));
    if (text.length === 1 && text !== '\ufffd') codes.set(text.charCodeAt(0), 0x10000 + index);
  }
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const text = decoder.decode(Uint8Array.of(first, second));
      if (text.length === 1 && text !== '\ufffd')
        codes.set(text.charCodeAt(0), 256 * first + second);
    }
  }
  return codes;
}

function fourBytes(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
