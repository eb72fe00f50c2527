/**
 * The walking network as flat arrays: what the search, the snapping and the map read.
 *
 * A vertex is a place where streets meet or end; an edge is the street between two vertices with
 * its whole original shape (vertices where only two stretches meet are contracted away). Vertices
 * stand in Hilbert order, so that neighbours on the ground are neighbours in memory. Loop edges and
 * parallel edges are allowed.
 */
export interface Network {
  readonly vertexCount: number;
  /** Degrees, WGS-84. */
  readonly vertexLon: Float64Array;
  readonly vertexLat: Float64Array;
  /** Component of each vertex, ignoring directions; 0 is the largest by vertices. */
  readonly vertexComponent: Uint32Array;
  readonly componentCount: number;

  readonly edgeCount: number;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  /** WGS-84 geodesic of the original polyline, in centimetres, at least 1. */
  readonly edgeLengthCm: Uint32Array;
  /** Which way one may walk: Direction.forward | Direction.backward. */
  readonly edgeDirections: Uint8Array;
  /** One of StreetClass. */
  readonly edgeClass: Uint8Array;
  /** Shape of edge e: points shapeStart[e] … shapeStart[e + 1] - 1, both ends included. */
  readonly shapeStart: Uint32Array;
  readonly shapeLon: Float64Array;
  readonly shapeLat: Float64Array;
  /** Distance from the edge's start to each shape point, centimetres; the last is the edge's length. */
  readonly shapeCm: Uint32Array;

  /** Arcs out of vertex v: arcStart[v] … arcStart[v + 1] - 1. */
  readonly arcStart: Uint32Array;
  /** Interleaved [target vertex, length in centimetres]. */
  readonly arcs: Int32Array;
  /** The edge each arc belongs to. */
  readonly arcEdge: Uint32Array;
  /** True if some edge may be walked in one direction only. */
  readonly hasOneWay: boolean;
}

export const Direction = { forward: 1, backward: 2, both: 3 } as const;

export const StreetClass = { street: 0, path: 1, steps: 2, crossing: 3, ferry: 4 } as const;

/** Streets before they become a graph: what every reader (PBF, XML, GeoJSON, the demo) returns. */
export interface StreetLines {
  /** Points shared between lines join them; each point is one place. Degrees, WGS-84. */
  readonly pointLon: Float64Array;
  readonly pointLat: Float64Array;
  /** Line l runs over linePoints[lineStart[l] … lineStart[l + 1] - 1], indices of points. */
  readonly lineStart: Uint32Array;
  readonly linePoints: Uint32Array;
  readonly lineDirections: Uint8Array;
  readonly lineClass: Uint8Array;
}
