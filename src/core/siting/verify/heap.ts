/** A plain binary heap of costs and vertices. */
export class Heap {
  readonly #items: { cost: number; vertex: number }[] = [];

  push(cost: number, vertex: number): void {
    const items = this.#items;
    let at = items.push({ cost, vertex }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (items[above].cost <= items[at].cost) break;
      [items[above], items[at]] = [items[at], items[above]];
      at = above;
    }
  }

  pop(): { cost: number; vertex: number } | null {
    const items = this.#items;
    if (items.length === 0) return null;
    const top = items[0];
    const last = items.pop()!;
    if (items.length === 0) return top;
    items[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= items.length) break;
      const right = left + 1;
      const less = right < items.length && items[right].cost < items[left].cost ? right : left;
      if (items[at].cost <= items[less].cost) break;
      [items[at], items[less]] = [items[less], items[at]];
      at = less;
    }
    return top;
  }
}
