/**
 * Lines → edges. Only places where streets meet, end, or change their class or direction stay
 * vertices; everything between becomes the shape of an edge. Works on segments (two neighbouring
 * points of a line), each visited once, so time is linear.
 */
import { Direction, type StreetLines } from './graph';

/** Edges as runs over point indices; ends of edge e: points[start[e]], points[start[e + 1] - 1]. */
export interface Chains {
  readonly start: Uint32Array;
  readonly points: Uint32Array;
  readonly directions: Uint8Array;
  readonly streetClass: Uint8Array;
}

/** Pieces of lines between two different places. */
interface Segments {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly directions: Uint8Array;
  readonly streetClass: Uint8Array;
}

/** The directions of an edge seen from its other end. */
export function reversedDirections(directions: number): number {
  return ((directions & Direction.forward) << 1) | ((directions & Direction.backward) >> 1);
}

/**
 * @param lon7 longitude of each point in 1e-7°
 * @param lat7 latitude of each point in 1e-7°
 */
export function contract(lines: StreetLines, lon7: Int32Array, lat7: Int32Array): Chains {
  const segments = segmentsOf(lines, placesOf(lines, lon7, lat7));
  const { count, from, to } = segments;
  const { isVertex, firstEnd, secondEnd } = findVertices(lines.pointLon.length, segments);

  const visited = new Uint8Array(count);
  const points = new Uint32Array(2 * count);
  const start = new Uint32Array(count + 1);
  const directions = new Uint8Array(count);
  const streetClass = new Uint8Array(count);
  let edges = 0;
  let used = 0;

  // First every chain that begins at a vertex, then what is left: closed rings without one, of
  // which the first point becomes the vertex.
  for (let pass = 0; pass < 2; pass++) {
    for (let s = 0; s < count; s++) {
      if (visited[s] === 1) continue;
      let backward = 0;
      if (pass === 1) isVertex[from[s]] = 1;
      else if (isVertex[from[s]] === 0) {
        if (isVertex[to[s]] === 0) continue;
        backward = 1;
      }
      directions[edges] =
        backward === 1 ? reversedDirections(segments.directions[s]) : segments.directions[s];
      streetClass[edges] = segments.streetClass[s];
      points[used++] = backward === 1 ? to[s] : from[s];

      // Walk on until a vertex; `end` is the segment's far end, as 2 · segment + (1 at its `to`).
      let end = 2 * s + (1 - backward);
      for (;;) {
        visited[end >> 1] = 1;
        const point = (end & 1) === 1 ? to[end >> 1] : from[end >> 1];
        points[used++] = point;
        if (isVertex[point] === 1) break;
        end = (firstEnd[point] === end ? secondEnd[point] : firstEnd[point]) ^ 1;
      }
      start[++edges] = used;
    }
  }
  return {
    start: start.slice(0, edges + 1),
    points: points.slice(0, used),
    directions: directions.slice(0, edges),
    streetClass: streetClass.slice(0, edges),
  };
}

/** The point that stands for each point: neighbours on a line at the very same place are one. */
function placesOf(lines: StreetLines, lon7: Int32Array, lat7: Int32Array): Uint32Array {
  const { lineStart, linePoints } = lines;
  const place = new Uint32Array(lon7.length);
  for (let i = 0; i < place.length; i++) place[i] = i;
  for (let line = 0; line + 1 < lineStart.length; line++) {
    for (let i = lineStart[line] + 1; i < lineStart[line + 1]; i++) {
      const a = linePoints[i - 1];
      const b = linePoints[i];
      if (lon7[a] !== lon7[b] || lat7[a] !== lat7[b] || a === b) continue;
      const rootA = root(place, a);
      const rootB = root(place, b);
      if (rootA < rootB) place[rootB] = rootA;
      else place[rootA] = rootB;
    }
  }
  for (let i = 0; i < place.length; i++) place[i] = root(place, i);
  return place;
}

/** The root of i in a forest of parents, with path halving. */
export function root(parent: Uint32Array, i: number): number {
  while (parent[i] !== i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

function segmentsOf(lines: StreetLines, place: Uint32Array): Segments {
  const { lineStart, linePoints, lineDirections, lineClass } = lines;
  const most = linePoints.length;
  const from = new Uint32Array(most);
  const to = new Uint32Array(most);
  const directions = new Uint8Array(most);
  const streetClass = new Uint8Array(most);
  let count = 0;
  for (let line = 0; line + 1 < lineStart.length; line++) {
    if ((lineDirections[line] & Direction.both) === 0) continue;
    for (let i = lineStart[line] + 1; i < lineStart[line + 1]; i++) {
      const a = place[linePoints[i - 1]];
      const b = place[linePoints[i]];
      if (a === b) continue;
      from[count] = a;
      to[count] = b;
      directions[count] = lineDirections[line] & Direction.both;
      streetClass[count++] = lineClass[line];
    }
  }
  return { count, from, to, directions, streetClass };
}

/** Which points stay vertices; for the others, the two segment ends that meet there. */
function findVertices(pointCount: number, segments: Segments) {
  const { count, from, to, directions, streetClass } = segments;
  const degree = new Uint8Array(pointCount); // stops at 3
  const firstEnd = new Uint32Array(pointCount);
  const secondEnd = new Uint32Array(pointCount);
  for (let s = 0; s < count; s++) {
    for (let side = 0; side < 2; side++) {
      const point = side === 1 ? to[s] : from[s];
      if (degree[point] === 0) firstEnd[point] = 2 * s + side;
      else if (degree[point] === 1) secondEnd[point] = 2 * s + side;
      if (degree[point] < 3) degree[point]++;
    }
  }

  const isVertex = new Uint8Array(pointCount);
  for (let point = 0; point < pointCount; point++) {
    if (degree[point] === 0) continue;
    if (degree[point] !== 2) {
      isVertex[point] = 1;
      continue;
    }
    const a = firstEnd[point];
    const b = secondEnd[point];
    // Seen along one walk through the point; two ends of the same kind mean one line runs against.
    const seen = (a & 1) === (b & 1) ? reversedDirections(directions[b >> 1]) : directions[b >> 1];
    if (directions[a >> 1] !== seen || streetClass[a >> 1] !== streetClass[b >> 1]) {
      isVertex[point] = 1;
    }
  }
  return { isVertex, firstEnd, secondEnd };
}
