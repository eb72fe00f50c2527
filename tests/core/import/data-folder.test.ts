import { createHash } from 'node:crypto';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readDataFolder, type FolderFiles } from '../../../src/core/import';
import { valueAt } from '../../../src/core/store/columns';

type Files = Record<string, string | Uint8Array>;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const encode = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

function folder(files: Files): FolderFiles {
  return {
    names: Object.keys(files),
    read: async (name) => encode(files[name]),
    sha256: async (bytes) => sha256(bytes),
  };
}

const manifest = (files: Files = {}, fields: object = {}) =>
  JSON.stringify({
    format_version: 1,
    title: '示例',
    as_of: '2020-11-01',
    divisions: 'current',
    generated: true,
    files: Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, { sha256: sha256(encode(content)) }]),
    ),
    ...fields,
  });

const householdsParquet = () =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'household_id', data: ['a', 'b', 'c'], type: 'STRING' },
        { name: 'unit_code', data: ['350404001001', null, '350404001001'], type: 'STRING' },
        { name: 'lon', data: [117.6, null, 117.7], type: 'DOUBLE' },
        { name: 'lat', data: [26.2, null, 26.3], type: 'DOUBLE' },
        { name: 'persons', data: [2, null, 0], type: 'INT32' },
        { name: 'dependent', data: [1n, null, 0n], type: 'INT64' },
        { name: 'living_alone', data: [true, null, false], type: 'BOOLEAN' },
        { name: 'location_precision', data: ['door', 'none', 'door'], type: 'STRING' },
      ],
      rowGroupSize: 2,
    }),
  );

describe('the data folder', () => {
  const files: Files = {
    'households.parquet': householdsParquet(),
    'facilities.csv': 'facility_id,lon,lat,status\nf,117.6,26.2,operating\n',
    'facility_services.csv': 'facility_id,unit_code\n',
    'streets.network': 'bytes of streets',
  };

  it('reads what is there; what is not is missing, never empty', async () => {
    const result = await readDataFolder(folder({ 'manifest.json': manifest(files), ...files }));
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const { tables, streets, areas, inputs } = result.value;
    expect(Object.keys(tables).sort()).toEqual(['facilities', 'facility_services', 'households']);
    expect(tables.facility_services?.rowCount).toBe(0);
    expect(new TextDecoder().decode(streets?.bytes)).toBe('bytes of streets');
    expect(areas).toBeNull();
    expect(inputs.map((input) => input.name)).toEqual([
      'manifest.json',
      'households.parquet',
      'facilities.csv',
      'facility_services.csv',
      'streets.network',
    ]);
    const { columns } = tables.households!;
    const row = (i: number) => Object.values(columns).map((column) => valueAt(column, i));
    expect(row(0)).toEqual(['a', '350404001001', 117.6, 26.2, 2, true, 1, 'door']);
    expect(row(1)).toEqual(['b', null, null, null, null, null, null, 'none']);
    expect(row(2)).toEqual(['c', '350404001001', 117.7, 26.3, 0, false, 0, 'door']);
  });

  it.each<[string, Files, object]>([
    ['no manifest', files, { code: 'folder_without_manifest' }],
    ['a cut-off manifest', { 'manifest.json': '{"format' }, { code: 'json_broken' }],
    [
      'another format',
      { 'manifest.json': manifest({}, { format_version: 9 }) },
      { code: 'manifest_version', params: { value: '9' } },
    ],
    [
      'a field of the wrong type',
      { 'manifest.json': manifest({}, { generated: 'yes' }) },
      { code: 'manifest_field', params: { column: 'generated' } },
    ],
    [
      'a file that is gone',
      { 'manifest.json': manifest(files) },
      { code: 'file_missing', params: { file: 'households.parquet' } },
    ],
    [
      'a file cut off after the manifest was written',
      { 'manifest.json': manifest(files), ...files, 'facilities.csv': 'facility_id,lon,lat,stat' },
      { code: 'file_changed', params: { file: 'facilities.csv' } },
    ],
    [
      'a cut-off Parquet file',
      { 'manifest.json': manifest(), 'households.parquet': householdsParquet().slice(0, -20) },
      { code: 'parquet_broken', params: { file: 'households.parquet' } },
    ],
  ])('refuses %s', async (_, content, expected) => {
    expect(await readDataFolder(folder(content))).toMatchObject({ ok: false, problem: expected });
  });

  it('refuses a Parquet cell as it would one of CSV, by its row', async () => {
    const wrong = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'household_id', data: ['a', 'b'], type: 'STRING' },
          { name: 'lon', data: [26.2, 26.2], type: 'DOUBLE' },
          { name: 'lat', data: [26.2, 117.6], type: 'DOUBLE' },
        ],
      }),
    );
    expect(
      await readDataFolder(folder({ 'manifest.json': manifest(), 'households.parquet': wrong })),
    ).toMatchObject({
      ok: false,
      problem: { code: 'coordinates_swapped', params: { row: 2, file: 'households.parquet' } },
    });
  });
});
