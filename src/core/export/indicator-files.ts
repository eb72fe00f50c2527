/**
 * The tables of an evaluation: every figure, and for each indicator the list of what fails. Figures
 * are exact to two decimals, rounded down; numerators are in the unit of the clause.
 */
import { t } from '../i18n/t';
import { zh } from '../i18n/zh';
import {
  ruleAt,
  type Evaluation,
  type FailingRow,
  type IndicatorResult,
  type Measurement,
  type UnitResult,
} from '../indicators';
import { textCell, type CsvStyle } from './csv';
import { decimals } from './decimals';
import { changeLines } from './indicator-changes';
import type { ResultFile } from './coverage-files';

export type Cell = string | number | boolean | null;

export const figureColumns = [
  'indicator_id',
  'reading',
  'official',
  'kind',
  'name',
  'unit_code',
  'unit_name',
  'level',
  'state',
  'value',
  'unit',
  'operator',
  'target',
  'target_year',
  'shortfall',
  'shortfall_unit',
  'numerator',
  'denominator',
  'unknown',
  'reason',
  'as_of',
  'source',
  'changed',
] as const;

export const failingColumns = [
  'unit_code',
  'unit_name',
  'level',
  'town',
  'county',
  'item_id',
  'item_name',
  'state',
  'reason',
  'reason_text',
  'numerator',
  'denominator',
  'value',
  'shortfall',
  'changed',
] as const;

/** indicators.csv: every figure of every unit; companions follow their indicator, marked. */
export function* indicatorsCsv(
  evaluation: Evaluation,
  style: CsvStyle = 'data',
): Generator<string> {
  yield line(figureColumns, style);
  for (const cells of figureRows(evaluation)) yield line(cells, style);
}

/** Cells by the order of figureColumns. */
export function* figureRows(evaluation: Evaluation): Generator<Cell[]> {
  for (const result of evaluation.indicators) {
    const { entry, interpretation } = result;
    const changed = changedText(result);
    for (const unit of result.units) {
      const { unit: word, operator, target, counted } = ruleAt(entry, unit.level);
      yield figureCells(result, interpretation.id, true, entry.name.zh, entry, unit, {
        word: word.zh,
        operator,
        target,
        targetYear: target === null ? null : entry.target_year,
        counted: target === null ? null : (counted?.zh ?? null),
        changed,
      });
    }
    for (const { companion, measurement, units } of result.beside) {
      const name = `${entry.name.zh}\u00b7${companion.name.zh}`;
      const beside = { word: measurement.unit.zh, changed };
      for (const unit of units) {
        yield figureCells(result, companion.id, false, name, measurement, unit, beside);
      }
    }
  }
}

/** What a row says beside its figure; a companion has no target. */
interface RowWords {
  readonly word: string;
  readonly operator?: Cell;
  readonly target?: Cell;
  readonly targetYear?: Cell;
  readonly counted?: Cell;
  readonly changed: Cell;
}

function figureCells(
  { entry }: IndicatorResult,
  reading: string,
  isOfficial: boolean,
  name: string,
  measurement: Measurement,
  unit: UnitResult,
  { word, operator = null, target = null, targetYear = null, counted = null, changed }: RowWords,
): Cell[] {
  return [
    entry.id,
    reading,
    isOfficial,
    entry.kind,
    name,
    unit.unitCode,
    unit.unitName,
    unit.level,
    unit.state,
    decimals(unit.valueHundredths),
    word,
    operator,
    target,
    targetYear,
    unit.shortfall,
    counted,
    scaled(unit.numerator, measurement),
    unit.denominator,
    unit.unknown,
    unit.reason,
    latestDate(unit),
    sourceNames(unit),
    changed,
  ];
}

/** What fails, as failing_<id>.csv; a file with its head alone says that nothing does. */
export function failingFile(result: IndicatorResult, rows: readonly FailingRow[]): ResultFile {
  const changed = changedText(result);
  const cells = rows.map((row) => [...failingCells(row), changed]);
  const lines = [failingColumns, ...cells].map((one) => line(one, 'data'));
  return { name: `failing_${result.entry.id}.csv`, chunks: [lines.join('')] };
}

/** Every output says what is not the policy's own. */
function changedText(result: IndicatorResult): string | null {
  return result.changes.length === 0 ? null : changeLines(result, 'zh').join(' ');
}

/** Cells by the order of failingColumns, but for the last. */
export function failingCells(row: FailingRow): Cell[] {
  return [
    row.unitCode,
    row.unitName,
    row.level,
    row.townName,
    row.countyName,
    row.itemId,
    row.itemName,
    row.state,
    row.reason,
    row.reason === null ? null : reasonText(row.reason),
    row.numerator,
    row.denominator,
    decimals(row.valueHundredths),
    row.shortfall,
  ];
}

/** Words for a row's reason code; several codes may be joined by spaces. */
export function reasonText(reason: string, language: 'zh' | 'en' = 'zh'): string {
  return reason
    .split(' ')
    .map((code) => `indicator.row.${code}`)
    .map((key, i) => (key in zh ? t(language, key as keyof typeof zh) : reason.split(' ')[i]))
    .join(' ');
}

function line(cells: readonly Cell[], style: CsvStyle): string {
  const texts = cells.map((cell) => textCell(cell === null ? null : String(cell), style));
  return texts.join(',') + (style === 'excel' ? '\r\n' : '\n');
}

/** A numerator in the unit of its clause; hundredths become decimals without loss. */
export function scaled(
  numerator: number | null,
  { numerator_scale: scale }: Measurement,
): string | null {
  if (numerator === null) return null;
  return scale === 100 ? decimals(numerator) : String(numerator);
}

function latestDate(unit: UnitResult): string | null {
  const dates = unit.sources.map((one) => one.asOfTo).filter((date) => date !== null);
  return dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b));
}

function sourceNames(unit: UnitResult): string {
  const names = unit.sources.map((one) => one.source).filter((source) => source !== null);
  return [...new Set(names)].join('; ');
}
