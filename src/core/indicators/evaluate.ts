/**
 * Every indicator of a catalogue over the rows of a database: one SELECT each, then a judgement for
 * every unit. Panel, command line and exports read what comes out here.
 */
import type { Note, Progress } from '../result';
import type { Database, Row } from '../store/database';
import { boundQuery, prepared } from './bind';
import { judge, ruleAt, type Rule } from './judge';
import { measures, rowsSql, type Measure } from './measures';
import type { Divisions } from './divisions/crosswalk';
import { byLevelThenCode, type TreeUnit } from './divisions/unit-tree';
import { prepareEvaluation, type FacilityChanges, type Prepared } from './prepare/prepare';
import { effectiveEntry, type Overrides } from './catalogue/settings';
import { sourceLines, type SourcesOf } from './prepare/sources';
import { centralTownCodes, named, withNames, type NamedUnit } from './town-lists';
import type {
  BoundQuery,
  Catalogue,
  CompanionResult,
  IndicatorEntry,
  IndicatorResult,
  InsufficientReason,
  Measurement,
  Parameters,
  UnitResult,
} from './types';

export interface EvaluateOptions {
  readonly divisions?: Divisions;
  /** Date the figures speak of (ISO); absent: the latest in the data. */
  readonly asOf?: string | null;
  readonly overrides?: Overrides;
  /** A plan's facilities instead of the data's own. */
  readonly changes?: FacilityChanges;
  /** Only these indicators. */
  readonly ids?: readonly string[];
  readonly progress?: Progress;
}

export interface Evaluation {
  readonly catalogue: Catalogue;
  readonly divisions: Divisions;
  readonly asOf: string | null;
  /** Dates the tables of figures carry, earliest first. */
  readonly dates: readonly string[];
  readonly indicators: readonly IndicatorResult[];
  /** Units under the chosen divisions, in order of level and code. */
  readonly units: readonly TreeUnit[];
  /** The lists behind the care-centre indicators, printed with every result. */
  readonly centralTowns: readonly NamedUnit[];
  readonly subdistricts: readonly NamedUnit[];
  readonly notes: readonly Note[];
}

interface Context {
  readonly database: Database;
  readonly prepared: Prepared;
  readonly sources: SourcesOf;
}

/** Evaluates a catalogue; the database keeps its tables, and gains temporary ones for the drill. */
export async function evaluateIndicators(
  database: Database,
  catalogue: Catalogue,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const divisions = options.divisions ?? 'current';
  const entries = catalogue.indicators.filter(
    (entry) => options.ids === undefined || options.ids.includes(entry.id),
  );
  const ready = await prepareEvaluation(database, {
    divisions,
    asOf: options.asOf ?? null,
    dutyIds: catalogue.indicators.filter((e) => e.kind === 'duty').map((e) => e.id),
    cellM: 500,
    changes: options.changes,
  });
  const context: Context = {
    database,
    prepared: ready,
    sources: sourceLines(ready.tree, ready.resolve, ready.provenance),
  };
  const centralTowns = centralTownCodes(ready, catalogue, options.overrides);
  const indicators: IndicatorResult[] = [];
  for (const [done, entry] of entries.entries()) {
    options.progress?.('indicators', done, entries.length);
    indicators.push(await evaluateOne(context, catalogue, entry, options.overrides, centralTowns));
  }
  options.progress?.('indicators', entries.length, entries.length);
  const units = [...ready.tree.units.values()];
  return {
    catalogue,
    divisions,
    asOf: ready.asOf,
    dates: ready.dates,
    indicators,
    units,
    centralTowns: centralTowns.flatMap((code) => named(ready.tree.units.get(code))),
    subdistricts: units.filter((unit) => unit.kind === 'subdistrict').flatMap(named),
    notes: ready.notes,
  };
}

async function evaluateOne(
  context: Context,
  catalogue: Catalogue,
  published: IndicatorEntry,
  overrides: Overrides | undefined,
  centralTowns: readonly string[],
): Promise<IndicatorResult> {
  const { entry, interpretation, parameters, changes } = effectiveEntry(
    catalogue,
    published,
    overrides,
  );
  const { asOf, cell, tree } = context.prepared;
  const bound: Parameters = {
    duty_id: entry.id,
    ...parameters,
    central_towns: centralTowns,
    as_of: asOf,
    target: entry.target ?? 0,
    cell_lon_degrees: cell.lonDegrees,
    cell_lat_degrees: cell.latDegrees,
  };
  const asked = (measure: Measure, measurement: Measurement, more: Parameters = {}) =>
    boundQuery(measure.sql, {
      ...bound,
      ...more,
      ...measure.parameters,
      value_factor: measurement.value_factor,
      numerator_scale: measurement.numerator_scale,
    });
  const measure = measures[entry.measure];
  const query = asked(measure, entry);
  const [top] = tree.units.values();
  const units = await measureUnits(context, entry, bound, measure, query, entry, true);
  const beside: CompanionResult[] = [];
  for (const companion of entry.beside) {
    const other = companion.measure === undefined ? measure : measures[companion.measure];
    const measurement: Measurement = {
      unit: companion.unit ?? entry.unit,
      value_factor: companion.value_factor ?? entry.value_factor,
      numerator_scale: companion.numerator_scale ?? entry.numerator_scale,
    };
    const values = { ...bound, ...companion.parameters };
    const besideQuery = asked(other, measurement, companion.parameters);
    beside.push({
      companion,
      measurement,
      query: besideQuery,
      units: await measureUnits(context, entry, values, other, besideQuery, measurement, false),
    });
  }
  return {
    entry,
    interpretation,
    changes: changes.map((change) => withNames(change, tree)),
    parameters,
    query,
    rowsQuery: boundQuery(rowsSql(measure), { ...bound, unit_code: top?.unitCode ?? '' }),
    units,
    beside,
    notes: [],
  };
}

/** One SELECT, judged for every unit: counties and the city always, others where they have rows. */
async function measureUnits(
  context: Context,
  entry: IndicatorEntry,
  parameters: Parameters,
  measure: Measure,
  query: BoundQuery,
  measurement: Measurement,
  isOfficial: boolean,
): Promise<UnitResult[]> {
  const { database, prepared: ready, sources } = context;
  let missing = missingReason(entry, parameters, ready);
  let rows: Row[] = [];
  if (missing === null) {
    const { sql, values } = prepared(query);
    rows = await database.query(sql, values);
    if (rows.length === 0 && readsCircles(query)) missing = 'table_missing';
  }
  const byCode = new Map(rows.map((row) => [String(row['unit_code']), row]));
  const tables = [...entry.tables, ...entry.optional_tables].filter(
    (table) => table !== 'coverage_circles',
  );
  const results: UnitResult[] = [];
  for (const unit of ready.tree.units.values()) {
    const row = byCode.get(unit.unitCode);
    if (row === undefined && unit.level !== 'city' && unit.level !== 'county') continue;
    const measured = {
      numerator: row === undefined ? 0 : numberOrNull(row['numerator']),
      denominator: row === undefined ? 0 : numberOrNull(row['denominator']),
      unknown: Number(row?.['unknown'] ?? 0),
      unknownAdds: measure.unknownAdds,
    };
    const rule = ruleFor(entry, measurement, unit, isOfficial);
    const judgement =
      missing === null
        ? judge(measured, rule)
        : {
            valueHundredths: null,
            state: 'insufficient' as const,
            reason: missing,
            shortfall: null,
          };
    results.push({
      unitCode: unit.unitCode,
      unitName: unit.name,
      level: unit.level,
      parentCode: unit.parentCode,
      numerator: missing === null ? measured.numerator : null,
      denominator: missing === null ? measured.denominator : null,
      unknown: measured.unknown,
      ...judgement,
      sources: sources(unit.unitCode, tables),
    });
  }
  return results.sort(byLevelThenCode);
}

function readsCircles({ sql, definitions }: BoundQuery): boolean {
  return [sql, ...definitions].some((text) => text.includes('coverage_circles'));
}

function ruleFor(
  entry: IndicatorEntry,
  measurement: Measurement,
  unit: TreeUnit,
  isOfficial: boolean,
): Rule {
  const { numerator_scale: scale, value_factor: factor } = measurement;
  const isSoft = entry.soft_wording !== null;
  return isOfficial
    ? { ...ruleAt(entry, unit.level), scale, isSoft }
    : { factor, scale, operator: null, target: null, isSoft };
}

function missingReason(
  entry: IndicatorEntry,
  parameters: Parameters,
  ready: Prepared,
): InsufficientReason | null {
  if (entry.tables.some((table) => !ready.rowCounts.get(table))) return 'table_missing';
  const isBlank = (name: string) => {
    const value = parameters[name] ?? null;
    return value === null || value === '' || (Array.isArray(value) && value.length === 0);
  };
  return (entry.required_parameters ?? []).some(isBlank) ? 'parameter_blank' : null;
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
