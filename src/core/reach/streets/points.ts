/** Points on edges, as snapping returns them. */

/** Places on the network, one per row; arrays of equal length. */
export interface EdgePoints {
  /** Edge of the network, or below 0 where the point joins no street within its cap. */
  readonly edge: ArrayLike<number>;
  /** Distance from the edge's start to the foot of the point, centimetres. */
  readonly alongCm: ArrayLike<number>;
  /** Distance from the point to its foot on the edge, centimetres. */
  readonly doorCm: ArrayLike<number>;
}

/** `to`: people walk to the points. `from`: people walk away from them. */
export type Heading = 'to' | 'from';

/** Above every real cost: what an unreached label holds inside this folder, and never outside. */
export const UNREACHED = 0x7fffffff;
