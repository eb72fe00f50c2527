/**
 * Natural villages and villagers' groups by the names users write: 下坑自然村, 第三村民小组, 3组. A name
 * counts only within its village and where it is the only one there.
 */
import { textAt, type TableData } from '../../store/columns';
import { chineseNumber } from '../mend/numbers';
import { hamletEndings, ordinal } from '../synonyms-values';

type Place = readonly [lon: number, lat: number];

interface Hamlet {
  readonly bare: string;
  readonly place: Place;
}

export class HamletIndex {
  /** By village; of a name that stands twice nothing is known. */
  readonly #villages = new Map<string, Map<string, Hamlet | null>>();

  /** @param hamlets the table of that name, placed */
  constructor(hamlets: TableData) {
    const { unit_code, name, lon, lat } = hamlets.columns;
    if (lon?.kind !== 'number' || lat?.kind !== 'number') return;
    for (let row = 0; row < hamlets.rowCount; row++) {
      const code = textAt(unit_code, row) ?? '';
      const written = textAt(name, row) ?? '';
      if (Number.isNaN(lon.values[row] + lat.values[row]) || written === '') continue;
      const bare = hamletKey(written);
      const village = this.#villages.get(code) ?? new Map<string, Hamlet | null>();
      this.#villages.set(code, village);
      village.set(
        bare,
        village.has(bare) ? null : { bare, place: [lon.values[row], lat.values[row]] },
      );
    }
  }

  /** The place of a hamlet by its name, else of the only one an address names; null for neither. */
  find(code: string, hamlet: string, address: string): Place | null {
    const village = this.#villages.get(code);
    if (!village) return null;
    if (hamlet !== '') return village.get(hamletKey(hamlet))?.place ?? null;
    const bare = address.normalize('NFKC').replace(/\s+/g, '');
    // Of 下坑 and 下坑尾 the longer one is meant where both stand in the address.
    const named = [...village.values()]
      .filter((one) => one !== null && !/^\d+$/.test(one.bare) && bare.includes(one.bare))
      .filter((one) => one!.bare.length >= 2)
      .sort((a, b) => b!.bare.length - a!.bare.length);
    const [first, ...others] = named;
    const isOnly = others.every((other) => first!.bare.includes(other!.bare));
    return first && isOnly ? first.place : null;
  }
}

/** Without endings; groups by their number. */
function hamletKey(name: string): string {
  const whole = name.normalize('NFKC').replace(/\s+/g, '');
  const stem = whole.replace(hamletEndings, '').replace(ordinal, '');
  if (stem === '') return whole;
  const number = /^\d+$/.test(stem) ? Number(stem) : chineseNumber(stem);
  return number === null ? stem : String(number);
}
