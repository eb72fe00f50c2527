/** Facilities that come, go and move: arrays with room for more. */

/** Facilities by index; a removed one keeps its index with an edge below 0. */
export interface Facilities {
  edge: Int32Array;
  alongCm: Int32Array;
  doorCm: Int32Array;
}

export interface EdgePoint {
  readonly edge: number;
  readonly alongCm: number;
  readonly doorCm: number;
}

export const nowhere: EdgePoint = { edge: -1, alongCm: 0, doorCm: 0 };

export function emptyFacilities(room: number): Facilities {
  return {
    edge: new Int32Array(room).fill(-1),
    alongCm: new Int32Array(room),
    doorCm: new Int32Array(room),
  };
}

export function enlargeFacilities(facilities: Facilities, room: number): void {
  facilities.edge = enlarged(facilities.edge, room);
  facilities.alongCm = enlarged(facilities.alongCm, room);
  facilities.doorCm = enlarged(facilities.doorCm, room);
}

/** The array with more room, filled with -1. */
export function enlarged(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length).fill(-1, array.length);
  grown.set(array);
  return grown;
}
