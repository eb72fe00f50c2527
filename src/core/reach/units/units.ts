/**
 * The table of units as a tree of indices: what the roll-up walks. Without units there is one that
 * holds everybody, so that results have the same shape.
 */
import type { ImportedTable } from '../../import';
import { textAt } from '../../store/columns';
import type { UnitTree } from './rollup';

export interface Units extends UnitTree {
  /** 12-digit codes; `all` where there are no units. */
  readonly codes: readonly string[];
  readonly levels: readonly string[];
  readonly names: readonly (string | null)[];
  readonly kinds: readonly (string | null)[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** False for the one unit that stands for everybody. */
  readonly isGiven: boolean;
}

/** The code and level of everybody together, where no units are given. */
export const everybody = 'all';

export function unitsOf(table: ImportedTable | undefined): Units {
  if (!table) {
    return {
      parent: Int32Array.of(-1),
      codes: [everybody],
      levels: [everybody],
      names: [null],
      kinds: [null],
      indexOf: new Map([[everybody, 0]]),
      isGiven: false,
    };
  }
  const texts = (name: string) =>
    Array.from({ length: table.rowCount }, (_, row) => textAt(table.columns[name], row));
  const codes = texts('unit_code') as string[];
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  const hosts = texts('host_code');
  const parents = texts('parent_code');
  const levels = texts('level') as string[];
  const parent = Int32Array.from(codes, (code, index) => {
    // A host takes the place of a parent that is left out.
    const above = hosts[index] ?? parents[index] ?? codeAbove(code, levels[index]);
    return above === null || above === code ? -1 : (indexOf.get(above) ?? -1);
  });
  return {
    parent: withoutCycles(parent),
    codes,
    levels,
    names: texts('name'),
    kinds: texts('kind'),
    indexOf,
    isGiven: true,
  };
}

/** The unit above by its 12 digits: county + 000000, town + 000. */
function codeAbove(code: string, level: string): string | null {
  if (!/^\d{12}$/.test(code)) return null;
  if (level === 'village') return `${code.slice(0, 9)}000`;
  if (level === 'town') return `${code.slice(0, 6)}000000`;
  return level === 'county' ? `${code.slice(0, 4)}00000000` : null;
}

/** A unit that is above itself would be counted for ever: such a chain is cut at its start. */
function withoutCycles(parent: Int32Array): Int32Array {
  for (let unit = 0; unit < parent.length; unit++) {
    let above = parent[unit];
    for (let steps = 0; above >= 0 && steps <= parent.length; steps++) {
      if (above === unit) parent[unit] = -1;
      above = above === unit ? -1 : parent[above];
    }
  }
  return parent;
}

/** Each row's unit as an index, -1 where it has none or one that is not in the table. */
export function unitIndices(units: Units, table: ImportedTable): Int32Array {
  const out = new Int32Array(table.rowCount);
  if (!units.isGiven) return out;
  const column = table.columns.unit_code;
  if (column?.kind === 'dictionary') {
    const indexOfWord = column.words.map((word) =>
      word === null ? -1 : (units.indexOf.get(word) ?? -1),
    );
    const { codes } = column;
    for (let row = 0; row < out.length; row++) out[row] = indexOfWord[codes[row]];
    return out;
  }
  for (let row = 0; row < out.length; row++) {
    const code = textAt(column, row);
    out[row] = code === null ? -1 : (units.indexOf.get(code) ?? -1);
  }
  return out;
}
