/** The result in a few lines for whoever waits at the terminal: everybody, and each county. */
import { t, type Language, type TextKey } from '../../core/i18n/t';
import {
  rateHundredths,
  resultGroups,
  unitColumns,
  type CoverageRun,
  type PopulationGroup,
} from '../../core/reach';
import { UNKNOWN_INTEGER, type ColumnData } from '../../core/store/columns';

export function coverageSummary(run: CoverageRun, language: Language): string[] {
  const { units } = run.ground;
  const columns = unitColumns(run);
  const shown = Array.from(units.codes.keys()).filter(
    (unit) => units.parent[unit] < 0 || units.levels[unit] === 'county',
  );
  // A table of a hundred tops (units without any above them) helps nobody.
  return shown.slice(0, 20).flatMap((unit) => {
    const name = units.names[unit] ?? t(language, 'cli.everybody');
    const groups = resultGroups.flatMap((group) => groupText(columns, group, unit, language));
    return [`${name}: ${groups.join('; ')}`];
  });
}

function groupText(
  columns: Readonly<Record<string, ColumnData>>,
  group: PopulationGroup,
  unit: number,
  language: Language,
): string[] {
  const value = (name: string) => {
    const column = columns[`${group}_${name}`];
    return column?.kind === 'integer' ? column.values[unit] : UNKNOWN_INTEGER;
  };
  const total = value('total');
  if (total === UNKNOWN_INTEGER) return [];
  const covered = value('covered');
  const of = (told: string | number, rate = '') =>
    `${t(language, `group.${group}` as TextKey)} ${told} / ${total}${rate}`;
  if (covered === UNKNOWN_INTEGER) return [of(t(language, 'data.insufficient'))];
  const hundredths = rateHundredths(covered, total);
  return [of(covered, hundredths === undefined ? '' : ` (${(hundredths / 100).toFixed(2)} %)`)];
}
