/** Every figure with its sentence, SQL and parameters, as JSON. */
import {
  fullWidthPunctuation,
  type Evaluation,
  type IndicatorResult,
  type Measurement,
  type UnitResult,
} from '../indicators';
import { decimals } from './decimals';
import { scaled } from './indicator-files';

/** indicators.json: everything a reader needs to check a figure, without paths or times of day. */
export function indicatorsJson(evaluation: Evaluation): string {
  const { catalogue, divisions, asOf, centralTowns, subdistricts, notes } = evaluation;
  const document = {
    title: catalogue.title,
    policy: catalogue.policy,
    divisions,
    as_of: asOf,
    subdistricts: subdistricts.map(({ unitCode, name }) => ({ unit_code: unitCode, name })),
    central_towns: centralTowns.map(({ unitCode, name }) => ({ unit_code: unitCode, name })),
    notes,
    shared_sql: [...new Set(evaluation.indicators.flatMap(definitionsOf))].sort(),
    indicators: evaluation.indicators.map(indicatorObject),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Table macros that the SQL of an indicator, or of a figure beside it, calls. */
function definitionsOf({ query, beside }: IndicatorResult): string[] {
  return [query, ...beside.map((one) => one.query)].flatMap((one) => [...one.definitions]);
}

function indicatorObject(result: IndicatorResult) {
  const { entry, interpretation, changes, query, units, beside } = result;
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    clause: fullWidthPunctuation(entry.clause),
    quotes: entry.quotes.map(fullWidthPunctuation),
    numerator: entry.numerator,
    denominator: entry.denominator,
    unit: entry.unit,
    operator: entry.operator,
    target: entry.target,
    target_year: entry.target_year,
    soft_wording: entry.soft_wording,
    levels: entry.levels,
    interpretation,
    changes,
    sql: query.sql,
    parameters: query.parameters,
    sources: units
      .filter((unit) => unit.level === 'city' || unit.level === 'county')
      .map((unit) => ({ unit_code: unit.unitCode, lines: unit.sources.map(sourceObject) })),
    units: units.map((unit) => unitObject(unit, entry)),
    beside: beside.map((one) => ({
      id: one.companion.id,
      name: one.companion.name,
      meaning: { zh: one.companion.zh, en: one.companion.en },
      unit: one.measurement.unit,
      sql: one.query.sql,
      parameters: one.query.parameters,
      units: one.units.map((unit) => unitObject(unit, one.measurement)),
    })),
  };
}

function unitObject(unit: UnitResult, measurement: Measurement) {
  return {
    unit_code: unit.unitCode,
    unit_name: unit.unitName,
    level: unit.level,
    state: unit.state,
    value: number(decimals(unit.valueHundredths)),
    numerator: number(scaled(unit.numerator, measurement)),
    denominator: unit.denominator,
    unknown: unit.unknown,
    shortfall: unit.shortfall,
    reason: unit.reason,
  };
}

function sourceObject({ table, source, asOfFrom, asOfTo, rows }: UnitResult['sources'][number]) {
  return { table, source, as_of_from: asOfFrom, as_of_to: asOfTo, rows };
}

const number = (text: string | null) => (text === null ? null : Number(text));
