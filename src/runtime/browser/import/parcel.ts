/** What goes from worker to worker without passing through the page. */
import type { ImportedTable } from '../../../core/import';
import type { FileBytes } from '../load/loaded-city';

/** All that an import brings to a city. */
export interface Parcel {
  readonly tables: readonly ImportedTable[];
  readonly streets: FileBytes | null;
  /** Elevation models; empty leaves those of the open city. */
  readonly terrain: readonly FileBytes[];
  /** Polygons of units, GeoJSON in WGS-84. */
  readonly areas: FileBytes | null;
}

/** The one message that comes through a port. */
export function received<T>(port: MessagePort): Promise<T> {
  return new Promise((resolve) => {
    port.onmessage = (event: MessageEvent<T>) => {
      resolve(event.data);
      port.close();
    };
  });
}
