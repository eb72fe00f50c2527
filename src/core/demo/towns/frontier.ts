/** A small binary heap of crossings still to grow into: cheapest first, then first come. */
export class Frontier {
  readonly #items: { cost: number; order: number; column: number; row: number; town: number }[] =
    [];
  #order = 0;

  push(cost: number, column: number, row: number, town: number): void {
    const items = this.#items;
    const item = { cost, order: this.#order++, column, row, town };
    let i = items.length;
    items.push(item);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!before(item, items[up])) break;
      items[i] = items[up];
      i = up;
    }
    items[i] = item;
  }

  pop() {
    const items = this.#items;
    if (items.length === 0) return undefined;
    const top = items[0];
    const item = items.pop()!;
    if (items.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1], items[child])) child++;
      if (!before(items[child], item)) break;
      items[i] = items[child];
      i = child;
    }
    items[i] = item;
    return top;
  }
}

const before = (a: { cost: number; order: number }, b: { cost: number; order: number }): boolean =>
  a.cost < b.cost || (a.cost === b.cost && a.order < b.order);
