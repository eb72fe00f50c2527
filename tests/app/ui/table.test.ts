import { describe, expect, it } from 'vitest';
import { nextOrder, sorted, type Column } from '../../../src/app/ui/frame/table';

interface Row {
  name: string;
  value: number | null;
}
const columns: Column<Row>[] = [
  { key: 'name', label: 'name', value: (row) => row.name },
  { key: 'value', label: 'value', value: (row) => row.value },
];
const rows: Row[] = [
  { name: '永安市', value: 3 },
  { name: '大田县', value: null },
  { name: '明溪县', value: 10 },
];

describe('sorted', () => {
  it('puts unknown values last in either order', () => {
    const values = (descending: boolean) =>
      sorted(rows, columns, { key: 'value', descending }).map((row) => row.value);
    expect(values(false)).toEqual([3, 10, null]);
    expect(values(true)).toEqual([10, 3, null]);
  });

  it('orders Chinese names by pinyin and leaves the given rows alone', () => {
    const names = sorted(rows, columns, { key: 'name', descending: false }).map((row) => row.name);
    expect(names).toEqual(['大田县', '明溪县', '永安市']);
    expect(rows[0].name).toBe('永安市');
    expect(sorted(rows, columns, null)).toBe(rows);
  });

  it('goes up, down and back with clicks on one head', () => {
    const up = nextOrder(null, 'name');
    const down = nextOrder(up, 'name');
    expect([up, down, nextOrder(down, 'name')]).toEqual([
      { key: 'name', descending: false },
      { key: 'name', descending: true },
      null,
    ]);
  });
});
