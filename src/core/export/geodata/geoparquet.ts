/** A layer → GeoParquet 1.0: geometry as WKB, and what it is in the file's own metadata. */
import type { Layer, LayerColumn } from './layers';
import { wkb } from './wkb';

const types = { text: 'STRING', integer: 'INT32', real: 'DOUBLE' } as const;

export async function geoparquet({ columns, features, geometry }: Layer): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const geo = {
    version: '1.0.0',
    primary_column: 'geometry',
    // No coordinate system named means longitude and latitude in WGS-84.
    columns: { geometry: { encoding: 'WKB', geometry_types: [geometry] } },
  };
  const buffer = parquetWriteBuffer({
    columnData: [
      {
        name: 'geometry',
        data: features.map((one) => one.geometry && wkb(one.geometry)),
        type: 'BYTE_ARRAY',
      },
      ...columns.map(({ name, kind }: LayerColumn, i) => ({
        name,
        data: features.map(({ values }) => values[i]),
        type: types[kind],
      })),
    ],
    kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }],
  });
  return new Uint8Array(buffer);
}
