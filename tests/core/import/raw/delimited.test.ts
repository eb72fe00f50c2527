/** Text files cut on their bytes: whatever the pieces, the rows are those of the whole text. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openDelimited } from '../../../../src/core/import/raw/delimited';
import type { RawRow } from '../../../../src/core/import/raw/raw-table';
import { LinePieces } from '../../../../src/core/import/raw/line-pieces';
import { iconv, utf8 } from '../../../fixtures/import/writers';
import { randomStream } from '../random';

const random = randomStream(7);
const words = ['列东', '"一行\n又一行"', '"说""好"""', '350404001001', '', '"a,b"', '约300', '🏠'];
const word = () => words[Math.floor(random() * words.length)];
const text = (lineBreak: string) =>
  Array.from({ length: 40_000 }, (_, i) => [`行${i}`, word(), word(), word()].join(',')).join(
    lineBreak,
  ) + lineBreak;

function rowsOf(bytes: Uint8Array): RawRow[] {
  const opened = openDelimited(bytes, 'a.csv');
  if (!opened.ok || opened.value.kind !== 'tables') throw new Error('no table');
  return [...opened.value.tables[0].batches()].flat();
}

describe('a text file in pieces', () => {
  it.each([
    ['\n', 'utf-8'],
    ['\r\n', 'utf-8'],
    ['\n', 'gb18030'],
    ['\n', 'utf-16le'],
  ])('with %j in %s gives the rows of the whole, with their lines', (lineBreak, encoding) => {
    const whole = text(lineBreak);
    const bytes = encoding === 'utf-8' ? utf8(whole) : iconv(whole, encoding.toUpperCase());
    if (!bytes) return;
    const expected = Papa.parse<string[]>(whole, { delimiter: ',' }).data.slice(0, -1);
    const rows = rowsOf(bytes);
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
    let line = 1;
    for (const { cells, number } of rows) {
      expect(number).toBe(line);
      line += cells.join('').split('\n').length;
    }
  });

  it('cuts between lines only, also where lines end as on old Macs', () => {
    const whole = '甲,一\r'.repeat(90_000);
    const pieces = [...new LinePieces(utf8(whole), 'utf-8').texts()];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.endsWith('\r'))).toBe(true);
    expect(pieces.join('')).toBe(whole);
    expect(rowsOf(utf8(whole))).toHaveLength(90_000);
  });

  it('reads lines that end in two ways in one file, and control characters as what they are', () => {
    const mixed = '设施名称,床位数\r\n列东,20\n列西,"30"\r\n\u0001梅列,4\u00010\r\n';
    expect(rowsOf(utf8(mixed)).map(({ cells, number }) => [number, ...cells])).toEqual([
      [1, '设施名称', '床位数'],
      [2, '列东', '20'],
      [3, '列西', '30'],
      [4, '\u0001梅列', '4\u00010'],
    ]);
  });

  it('loses no row behind a quote that never closes', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `行${i},${i}`);
    lines[5] = '"行5,5';
    lines[7] = '"甲"乙,7';
    lines[12_000] = '行12000,"12000';
    lines[15_000] = '"一行\n又一行",15000';
    const rows = rowsOf(utf8(lines.join('\n')));
    expect(rows).toHaveLength(20_000);
    expect(rows[5]).toEqual({ cells: ['"行5', '5'], number: 6, hasOpenQuote: true });
    expect(rows[7]).toMatchObject({ cells: ['"甲"乙', '7'], hasOpenQuote: true });
    expect(rows[12_000].cells).toEqual(['行12000', '"12000']);
    expect(rows[15_000]).toEqual({ cells: ['一行\n又一行', '15000'], number: 15_001 });
    expect(rows.at(-1)).toEqual({ cells: ['行19999', '19999'], number: 20_001 });
  });

  it('takes UTF-8 with a broken stretch for what it is, and GBK for GBK', () => {
    const whole = utf8('设施名称,类型\n' + '列东中心,照料中心\n'.repeat(500));
    whole.set([0xff, 0xc3, 0x28, 0xfe], 4000);
    const opened = openDelimited(whole, 'a.csv');
    expect(opened).toMatchObject({
      value: { encoding: 'utf-8', notes: [{ code: 'encoding_doubtful' }] },
    });
    const gbk = iconv('设施名称,类型\n列东中心,照料中心\n'.repeat(500), 'GBK');
    if (gbk) expect(openDelimited(gbk, 'a.csv')).toMatchObject({ value: { encoding: 'gb18030' } });
  });

  it('keeps its last line without a line break, and ends in the middle of a character', () => {
    const cut = utf8('设施名称,床位数\n列东中心照料,12\n列西').slice(0, -1);
    expect(rowsOf(cut).at(-1)!.cells).toEqual(['列\ufffd']);
    const opened = openDelimited(cut, 'a.csv');
    expect(opened.ok && opened.value.kind === 'tables' && opened.value.notes[0].code).toBe(
      'encoding_doubtful',
    );
  });
});
