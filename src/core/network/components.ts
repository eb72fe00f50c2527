/** Which vertices hang together, ignoring directions: islands are kept and reported, never joined. */
import { root } from './contract';

/** Component of each vertex, numbered from the largest (0) down; equal sizes by their first vertex. */
export function componentsOf(
  vertexCount: number,
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
): { vertexComponent: Uint32Array; componentCount: number } {
  const parent = new Uint32Array(vertexCount);
  for (let v = 0; v < vertexCount; v++) parent[v] = v;
  for (let e = 0; e < edgeFrom.length; e++) {
    const a = root(parent, edgeFrom[e]);
    const b = root(parent, edgeTo[e]);
    if (a < b) parent[b] = a;
    else if (b < a) parent[a] = b;
  }

  const size = new Uint32Array(vertexCount);
  const roots: number[] = [];
  for (let v = 0; v < vertexCount; v++) {
    const top = root(parent, v);
    if (top === v) roots.push(v);
    size[top]++;
  }
  roots.sort((a, b) => size[b] - size[a] || a - b);

  const rank = new Uint32Array(vertexCount);
  roots.forEach((top, i) => (rank[top] = i));
  const vertexComponent = new Uint32Array(vertexCount);
  for (let v = 0; v < vertexCount; v++) vertexComponent[v] = rank[root(parent, v)];
  return { vertexComponent, componentCount: roots.length };
}
