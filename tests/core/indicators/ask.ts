/** One indicator of the small city, as short texts that a reader can check by hand. */
import {
  evaluateIndicators,
  sanmingCatalogue,
  type Evaluation,
  type EvaluateOptions,
  type UnitResult,
} from '../../../src/core/indicators';
import type { Database } from '../../../src/core/store/database';
import { tableNames } from '../../../src/core/store/tables';
import { fill, smallCity, type SmallData } from './small-city';

/** One database for all questions of a file, emptied before each. */
let shared: Promise<Database> | undefined;

export async function evaluation(
  data: SmallData,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const database = await (shared ??= smallCity({}));
  for (const table of [...tableNames, 'coverage_circles'])
    await database.run(`DELETE FROM ${table}`);
  await fill(database, data);
  return evaluateIndicators(database, sanmingCatalogue, options);
}

/** "numerator/denominator state ±shortfall" of each unit asked for, by code. */
export async function ask(
  id: string,
  data: SmallData,
  codes: readonly string[],
  options: EvaluateOptions = {},
): Promise<string[]> {
  const { indicators } = await evaluation(data, { ...options, ids: [id] });
  return codes.map((code) => textOf(indicators[0].units.find((unit) => unit.unitCode === code)));
}

/** The same for a companion figure. */
export async function askBeside(
  id: string,
  companionId: string,
  data: SmallData,
  codes: readonly string[],
): Promise<string[]> {
  const { indicators } = await evaluation(data, { ids: [id] });
  const companion = indicators[0].beside.find((one) => one.companion.id === companionId);
  return codes.map((code) => textOf(companion?.units.find((unit) => unit.unitCode === code)));
}

export function textOf(unit: UnitResult | undefined): string {
  if (unit === undefined) return 'absent';
  const figure = `${unit.numerator ?? '?'}/${unit.denominator ?? '?'}`;
  const reason = unit.reason === null ? '' : ` ${unit.reason}`;
  const shortfall = unit.shortfall === null ? '' : ` -${unit.shortfall}`;
  return `${figure} ${unit.state}${reason}${shortfall}`;
}
