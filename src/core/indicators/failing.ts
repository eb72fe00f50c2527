/**
 * Which units fail: for indicators that count units or facilities, those that do not count, with the
 * reason; for sums and averages, the judged units that miss. The same for panel and files.
 */
import type { Database } from '../store/database';
import { prepared } from './bind';
import type { TreeUnit } from './divisions/unit-tree';
import type { Evaluation } from './evaluate';
import type { IndicatorResult, ItemRow, Level, State } from './types';

export interface FailingRow {
  readonly unitCode: string;
  readonly unitName: string;
  readonly level: Level;
  readonly townName: string | null;
  readonly countyName: string | null;
  /** The facility or organisation, where that is what is counted. */
  readonly itemId: string | null;
  readonly itemName: string | null;
  /** Insufficient: a blank decides. Informative: there is no target to miss. */
  readonly state: State;
  /** A code: words in i18n under `indicator.row.<code>`; null for judged units. */
  readonly reason: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly valueHundredths: number | null;
  readonly shortfall: number | null;
}

/** The rows behind an indicator in one unit: the end of the drill. */
export async function itemRows(
  database: Database,
  result: IndicatorResult,
  unitCode: string,
): Promise<ItemRow[]> {
  const { sql, parameters } = result.rowsQuery;
  const { sql: text, values } = prepared({
    sql,
    parameters: { ...parameters, unit_code: unitCode },
  });
  const rows = await database.query(text, values);
  return rows.map((row) => ({
    unitCode: String(row['unit_code']),
    unitName: String(row['unit_name'] ?? ''),
    itemId: row['item_id'] === null ? null : String(row['item_id']),
    itemName: row['item_name'] === null ? null : String(row['item_name']),
    numerator: row['numerator'] as number | null,
    denominator: row['denominator'] as number | null,
    unknown: Number(row['unknown'] ?? 0),
    reason: String(row['reason']),
  }));
}

/** What fails in the whole city, by unit code. The evaluation must be the database's latest. */
export async function failingRows(
  database: Database,
  evaluation: Evaluation,
  result: IndicatorResult,
): Promise<FailingRow[]> {
  const place = placeNames(evaluation);
  if (result.entry.failing === 'units') {
    return result.units
      .filter((unit) => unit.state === 'missed' || unit.state === 'soft_missed')
      .map((unit) => ({
        ...place(unit.unitCode),
        unitCode: unit.unitCode,
        unitName: unit.unitName,
        itemId: null,
        itemName: null,
        state: unit.state,
        reason: null,
        numerator: unit.numerator,
        denominator: unit.denominator,
        valueHundredths: unit.valueHundredths,
        shortfall: unit.shortfall,
      }));
  }
  if (result.units.every((unit) => unit.numerator === null)) return [];
  const { entry } = result;
  const missed: State =
    entry.target === null ? 'informative' : entry.soft_wording === null ? 'missed' : 'soft_missed';
  const rows: ItemRow[] = [];
  for (const top of topUnits(evaluation)) {
    rows.push(...(await itemRows(database, result, top.unitCode)));
  }
  return rows
    .filter((row) => isUnknown(row) || (row.numerator ?? 0) < (row.denominator ?? 0))
    .map((row) => ({
      ...place(row.unitCode),
      unitCode: row.unitCode,
      unitName: row.unitName,
      itemId: row.itemId === row.unitCode ? null : row.itemId,
      itemName: row.itemId === row.unitCode ? null : row.itemName,
      state: isUnknown(row) ? 'insufficient' : missed,
      reason: row.reason,
      numerator: row.numerator,
      denominator: row.denominator,
      valueHundredths: null,
      shortfall: null,
    }));
}

const isUnknown = ({ unknown, numerator }: ItemRow) => unknown > 0 || numerator === null;

/** The city; or, in a folder of less than a city, its uppermost units. */
export function topUnits(evaluation: Pick<Evaluation, 'units'>): readonly TreeUnit[] {
  return evaluation.units.filter((unit) => unit.parentCode === null);
}

/** Level, town and county of a unit by code. */
function placeNames(evaluation: Evaluation) {
  const byCode = new Map(evaluation.units.map((unit) => [unit.unitCode, unit]));
  return (unitCode: string) => {
    const names: Partial<Record<Level, string>> = {};
    let unit = byCode.get(unitCode);
    const level = unit?.level ?? 'village';
    for (let steps = 0; unit !== undefined && steps < 5; steps++) {
      names[unit.level] = unit.name;
      unit = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
    }
    return {
      level,
      townName: level === 'town' ? null : (names.town ?? null),
      countyName: level === 'county' ? null : (names.county ?? null),
    };
  };
}
