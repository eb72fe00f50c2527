/** A job of snapping as other threads get it: only what they need, in shared memory where there is any. */
import type { SnapJob } from '../core/network';

export function sharedJob({ index, asked }: SnapJob): SnapJob {
  const { network, cellStart, cellSegments, edgeOfShape } = index;
  const { lon, lat, capM } = asked;
  return {
    index: {
      ...index,
      network: {
        shapeLon: shared(network.shapeLon),
        shapeLat: shared(network.shapeLat),
        shapeCm: shared(network.shapeCm),
      },
      cellStart: shared(cellStart),
      cellSegments: shared(cellSegments),
      edgeOfShape: shared(edgeOfShape),
    },
    asked: {
      lon: shared(lon),
      lat: shared(lat),
      capM: typeof capM === 'number' ? capM : shared(capM),
    },
  };
}

/** A copy that all threads see; the array itself where the page is not isolated: each gets its own. */
function shared<T extends Float64Array | Uint32Array>(array: T): T {
  if (typeof SharedArrayBuffer === 'undefined') return array;
  const copy = new (array.constructor as new (buffer: SharedArrayBuffer) => T)(
    new SharedArrayBuffer(array.byteLength),
  );
  copy.set(array);
  return copy;
}
