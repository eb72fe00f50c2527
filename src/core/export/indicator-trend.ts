/** Two evaluations side by side as a table: what was, what is, and by how much it changed. */
import { compareEvaluations, ruleAt, type Evaluation } from '../indicators';
import { textCell } from './csv';
import type { ResultFile } from './coverage-files';
import { decimals, signedDecimals } from './decimals';

const trendColumns = [
  'indicator_id',
  'name',
  'unit_code',
  'unit_name',
  'level',
  'as_of_before',
  'as_of',
  'value_before',
  'value',
  'change',
  'unit',
  'state_before',
  'state',
  'turned',
] as const;

/** trend.csv: the city, counties and towns of every indicator, and villages whose state turned. */
export function trendFile(before: Evaluation, after: Evaluation): ResultFile {
  const entries = new Map(after.indicators.map(({ entry }) => [entry.id, entry]));
  const rows = compareEvaluations(before, after)
    .filter(({ level, turned }) => level !== 'village' || turned !== null)
    .map((one) => {
      const entry = entries.get(one.indicatorId)!;
      return [
        one.indicatorId,
        entry.name.zh,
        one.unitCode,
        one.unitName,
        one.level,
        before.asOf,
        after.asOf,
        decimals(one.before?.valueHundredths ?? null),
        decimals(one.after?.valueHundredths ?? null),
        signedDecimals(one.changeHundredths),
        ruleAt(entry, one.level).unit.zh,
        one.before?.state ?? null,
        one.after?.state ?? null,
        one.turned !== null,
      ];
    });
  const lines = [trendColumns, ...rows].map((cells) =>
    cells.map((cell) => textCell(cell === null ? null : String(cell), 'data')).join(','),
  );
  return { name: 'trend.csv', chunks: [`${lines.join('\n')}\n`] };
}
