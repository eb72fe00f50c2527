/**
 * run.json: what a result was made from, so that anyone can make it again. File names but no
 * paths, no time of day: two runs give the same bytes.
 */
import type { InputFile } from '../import';
import type { Note } from '../result';

export interface RunRecord {
  readonly program: 'carecircle';
  readonly version: string;
  readonly command: string;
  readonly inputs: readonly (InputFile & { readonly role: string })[];
  /** Every parameter but the output folder. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** True for sample data; null where the inputs do not say. */
  readonly generated: boolean | null;
  readonly notes: readonly Note[];
}

/** Keys in a fixed order, two spaces, a last line break. */
export function runJson(record: RunRecord): string {
  const { program, version, command, inputs, parameters, generated, notes } = record;
  return `${JSON.stringify({ program, version, command, inputs, parameters, generated, notes }, null, 2)}\n`;
}
