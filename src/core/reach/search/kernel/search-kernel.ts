/**
 * The search itself, for WebAssembly: AssemblyScript, a TypeScript that works on bare memory. Built
 * by scripts/build-kernel.mjs into search-bytes.ts; every address is a byte offset. What it does and
 * why is told in ../search.ts.
 *
 * Memory begins with a block of settings, one i32 each, in the order below; the pool of entries
 * stands last, so that it can grow.
 */
const ARC_START = 0;
const ARCS = 4;
const LABELS = 8;
const HEADS = 12;
const OCCUPIED = 16;
const ENTRIES = 20;
const RING_MASK = 24;
const WORD_MASK = 28;
const SHIFT = 32;
const SEED_VERTEX = 36;
const SEED_COST = 40;
const SEED_OWNER = 44;

/** An entry is [vertex, cost, next entry]. */
const ENTRY_BYTES = 12;

/** Sets the labels from `begin` to `end` (addresses) to [unreached, no owner]. */
export function clear(begin: i32, end: i32): void {
  for (let at = begin; at < end; at += 8) {
    store<i32>(at, 0x7fffffff);
    store<i32>(at, -1, 4);
  }
}

/** Clears the labels of the first `count` entries. */
export function clearEntries(count: i32): void {
  const labels = load<i32>(LABELS);
  const entries = load<i32>(ENTRIES);
  for (let e = 0; e < count; e++) {
    const label = labels + (load<i32>(entries + e * ENTRY_BYTES) << 3);
    store<i32>(label, 0x7fffffff);
    store<i32>(label, -1, 4);
  }
}

/** Drains all seeds in batches of `step`. */
export function drainInBatches(count: i32, step: i32, limit: i32): void {
  for (let begin = 0; begin < count; begin += step) {
    drain(begin, begin + step < count ? begin + step : count, limit);
  }
}

/** Lowers labels from seeds begin … end - 1 on, up to `limit`; returns how many entries it made. */
export function drain(begin: i32, end: i32, limit: i32): i32 {
  const arcStart = load<i32>(ARC_START);
  const arcs = load<i32>(ARCS);
  const labels = load<i32>(LABELS);
  const heads = load<i32>(HEADS);
  const occupied = load<i32>(OCCUPIED);
  const entries = load<i32>(ENTRIES);
  const ringMask = load<i32>(RING_MASK);
  const wordMask = load<i32>(WORD_MASK);
  const shift = load<i32>(SHIFT);
  let room = memory.size() << 16;
  let free = entries;
  let pending = 0;
  let lowest = 0x7fffffff;

  // Put the seeds into their buckets.
  room = grownFor(free, end - begin, room);
  for (let s = begin; s < end; s++) {
    const cost = load<i32>(load<i32>(SEED_COST) + (s << 2));
    const owner = load<i32>(load<i32>(SEED_OWNER) + (s << 2));
    const vertex = load<i32>(load<i32>(SEED_VERTEX) + (s << 2));
    const label = labels + (vertex << 3);
    const stands = load<i32>(label);
    if (cost > limit || cost > stands) continue;
    if (cost == stands && owner >= load<i32>(label, 4)) continue;
    if (cost < lowest) lowest = cost;
    store<i32>(label, cost);
    store<i32>(label, owner, 4);
    const bucket = (cost >> shift) & ringMask;
    const head = heads + (bucket << 2);
    store<i32>(free, vertex);
    store<i32>(free, cost, 4);
    store<i32>(free, load<i32>(head), 8);
    store<i32>(head, free);
    const word = occupied + ((bucket >> 5) << 2);
    store<i32>(word, load<i32>(word) | (1 << (bucket & 31)));
    free += ENTRY_BYTES;
    pending++;
  }

  let cursor = (lowest >> shift) & ringMask;
  while (pending > 0) {
    // The next occupied bucket at or after the cursor, round the ring.
    let word = cursor >> 5;
    let bits = load<i32>(occupied + (word << 2)) & (-1 << (cursor & 31));
    while (bits == 0) {
      word = (word + 1) & wordMask;
      bits = load<i32>(occupied + (word << 2));
    }
    const bit = ctz(bits);
    cursor = (word << 5) | bit;
    const head = heads + (cursor << 2);
    let entry = load<i32>(head);
    store<i32>(head, -1);
    const wordAt = occupied + (word << 2);
    store<i32>(wordAt, load<i32>(wordAt) & ~(1 << bit));

    // Settle what is in it; whatever falls into the same bucket again is met in the next round.
    while (entry >= 0) {
      const vertex = load<i32>(entry);
      const cost = load<i32>(entry, 4);
      entry = load<i32>(entry, 8);
      pending--;
      const label = labels + (vertex << 3);
      if (load<i32>(label) != cost) continue;
      const owner = load<i32>(label, 4);
      const start = arcStart + (vertex << 2);
      let arc = arcs + (load<i32>(start) << 3);
      const last = arcs + (load<i32>(start, 4) << 3);
      const left = limit - cost;
      if (free + ((last - arc) >> 3) * ENTRY_BYTES > room) {
        room = grownFor(free, (last - arc) >> 3, room);
      }
      for (; arc < last; arc += 8) {
        const length = load<i32>(arc, 4);
        if (length > left) continue;
        const next = cost + length;
        const target = load<i32>(arc);
        const targetLabel = labels + (target << 3);
        const stands = load<i32>(targetLabel);
        if (next > stands || (next == stands && owner >= load<i32>(targetLabel, 4))) continue;
        store<i32>(targetLabel, next);
        store<i32>(targetLabel, owner, 4);
        const bucket = (next >> shift) & ringMask;
        const bucketHead = heads + (bucket << 2);
        store<i32>(free, target);
        store<i32>(free, next, 4);
        store<i32>(free, load<i32>(bucketHead), 8);
        store<i32>(bucketHead, free);
        const bucketWord = occupied + ((bucket >> 5) << 2);
        store<i32>(bucketWord, load<i32>(bucketWord) | (1 << (bucket & 31)));
        free += ENTRY_BYTES;
        pending++;
      }
    }
  }
  return (free - entries) / ENTRY_BYTES;
}

/** Memory for `count` more entries from `free` on, grown by a quarter at least; the new end. */
function grownFor(free: i32, count: i32, room: i32): i32 {
  const needed = free + count * ENTRY_BYTES;
  if (needed <= room) return room;
  const pages = (max(needed - room, room >> 2) + 0xffff) >> 16;
  if (memory.grow(pages) < 0) unreachable();
  return memory.size() << 16;
}
