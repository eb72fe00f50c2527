/**
 * Whether a Parquet file's pages follow one another as its columns say. A length or a count below zero
 * makes the reader go round and round, so a broken file is refused before it is read.
 */
import { parquetHeader } from 'hyparquet/src/column.js';
import type { parquetMetadata } from 'hyparquet/src/metadata.js';

type Metadata = ReturnType<typeof parquetMetadata>;

/** @throws RangeError where a page reaches beyond its column or the file, or counts below zero */
export function checkPages(file: ArrayBuffer, { row_groups: groups }: Metadata): void {
  for (const { columns, num_rows: rows } of groups) {
    if (rows < 0n) throw new RangeError('rows');
    for (const { meta_data: column } of columns) {
      if (!column) continue;
      const { dictionary_page_offset: dictionary, data_page_offset: data } = column;
      const start = Number(dictionary && dictionary < data ? dictionary : data);
      const size = Number(column.total_compressed_size);
      if (start < 0 || size < 0 || start + size > file.byteLength) throw new RangeError('column');
      checkColumn(new DataView(file, start, size));
    }
  }
}

function checkColumn(view: DataView<ArrayBuffer>): void {
  const reader = { view, offset: 0 };
  while (reader.offset < view.byteLength - 1) {
    const header = parquetHeader(reader);
    const { data_page_header: data, dictionary_page_header: words } = header;
    const second = header.data_page_header_v2;
    const counts = [
      header.compressed_page_size,
      header.uncompressed_page_size,
      ...(data ? [data.num_values] : []),
      ...(words ? [words.num_values] : []),
      // A header cut short lacks some: a missing length is no length of 0.
      ...(second
        ? [
            second.num_values,
            second.num_nulls,
            second.num_rows,
            second.definition_levels_byte_length,
            second.repetition_levels_byte_length,
          ]
        : []),
    ];
    if (!counts.every((count) => Number.isInteger(count) && count >= 0))
      throw new RangeError('page');
    if (second && second.num_nulls > second.num_values) throw new RangeError('nulls');
    reader.offset += header.compressed_page_size;
    if (reader.offset > view.byteLength) throw new RangeError('page');
  }
}
