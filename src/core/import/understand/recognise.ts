/**
 * Which column is which: by its header first, by its values where the header is silent or several
 * columns claim the same field. Every guess carries a confidence from 0 to 1.
 */
import type { TableName } from '../../store/tables';
import { tableDescription } from '../../store/tables';
import { placeWords, privateWords, unitWords } from '../synonyms';
import { tableWords } from '../synonyms-tables';
import { bareHeader, headerCore } from './header-text';
import { valueShape, type ValueShape } from './value-shape';

/** A schema column, a field of synonyms.ts, or null for a column that is left out. */
export type Field = string;

export interface ColumnGuess {
  readonly column: number;
  readonly header: string;
  readonly field: Field | null;
  readonly confidence: number;
  readonly shape: ValueShape;
}

const LEAST_CONFIDENCE = 0.5;
const PARTIAL_LIMIT = 0.9;

interface Word {
  readonly field: Field;
  readonly bare: string;
  readonly core: string;
}

const dictionaries = new Map<TableName, readonly Word[]>();

/** All words that mean a field of this table, its own before those of places. */
function dictionaryOf(table: TableName): readonly Word[] {
  const known = dictionaries.get(table);
  if (known) return known;
  const own = tableDescription(table).columns.map(({ name }): Word => ({
    field: name,
    bare: bareHeader(name),
    core: bareHeader(name),
  }));
  const groups = [tableWords[table] ?? {}, privateWords, unitWords, placeWords];
  const words = [
    // Our own coordinates are a pair like any other: what they are is for the detective to say.
    ...own.filter(({ field }) => !['lon', 'lat', 'source_x', 'source_y'].includes(field)),
    ...groups.flatMap((group) =>
      Object.entries(group).flatMap(([field, list]) =>
        list.map((word): Word => ({ field, bare: bareHeader(word), core: headerCore(word) })),
      ),
    ),
  ];
  dictionaries.set(table, words);
  return words;
}

/** The best field for a header, by words alone. */
export function fieldOfHeader(
  table: TableName,
  header: string,
): { field: Field; confidence: number } | null {
  const bare = bareHeader(header);
  const core = headerCore(header);
  if (bare === '' || bare.length > 40) return null;
  let best: { field: Field; confidence: number } | null = null;
  for (const word of dictionaryOf(table)) {
    const confidence = likeness(bare, core, word);
    if (confidence > (best?.confidence ?? LEAST_CONFIDENCE - 1e-9))
      best = { field: word.field, confidence };
  }
  return best;
}

function likeness(bare: string, core: string, word: Word): number {
  if (bare === word.bare) return 1;
  if (core === word.core) return 0.95;
  if (word.core.length < 2) return 0;
  const isAscii = /^[\x20-\x7e]+$/.test(word.core);
  if (isAscii) return 0;
  // The end of a Chinese header is what it names: 老人现居住地址 is an address.
  if (core.endsWith(word.core))
    return Math.min(PARTIAL_LIMIT, 0.55 + (0.4 * word.core.length) / core.length);
  if (core.startsWith(word.core))
    return Math.min(PARTIAL_LIMIT, 0.45 + (0.35 * word.core.length) / core.length);
  // A shapefile keeps ten bytes of a name: 设施名, 行政区划代.
  if (core.length >= 3 && word.core.startsWith(core))
    return 0.45 + (0.3 * core.length) / word.core.length;
  return core.includes(word.core) && word.core.length >= 3
    ? 0.35 + (0.3 * word.core.length) / core.length
    : 0;
}

/**
 * @param headers one for each column, joined where a header has two rows
 * @param rows sample rows below the header
 */
export function recogniseColumns(
  table: TableName,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnGuess[] {
  const guesses = headers.map((header, column): ColumnGuess => {
    const shape = valueShape(rows, column);
    const byHeader = fieldOfHeader(table, header);
    const byValues = fieldOfShape(shape, header);
    // Values that can only be one thing overrule a header: private ones above all.
    if (byValues && (byValues.isSure || !byHeader))
      return { column, header, shape, field: byValues.field, confidence: byValues.confidence };
    if (!byHeader) return { column, header, shape, field: null, confidence: 0 };
    return {
      column,
      header,
      shape,
      field: byHeader.field,
      confidence: byHeader.confidence * plausibility(byHeader.field, shape),
    };
  });
  return oneColumnPerField(guesses);
}

function fieldOfShape(
  shape: ValueShape,
  header: string,
): { field: Field; confidence: number; isSure: boolean } | null {
  if (shape.filled < 1) return null;
  if (shape.idNumbers > 0.5) return { field: 'id_number', confidence: 0.95, isSure: true };
  if (shape.phones > 0.6) return { field: 'phone', confidence: 0.9, isSure: true };
  const isSilent =
    bareHeader(header) === '' || /^(column|field|列|f)\d*$/i.test(bareHeader(header));
  if (shape.unitCodes > 0.8 && shape.filled >= 3)
    return { field: 'unit_code', confidence: 0.7, isSure: false };
  if (shape.pairs > 0.8) return { field: 'coordinates', confidence: 0.8, isSure: false };
  if (shape.longitudes > 0.9 && shape.filled >= 3 && isSilent)
    return { field: 'source_x', confidence: 0.6, isSure: false };
  if (shape.latitudes > 0.9 && shape.filled >= 3 && isSilent)
    return { field: 'source_y', confidence: 0.6, isSure: false };
  if (shape.personNames > 0.8 && shape.filled >= 5)
    return { field: 'person_name', confidence: 0.7, isSure: false };
  return null;
}

const numeric =
  /^(persons|age|age_\d|beds|nursing_beds|day_places|capacity|floor_area|usable_area|source_[xy]|residents|registered|family_|registered_households|households$|headcount|renovation)/;

/** How well values fit a field that the header names; blank columns are no counter-evidence. */
function plausibility(field: Field, shape: ValueShape): number {
  if (shape.filled === 0) return 1;
  if (numeric.test(field) && shape.numbers < 0.3 && shape.degrees < 0.3) return 0.6;
  if (/_name$/.test(field) && shape.numbers > 0.9) return 0.5;
  return 1;
}

/** Private fields may stand twice; of any other only the surest column is taken, the first of equals. */
function oneColumnPerField(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const best = new Map<Field, ColumnGuess>();
  for (const guess of guesses) {
    if (guess.field === null || guess.field in privateWords) continue;
    const rival = best.get(guess.field);
    const isFuller = rival && rival.shape.filled === 0 && guess.shape.filled > 0;
    if (
      !rival ||
      guess.confidence > rival.confidence ||
      (isFuller && guess.confidence >= rival.confidence)
    )
      best.set(guess.field, guess);
  }
  return guesses.map((guess) => {
    if (guess.field === null) return guess;
    const isKept = guess.field in privateWords || best.get(guess.field) === guess;
    return isKept && guess.confidence >= LEAST_CONFIDENCE
      ? guess
      : { ...guess, field: null, confidence: 0 };
  });
}
