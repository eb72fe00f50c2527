/** The unit each row names, by code and names; rows that say the same are asked once. */
import type { TableName } from '../../store/tables';
import type { UnitIndex } from '../understand/unit-index';
import type { Mending, ReportBuilder, RowPlace } from './report-builder';
import { cellAt, type RowFields } from './row-fields';
import { unitOfRow, type RowUnit } from './unit-of-row';

const MOST_REMEMBERED = 20_000;

interface Remembered {
  readonly found: RowUnit;
  /** What the row says of its unit. */
  readonly said: string;
  readonly mending: Mending | null;
}

export class UnitReader {
  readonly #units: UnitIndex;
  readonly #report: ReportBuilder;
  readonly #isUnitItself: boolean;
  readonly #memory = new Map<string, Remembered>();

  constructor(name: TableName, units: UnitIndex, report: ReportBuilder) {
    this.#isUnitItself = name === 'admin_units';
    this.#units = units;
    this.#report = report;
  }

  /** The 12-digit code, or a blank, without a word in the report. */
  quietly(cells: readonly string[], fields: RowFields): string {
    return this.#unit(cells, fields).found.value;
  }

  read(cells: readonly string[], fields: RowFields, place: RowPlace): string {
    const { found, said, mending } = this.#unit(cells, fields);
    if (mending) this.#report.mendedAt(mending, place);
    for (const reason of [found.doubt, found.also]) {
      if (reason !== null)
        this.#report.doubt({ ...place, reason, column: 'unit_code', value: said });
    }
    return found.value;
  }

  #unit(cells: readonly string[], fields: RowFields): Remembered {
    const code = cellAt(cells, fields.unitCode);
    const county = cellAt(cells, fields.county);
    const town = cellAt(cells, fields.town);
    const village = cellAt(cells, fields.village);
    // An address is asked only where no village is named.
    const isAddressed = village === '' && !this.#isUnitItself;
    const address = isAddressed ? cellAt(cells, fields.address) : '';
    const key = `${code}|${county}|${town}|${village}|${address}`;
    const known = this.#memory.get(key);
    if (known) return known;
    const names = { county, town, village, address };
    const found = unitOfRow(code, names, this.#units);
    const said = code === '' ? Object.values(names).filter(Boolean).join(' ') : code;
    const mending =
      found.how === null ? null : this.#report.mending('unit_code', said, found.value, found.how);
    const unit = { found, said, mending };
    if (address === '' && this.#memory.size < MOST_REMEMBERED) this.#memory.set(key, unit);
    return unit;
  }
}
