/** Collects people by household and hands the households out as rows of their own. */
import type { RawRow } from '../../raw/raw-table';
import { mendBoolean, mendDate, mendDependent } from '../../mend/words';
import { mendNumber } from '../../mend/numbers';
import { addPerson, ageOn, birthOfId, emptyHousehold, type HouseholdCounts } from './person-groups';

interface Collected {
  readonly cells: readonly string[];
  readonly row: number;
  readonly counts: HouseholdCounts;
}

const BANDS = ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'] as const;
const TOTALS = ['age_60_plus', 'age_65_plus', 'age_80_plus', 'age_60_64', 'age_65_74', 'age_75_79'];

export class HouseholdRows {
  personCount = 0;
  readonly doubts: [row: number, doubt: string][] = [];
  readonly #fields: ReadonlyMap<string, number>;
  readonly #asOf: string | null;
  readonly #groups = new Map<string, Collected>();

  /** Null where the columns do not speak of single people. */
  static begin(fields: ReadonlyMap<string, number>, asOf: string | null): HouseholdRows | null {
    const isPerson = ['age', 'birth_date', 'id_number'].some((field) => fields.has(field));
    return isPerson && !TOTALS.some((field) => fields.has(field))
      ? new HouseholdRows(fields, asOf)
      : null;
  }

  private constructor(fields: ReadonlyMap<string, number>, asOf: string | null) {
    this.#fields = fields;
    this.#asOf = asOf;
  }

  add(row: RawRow, unitOf: (cells: readonly string[]) => string): void {
    const text = (field: string) => (row.cells[this.#fields.get(field) ?? -1] ?? '').trim();
    this.personCount++;
    const id = text('household_id');
    const address = `${text('hamlet_name')}${text('address')}`.replace(/\s+/g, '');
    // Without a number the address in its unit; without either everybody is a household.
    const key =
      id !== ''
        ? `#${id}`
        : address !== ''
          ? `@${unitOf(row.cells)}${text('village_name')}|${address}`
          : `!${row.number}`;
    let group = this.#groups.get(key);
    if (!group) {
      group = { cells: row.cells, row: row.number, counts: emptyHousehold() };
      this.#groups.set(key, group);
    }
    const age = this.#age(text);
    if (age === null) this.doubts.push([row.number, 'age_unknown']);
    const dependent = mendDependent(text('dependent')).value;
    const alone = mendBoolean(text('living_alone')).value;
    addPerson(group.counts, {
      age,
      isDependent: dependent === '' ? null : dependent !== '0',
      livesAlone: alone === '' ? null : alone === 'true',
    });
  }

  /** Where fields stand in the rows of `households`. */
  get fields(): ReadonlyMap<string, number> {
    const counted = ['persons', ...BANDS, 'dependent', 'living_alone'];
    const fields = new Map(this.#fields);
    counted.forEach((name, i) => fields.set(name, this.#width + i));
    return fields;
  }

  /** Rows with what was counted behind the cells of each household's first row. */
  *households(): Generator<{ cells: readonly string[]; row: number }> {
    const width = this.#width;
    for (const { cells, row, counts } of this.#groups.values()) {
      const padded = Array.from({ length: width }, (_, i) => cells[i] ?? '');
      const bands =
        counts.unknownAges === counts.persons ? BANDS.map(() => '') : counts.bands.map(String);
      const dependent = counts.knowsDependent ? String(counts.dependent) : '';
      const alone = counts.livingAlone === null ? '' : String(counts.livingAlone);
      yield { cells: [...padded, String(counts.persons), ...bands, dependent, alone], row };
    }
  }

  get #width(): number {
    return Math.max(0, ...this.#fields.values()) + 1;
  }

  #age(text: (field: string) => string): number | null {
    const written = mendNumber(text('age'), { isInteger: true }).value;
    if (written !== '') return Number(written) <= 130 ? Number(written) : null;
    if (this.#asOf === null) return null;
    const birth = mendDate(text('birth_date')).value || birthOfId(text('id_number'));
    return birth ? ageOn(birth, this.#asOf) : null;
  }
}
