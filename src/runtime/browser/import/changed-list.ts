/** What the last import changed, as the page looks at it: by kind, in any order, some rows at a time. */
import type { ChangedRows, ChangeKind } from '../../../core/import';
import type { TableName } from '../../../core/store/tables';
import type { ChangeOrder, ChangeRequest, ChangeWindow, ShownChange } from '../data/import-data';

/** The rows that one file changed in a table. */
export interface ChangedPart {
  readonly table: TableName;
  readonly rows: ChangedRows;
}

/** More names take many seconds to compare as Chinese readers do; they go by their characters. */
const MOST_BY_PINYIN = 50_000;

/** Unknown comes last, whatever the order. */
type Key = string | number | null;

export class ChangedList {
  readonly #parts: readonly ChangedPart[];
  /** Part and row of every change, in turn. */
  readonly #places: Uint32Array;
  #ordered: { readonly name: string; readonly order: Uint32Array } | null = null;

  constructor(parts: readonly ChangedPart[]) {
    this.#parts = parts;
    const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#places = new Uint32Array(2 * total);
    let at = 0;
    for (const [part, { rows }] of parts.entries())
      for (let row = 0; row < rows.length; row++) this.#places.set([part, row], 2 * at++);
  }

  get length(): number {
    return this.#places.length / 2;
  }

  window({ kind, order, from, to }: ChangeRequest): ChangeWindow {
    const places = this.#orderedBy(kind, order);
    const rows = Array.from(places.subarray(from, to), (place) => this.at(place));
    return { total: places.length, rows };
  }

  at(place: number): ShownChange {
    const [{ table, rows }, row] = this.#placeOf(place);
    return { table, ...rows.at(row) };
  }

  *[Symbol.iterator](): Iterator<ShownChange> {
    for (let place = 0; place < this.length; place++) yield this.at(place);
  }

  #placeOf(place: number): readonly [ChangedPart, number] {
    return [this.#parts[this.#places[2 * place]], this.#places[2 * place + 1]];
  }

  /** Sorted once for the order in view; rows that are equal stay as they stand. */
  #orderedBy(kind: ChangeKind | null, by: ChangeRequest['order']): Uint32Array {
    const name = `${kind} ${by?.key} ${by?.descending}`;
    if (this.#ordered?.name === name) return this.#ordered.order;
    const all = new Uint32Array(this.length).map((_, place) => place);
    const order = all.filter((place) => {
      const [{ rows }, row] = this.#placeOf(place);
      return kind === null || rows.kindAt(row) === kind;
    });
    if (by) {
      const keys: Key[] = [];
      for (const place of order) keys[place] = this.#keyOf(by.key, place);
      const compare = comparison(by.descending, order.length <= MOST_BY_PINYIN);
      order.sort((a, b) => compare(keys[a], keys[b]) || a - b);
    }
    this.#ordered = { name, order };
    return order;
  }

  #keyOf(key: ChangeOrder, place: number): Key {
    const [{ table, rows }, row] = this.#placeOf(place);
    switch (key) {
      case 'table':
        return table;
      case 'kind':
        return rows.kindAt(row);
      case 'name':
        return rows.nameAt(row);
      case 'unit':
        return rows.unitAt(row) || null;
      case 'moved':
        return rows.movedAt(row);
    }
  }
}

function comparison(isDescending: boolean, isByPinyin: boolean): (a: Key, b: Key) => number {
  const sign = isDescending ? -1 : 1;
  const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const compare = isByPinyin ? new Intl.Collator('zh-Hans-CN').compare : plain;
  return (a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return typeof a === 'number' && typeof b === 'number'
      ? sign * (a - b)
      : sign * compare(String(a), String(b));
  };
}
