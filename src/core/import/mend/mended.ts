/** What became of a cell: its value as the schema writes it, and what was done or is wrong with it. */
export interface Mended {
  /** Blank is unknown. */
  readonly value: string;
  /** What was done, a key of `mend.*` in i18n; null where the cell stands as it was. */
  readonly how: string | null;
  /** What is wrong with it, a key of `doubt.*`; the value is then blank unless it is kept as it is. */
  readonly doubt: string | null;
}

export const asItIs = (value: string): Mended => ({ value, how: null, doubt: null });
export const mended = (value: string, how: string): Mended => ({ value, how, doubt: null });
export const unreadable = (doubt: string): Mended => ({ value: '', how: null, doubt });
export const blank: Mended = asItIs('');
