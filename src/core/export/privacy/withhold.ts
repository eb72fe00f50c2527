/**
 * Which cells of a tree of sums are withheld so that nobody's small group can be worked out: cells of 1 to
 * 9 (primary), and others (complementary), since a total less its other parts would give a primary away.
 *
 * A withheld cell is safe when it can take another value together with its neighbours while every
 * published sum holds: one part goes up by a few people, another of the same line down. `room` says how
 * far a cell can give way; a line asks for room of 8 for each of its primary cells, so that each could be
 * anything from 1 to 9.
 */

/** Cells of one measure by unit: parent[u] is the unit above u, -1 at the top. */
export interface SumTree {
  readonly parent: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  /** How many people a cell could have more or fewer without contradicting what stands beside it. */
  readonly room: ArrayLike<number>;
}

export const Shown = { open: 0, primary: 1, complementary: 2 } as const;

/** People a primary cell must be able to differ by. */
const spread = 8;

/** @param primary 1 for each cell that is withheld by itself; returns Shown for each cell */
export function withhold({ parent, value, room }: SumTree, primary: ArrayLike<number>): Uint8Array {
  const shown = Uint8Array.from(primary, (is) => (is ? Shown.primary : Shown.open));
  const children: number[][] = Array.from({ length: parent.length }, () => []);
  for (let u = 0; u < parent.length; u++) if (parent[u] >= 0) children[parent[u]].push(u);
  const hide = (u: number) => (shown[u] = Shown.complementary);

  /** True if the line of `above` and its parts needed another cell withheld. */
  function protect(above: number): boolean {
    const parts = children[above];
    const withheld = parts.filter((u) => shown[u] !== Shown.open);
    if (withheld.length === 0 && shown[above] === Shown.open) return false;
    const needed = spread * Math.max(1, withheld.filter((u) => shown[u] === Shown.primary).length);
    const givers = withheld.filter((u) => shown[u] === Shown.complementary);
    const given = givers.reduce((sum, u) => sum + Math.max(0, room[u]), 0);
    const isAboveWithheld = shown[above] !== Shown.open;
    // Two withheld parts, or one part and its total, can trade; and there must be room enough.
    const partners = withheld.length + (isAboveWithheld ? 1 : 0);
    if (partners >= 2 && given >= needed) return false;
    // A cell without room (a certain 0) could be worked out at once, and would protect nobody.
    const open = parts.filter((u) => shown[u] === Shown.open && room[u] > 0);
    if (open.length > 0) hide(bestGiver(open, needed - given));
    else if (!isAboveWithheld) hide(above);
    else return false;
    return true;
  }

  /** The smallest cell that has the room, else the one with the most. */
  function bestGiver(open: readonly number[], needed: number): number {
    const enough = open.filter((u) => room[u] >= needed);
    if (enough.length > 0) return enough.reduce((a, b) => (value[b] < value[a] ? b : a));
    return open.reduce((a, b) => (room[b] > room[a] ? b : a));
  }

  for (let changed = true; changed;) {
    changed = false;
    for (let above = 0; above < parent.length; above++) {
      if (children[above].length === 0) continue;
      while (protect(above)) changed = true;
    }
  }
  return shown;
}
