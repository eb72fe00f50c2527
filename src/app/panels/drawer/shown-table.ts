/** A table of the drawer as a file has it: the columns, rows and words of the screen, and their basis. */
import { runBasis } from '../../../core/export/handed-in/run-basis';
import type { ShownTable } from '../../../core/export/handed-in/shown-workbook';
import { version } from '../../../../package.json';
import type { Workspace } from '../../state/workspace.svelte';
import { cellText, type Column, type SortOrder } from '../../ui/frame/table';

interface Shown<R> {
  readonly title: string;
  readonly columns: readonly Column<R>[];
  /** Filtered and sorted. */
  readonly rows: readonly R[];
  readonly order: SortOrder | null;
  /** What the rows were chosen by, in words. */
  readonly filters: readonly string[];
  /** Columns of codes, whose digits are no number. */
  readonly codes: readonly string[];
  readonly remarks: readonly string[];
}

export function shownTable<R>(workspace: Workspace, shown: Shown<R>): ShownTable {
  const { city, coverage, language } = workspace;
  const { t, current } = language;
  const { columns, rows, order, codes } = shown;
  const parameters = coverage.result?.parameters ?? coverage.parameters;
  const sortedBy = columns.find(({ key }) => key === order?.key);
  const option = coverage.option?.name;
  const marks = [
    ...(option === undefined ? [] : [t('reports.option', { option })]),
    ...(city.isGenerated ? [t('data.generated')] : []),
  ];
  return {
    title: shown.title,
    caption: [city.info?.title ?? '', ...marks].filter((one) => one !== '').join('　'),
    columns: columns.map(({ key, label }) => ({ head: label, isCode: codes.includes(key) })),
    rows: rows.map((row) =>
      columns.map((column) =>
        codes.includes(column.key) ? column.value(row) : figureOrWords(cellText(column, row)),
      ),
    ),
    remarks: shown.remarks,
    basis: [
      [t('reports.basis.data'), city.info?.title ?? ''],
      [t('shown.filter'), shown.filters.join(current === 'zh' ? '；' : '; ') || t('shown.none')],
      [
        t('shown.order'),
        sortedBy && order
          ? t(order.descending ? 'shown.descending' : 'shown.ascending', {
              column: sortedBy.label,
            })
          : t('shown.own_order'),
      ],
      ...runBasis(
        {
          ...parameters,
          speedMS: parameters.speedMetresPerS,
          types: parameters.facilityTypes,
          statuses: parameters.facilityStatuses,
        },
        current,
      ),
      [t('reports.basis.rounding'), t('reports.basis.rounding_text')],
      ...(city.isGenerated ? [[t('shown.data_mark'), t('data.generated')] as const] : []),
      [t('reports.basis.program'), `CareCircle ${t('app.name')} ${version}`],
    ],
  };
}

/** A figure as it is shown goes out as a number. */
function figureOrWords(text: string): string | number {
  const digits = text.replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : text;
}
