/** Which things hang together: union–find with path halving; the smallest member names a group. */
export class Groups {
  readonly #parent: Uint32Array;

  constructor(count: number) {
    this.#parent = Uint32Array.from({ length: count }, (_, i) => i);
  }

  of(member: number): number {
    const parent = this.#parent;
    while (parent[member] !== member) {
      parent[member] = parent[parent[member]];
      member = parent[member];
    }
    return member;
  }

  join(one: number, other: number): void {
    const a = this.of(one);
    const b = this.of(other);
    if (a < b) this.#parent[b] = a;
    else this.#parent[a] = b;
  }
}
