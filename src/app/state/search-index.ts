/** The search index: names, pinyin and initials of units and facilities, and how hits are ranked. */
import type { Facility, Unit } from './types';

export interface SearchEntry {
  readonly kind: 'unit' | 'facility';
  /** Unit index or facility index. */
  readonly index: number;
  readonly name: string;
  /** The names above it, for telling apart places of one name. */
  readonly context: string;
}

export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  /** Without tones or spaces; empty until pinyin is worked out. */
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
  readonly hasPinyin: boolean;
}

const maxHits = 20;

/** Names alone, until their spellings are known. */
export function namesOnly(units: readonly Unit[], facilities: readonly Facility[]): SearchIndex {
  return { entries: listEntries(units, facilities), pinyin: [], initials: [], hasPinyin: false };
}

export function withSpellings(
  { entries }: SearchIndex,
  { whole, initials }: { readonly whole: readonly string[]; readonly initials: readonly string[] },
): SearchIndex {
  return { entries, pinyin: whole, initials, hasPinyin: true };
}

/** Best first: the name itself, its beginning, its inside; then pinyin and initials alike. */
export function searchIndex(index: SearchIndex, query: string): readonly SearchEntry[] {
  const wanted = query.trim().toLowerCase().replace(/[\s']/g, '');
  if (wanted === '') return [];
  const ranked: { entry: SearchEntry; rank: number }[] = [];
  index.entries.forEach((entry, i) => {
    const rank = Math.min(
      rankOf(entry.name.toLowerCase(), wanted, 0),
      rankOf(index.pinyin[i] ?? '', wanted, 1),
      rankOf(index.initials[i] ?? '', wanted, 2),
    );
    if (rank < Infinity) ranked.push({ entry, rank });
  });
  // The sort is stable: among equals, units stand before facilities and higher units first.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, maxHits)
    .map(({ entry }) => entry);
}

function rankOf(text: string, wanted: string, penalty: number): number {
  const at = text.indexOf(wanted);
  if (at < 0) return Infinity;
  if (at > 0) return 20 + penalty;
  return (text.length === wanted.length ? 0 : 10) + penalty;
}

function listEntries(units: readonly Unit[], facilities: readonly Facility[]): SearchEntry[] {
  const contextOf = (unitIndex: number): string => {
    const names: string[] = [];
    for (let i = unitIndex; i >= 0 && units[i].level !== 'city'; i = units[i].parentIndex)
      names.unshift(units[i].name);
    return names.join(' ');
  };
  const order = { city: 0, county: 1, town: 2, village: 3 };
  const unitEntries = [...units]
    .sort((a, b) => order[a.level] - order[b.level])
    .map((unit) => ({
      kind: 'unit' as const,
      index: unit.index,
      name: unit.name,
      context: contextOf(unit.parentIndex),
    }));
  const facilityEntries = facilities
    .filter((facility) => facility.name !== null)
    .map((facility) => ({
      kind: 'facility' as const,
      index: facility.index,
      name: facility.name ?? '',
      context: contextOf(facility.unitIndex),
    }));
  return [...unitEntries, ...facilityEntries];
}
