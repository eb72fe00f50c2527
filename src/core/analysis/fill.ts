/** A run's results and the indicators' as tables of the database, in place of an earlier run's. */
import type { EvaluationPart } from '../export';
import { bases, BasisSums, knownSums, unitCauses, type CoverageRun } from '../reach';
import { dictionaryOf, type ColumnData } from '../store/columns';
import type { Database } from '../store/database';

/** The circle under each definition, and why people are not covered. */
export async function storeBesides(database: Database, run: CoverageRun): Promise<void> {
  const { codes } = run.ground.units;
  const sums = new BasisSums(run);
  await database.run('DELETE FROM coverage_circles');
  for (const basis of bases) {
    const { total, covered, notConnected, notLocated } = knownSums(
      run,
      'age_60_plus',
      sums.of(basis),
    );
    await database.insert('coverage_circles', {
      basis: dictionaryOf(codes.map(() => basis)),
      unit_code: { kind: 'text', values: codes },
      age_60_plus_total: total,
      age_60_plus_covered: covered,
      age_60_plus_not_connected: notConnected,
      age_60_plus_not_located: notLocated,
    });
  }
  const { group, counts } = unitCauses(run);
  await database.run('DELETE FROM coverage_causes');
  await database.insert('coverage_causes', {
    unit_code: { kind: 'text', values: codes },
    counted: dictionaryOf(codes.map(() => group)),
    ...Object.fromEntries(
      Object.entries(counts).map(([cause, values]): [string, ColumnData] => [
        cause,
        { kind: 'integer', values: Int32Array.from(values) },
      ]),
    ),
  });
}

export async function storeIndicators(
  database: Database,
  { indicators }: EvaluationPart,
  language: 'zh' | 'en',
): Promise<void> {
  const rows = indicators.flatMap((indicator, rank) =>
    indicator.figures.map((figure) => ({ indicator, figure, rank })),
  );
  type Row = (typeof rows)[number];
  const text = (value: (row: Row) => string | null) => dictionaryOf(rows.map(value));
  const number = (value: (row: Row) => number | null): ColumnData => ({
    kind: 'number',
    values: Float64Array.from(rows, (row) => value(row) ?? NaN),
  });
  await database.run('DELETE FROM indicator_results');
  await database.insert('indicator_results', {
    indicator_id: text(({ indicator }) => indicator.id),
    indicator_name: text(({ indicator }) => indicator.name[language]),
    indicator_rank: { kind: 'integer', values: Int32Array.from(rows, ({ rank }) => rank) },
    unit_code: text(({ figure }) => figure.unitCode),
    state: text(({ figure }) => figure.state),
    value: number(({ figure }) =>
      figure.valueHundredths === null ? null : figure.valueHundredths / 100,
    ),
    target: number(({ indicator }) => indicator.target),
    measure_unit: text(({ indicator }) => indicator.unit[language]),
    numerator: number(({ figure }) => figure.numerator),
    denominator: number(({ figure }) => figure.denominator),
    shortfall: number(({ figure }) => figure.shortfall),
  });
  await database.run(
    `UPDATE indicator_results SET level = a.level, unit_name = a.name
     FROM admin_units AS a WHERE a.unit_code = indicator_results.unit_code`,
  );
}
