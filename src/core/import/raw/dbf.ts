/**
 * The attribute table of a shapefile (dBASE III). Fields stay texts, so codes keep their digits;
 * without a .cpg the bytes decide between UTF-8 and GBK as in any text.
 */
import { problem, type Result } from '../../result';
import { characterStart, judgeEncoding, type TextEncoding } from '../read/text';

export interface DbfTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly encoding: TextEncoding;
}

interface Field {
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

const DELETED = 0x2a;
const HEADER_END = 0x0d;
const ROWS_FOR_ENCODING = 5000;

/** @param codePage the text of the .cpg, if there is one */
export function readDbf(
  bytes: Uint8Array,
  fileName: string,
  codePage: string | null,
): Result<DbfTable> {
  if (bytes.length < 33) return problem('dbf_broken', { file: fileName });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  if (rowLength < 2 || headerLength > bytes.length)
    return problem('dbf_broken', { file: fileName });
  const declared = view.getUint32(4, true);
  const rowCount = Math.min(declared, Math.floor((bytes.length - headerLength) / rowLength));
  const nameBytes: Uint8Array[] = [];
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== HEADER_END; at += 32) {
    const end = bytes.subarray(at, at + 11).indexOf(0);
    nameBytes.push(bytes.subarray(at, at + (end < 0 ? 11 : end)));
    const length = bytes[at + 16];
    fields.push({ type: String.fromCharCode(bytes[at + 11]), start, length });
    start += length;
  }
  if (fields.length === 0 || start > rowLength) return problem('dbf_broken', { file: fileName });
  if (rowCount < declared) return problem('dbf_cut', { file: fileName, rows: rowCount, declared });
  const cellBytes = (row: number, { start: from, length }: Field) => {
    const at = headerLength + row * rowLength + from;
    return bytes.subarray(at, at + length);
  };
  const encoding = encodingNamed(codePage) ?? judgeEncoding(textBytes()).encoding;
  const decoder = new TextDecoder(encoding);
  const rows: string[][] = [];
  for (let row = 0; row < rowCount; row++) {
    const at = headerLength + row * rowLength;
    const isDeleted = bytes[at] === DELETED;
    rows.push(
      isDeleted ? [] : fields.map((field) => cell(decoder.decode(cellBytes(row, field)), field)),
    );
  }
  return {
    ok: true,
    value: {
      // Ten bytes are all a name has: the last character may be half of one.
      names: nameBytes.map((name) =>
        decoder
          .decode(name)
          .replace(/\ufffd$/, '')
          .trim(),
      ),
      rows,
      encoding,
    },
  };

  /** Names and some cells, each without the half character that its width may have left. */
  function textBytes(): Uint8Array {
    const texts = [...nameBytes];
    for (let row = 0; row < Math.min(rowCount, ROWS_FOR_ENCODING); row++) {
      for (const field of fields) if (field.type === 'C') texts.push(cellBytes(row, field));
    }
    const all = new Uint8Array(texts.reduce((sum, text) => sum + text.length + 1, 0)).fill(0x20);
    let at = 0;
    for (const text of texts) {
      const whole = text.subarray(0, characterStart(text, text.length));
      // A zero is filling, not UTF-16.
      all.set(
        whole.map((byte) => (byte === 0 ? 0x20 : byte)),
        at,
      );
      at += whole.length + 1;
    }
    return all;
  }
}

function encodingNamed(codePage: string | null): TextEncoding | null {
  const name =
    codePage
      ?.trim()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '') ?? '';
  if (/^(utf8|65001)$/.test(name)) return 'utf-8';
  return /(936|gbk|gb2312|gb18030|cp936)$/.test(name) ? 'gb18030' : null;
}

function cell(text: string, { type }: Field): string {
  const plain = text.split('\u0000', 1)[0].trim();
  if (type === 'L') return /^[YyTt]$/.test(plain) ? 'true' : /^[NnFf]$/.test(plain) ? 'false' : '';
  if (type === 'D')
    return /^\d{8}$/.test(plain)
      ? `${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6)}`
      : '';
  // Stars are what dBASE writes where a number does not fit.
  if ((type === 'N' || type === 'F') && /^\*+$/.test(plain)) return '';
  // Ten zeros after the point are the writer's, not the user's; what is no number stays as it is.
  return (type === 'N' || type === 'F') && /^[+-]?\d*\.\d*$/.test(plain)
    ? plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
    : plain;
}
