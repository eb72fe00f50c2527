/** A column of a result, as it is compared and shown. */

/** `whole` and `number` are compared as numbers, everything that is not boolean besides as text. */
export type ColumnKind = 'text' | 'whole' | 'number' | 'boolean';

export interface ResultColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** DuckDB's own name of the type. */
  readonly type: string;
}
