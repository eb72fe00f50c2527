/**
 * Reads the cells of one column: mends each text and accounts for it. Texts repeat, so what became of
 * one is remembered; a column whose texts mostly differ stops remembering.
 */
import type { Mended } from '../mend/mended';
import type { Mender } from './cell-mender';
import type { Mending, ReportBuilder, RowPlace } from './report-builder';

const MOST_REMEMBERED = 4096;
/** Fewer uses than this of each remembered text are not worth the look. */
const LEAST_USES = 4;

interface Remembered extends Mended {
  readonly mending: Mending | null;
}

export class CellReader {
  readonly #column: string;
  readonly #mender: Mender;
  readonly #report: ReportBuilder;
  #memory: Map<string, Remembered> | null = new Map();
  #reads = 0;

  constructor(column: string, mender: Mender, report: ReportBuilder) {
    this.#column = column;
    this.#mender = mender;
    this.#report = report;
  }

  /** The value as the schema writes it; blank is unknown. */
  read(text: string, place: RowPlace): string {
    if (text === '') return '';
    this.#reads++;
    const cell = this.#memory?.get(text) ?? this.#mend(text);
    if (cell.mending !== null) this.#report.mendedAt(cell.mending, place);
    if (cell.doubt !== null)
      this.#report.doubt({ ...place, reason: cell.doubt, column: this.#column, value: text });
    return cell.value;
  }

  #mend(text: string): Remembered {
    const { value, how, doubt } = this.#mender(text);
    const mending = how === null ? null : this.#report.mending(this.#column, text, value, how);
    const cell = { value, how, doubt, mending };
    const memory = this.#memory;
    if (memory === null) return cell;
    if (memory.size < MOST_REMEMBERED) memory.set(text, cell);
    else if (this.#reads < LEAST_USES * MOST_REMEMBERED) this.#memory = null;
    return cell;
  }
}
