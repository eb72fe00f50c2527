/** The buffers behind an answer, so that typed arrays move between threads and are not copied. */
import { transfer } from 'comlink';
import type { TableData } from '../../core/store/columns';

type Movable = ArrayBufferView | ArrayBuffer | object | null | undefined;

/** Marks every buffer of the typed arrays in `value` (objects and arrays of them) as moved. */
export function moved<T extends object>(value: T, parts: readonly Movable[]): T {
  const buffers = new Set<ArrayBuffer>();
  parts.forEach((part) => collect(part, buffers));
  return transfer(value, [...buffers]);
}

/** The typed arrays of a table. */
export function tableParts(table: TableData): Movable[] {
  return Object.values(table.columns).map((column) =>
    column.kind === 'dictionary' ? column.codes : column.kind === 'text' ? null : column.values,
  );
}

function collect(part: Movable, buffers: Set<ArrayBuffer>): void {
  if (part === null || part === undefined) return;
  if (part instanceof ArrayBuffer) buffers.add(part);
  else if (ArrayBuffer.isView(part)) collect(part.buffer, buffers);
  else if (typeof SharedArrayBuffer !== 'undefined' && part instanceof SharedArrayBuffer) return;
  else if (Array.isArray(part)) part.forEach((item) => collect(item, buffers));
  else
    for (const item of Object.values(part))
      if (item && typeof item === 'object') collect(item, buffers);
}
