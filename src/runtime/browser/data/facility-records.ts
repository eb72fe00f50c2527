/** Facilities as the page sees them, over the columns that came from the worker. */
import type { Facility, FacilityColumns } from './page-data';

export function facilityRecords(source: FacilityColumns): Facility[] {
  return Array.from(source.unitIndex, (_, row) => new FacilityRecord(source, row));
}

/** Reads its columns when asked: thousands of facilities are opened, a few are looked at. */
class FacilityRecord implements Facility {
  readonly index: number;
  readonly unitIndex: number;
  readonly #source: FacilityColumns;

  constructor(source: FacilityColumns, index: number) {
    this.#source = source;
    this.index = index;
    this.unitIndex = source.unitIndex[index];
  }

  get id(): string {
    return this.#text('facility_id') ?? '';
  }

  get name(): string | null {
    return this.#text('name');
  }

  get type(): string | null {
    return this.#text('type');
  }

  get status(): string | null {
    return this.#text('status');
  }

  get lon(): number | null {
    return this.#number('lon');
  }

  get lat(): number | null {
    return this.#number('lat');
  }

  get fields(): Facility['fields'] {
    return Object.fromEntries(
      Object.entries(this.#source.columns).map(([name, values]) => [name, values[this.index]]),
    );
  }

  #text(name: string): string | null {
    const value = this.#source.columns[name]?.[this.index];
    return typeof value === 'string' ? value : null;
  }

  #number(name: string): number | null {
    const value = this.#source.columns[name]?.[this.index];
    return typeof value === 'number' ? value : null;
  }
}
