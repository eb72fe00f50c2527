/**
 * The plainest possible answer, in float64: every point becomes a node of its own by cutting its
 * street, its door another, and Bellman and Ford's rule runs until nothing changes.
 */
import { Direction, type Network } from '../../../src/core/network/graph';
import type { EdgePoints, WalkCosts } from '../../../src/core/reach';

interface Arc {
  from: number;
  to: number;
  metres: number;
}

/** metres[o][d]: walk from origin o to destination d, door to door; Infinity where there is none. */
export function bruteForceMetres(
  network: Network,
  origins: EdgePoints,
  destinations: EdgePoints,
  costs?: WalkCosts,
): number[][] {
  const arcs: Arc[] = [];
  let nodes = network.vertexCount;
  const doorOf = (points: EdgePoints) => Array.from(points.edge, () => nodes++);
  const originDoors = doorOf(origins);
  const destinationDoors = doorOf(destinations);
  for (let e = 0; e < network.edgeCount; e++) {
    const stops = [
      { metres: 0, node: network.edgeFrom[e] },
      { metres: network.edgeLengthCm[e] / 100, node: network.edgeTo[e] },
    ];
    const cut = (points: EdgePoints, doors: number[]) => {
      for (let i = 0; i < doors.length; i++) {
        if (points.edge[i] !== e) continue;
        const metres = points.alongCm[i] / 100;
        const door = points.doorCm[i] / 100;
        // At an end of the street the foot is the vertex itself.
        const end = stops.slice(0, 2).find((s) => s.metres === metres);
        const node = end?.node ?? nodes++;
        arcs.push(
          { from: doors[i], to: node, metres: door },
          { from: node, to: doors[i], metres: door },
        );
        if (!end) stops.push({ metres, node });
      }
    };
    cut(origins, originDoors);
    cut(destinations, destinationDoors);
    const [first, last, ...inner] = stops;
    const line = [first, ...inner.sort((a, b) => a.metres - b.metres), last];
    for (let k = 1; k < line.length; k++) {
      const [a, b] = [line[k - 1], line[k]];
      const metres = b.metres - a.metres;
      // Costs are even along these straight streets: a factor for each way.
      const first = network.shapeStart[e];
      const factor = (cm?: Uint32Array) => (cm ? cm[first + 1] / network.edgeLengthCm[e] : 1);
      const there = metres * factor(costs?.forwardCm);
      const back = metres * factor(costs?.backwardCm);
      // Two feet at one spot are one place, whatever the direction.
      if (network.edgeDirections[e] & Direction.forward || metres === 0)
        arcs.push({ from: a.node, to: b.node, metres: there });
      if (network.edgeDirections[e] & Direction.backward || metres === 0)
        arcs.push({ from: b.node, to: a.node, metres: back });
    }
  }
  return originDoors.map((door) => {
    const best = new Float64Array(nodes).fill(Infinity);
    best[door] = 0;
    for (let changed = true; changed;) {
      changed = false;
      for (const arc of arcs) {
        // Doors are ends, not ways through (other origins' and destinations').
        if (arc.from !== door && arc.from >= network.vertexCount && isDoor(arc.from)) continue;
        if (best[arc.from] + arc.metres < best[arc.to]) {
          best[arc.to] = best[arc.from] + arc.metres;
          changed = true;
        }
      }
    }
    return destinationDoors.map((d) => best[d]);
  });
  function isDoor(node: number) {
    return node < network.vertexCount + originDoors.length + destinationDoors.length;
  }
}

/** Nearest destination of each origin: lowest index among equals within half a centimetre. */
export function bruteForceNearest(metres: number[][]) {
  return metres.map((row) => {
    const least = Math.min(Infinity, ...row);
    if (least === Infinity) return { costCm: -1, facility: -1 };
    return {
      costCm: Math.round(least * 100),
      facility: row.findIndex((m) => m < least + 0.005),
    };
  });
}

/** Components by repeated relabelling. */
export function componentsOf(
  vertexCount: number,
  streets: readonly { from: number; to: number }[],
): { component: Uint32Array; count: number } {
  const label = Uint32Array.from({ length: vertexCount }, (_, v) => v);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of streets) {
      const least = Math.min(label[from], label[to]);
      if (label[from] !== least || label[to] !== least) changed = true;
      label[from] = label[to] = least;
    }
  }
  const names = [...new Set(label)];
  return { component: label.map((l) => names.indexOf(l)), count: names.length };
}
