/** 设施台账: every facility, whether it counts or not. */
import { t, type Language } from '../../i18n/t';
import type { FacilitySummary, ResultSummary } from '../summary/result-summary';
import type { Sheet, SheetColumn } from '../workbook/sheet';
import { captionOf, placesOf, word } from './cells';
import { headedColumns } from './columns';

export function facilitySheet(summary: ResultSummary, language: Language): Sheet {
  const { above } = placesOf(summary);
  const place = (facility: FacilitySummary) =>
    [above(facility.unitCode, 'county'), above(facility.unitCode, 'village')]
      .map((unit) => unit?.name ?? '')
      .join('');
  return {
    name: t(language, 'reports.facilities.sheet'),
    title: t(language, 'reports.facilities.title'),
    caption: captionOf(summary, language),
    unitLine: t(language, 'reports.facilities.unit_line', { count: summary.facilities.length }),
    columns: columns(language),
    rows: summary.facilities.map((facility, i) => [
      i + 1,
      facility.name,
      word('facility_type', facility.type, language),
      above(facility.unitCode, 'town')?.name ?? null,
      place(facility),
      facility.floorAreaM2,
      facility.beds,
      word('operation_mode', facility.operationMode, language),
      facility.operatorName,
      facility.openHours,
      facility.starRating,
      word('facility_status', facility.status, language),
    ]),
    remarks: [t(language, 'reports.facilities.remark')],
  };
}

function columns(language: Language): SheetColumn[] {
  const column = headedColumns(language);
  return [
    column('number', 6, 'centred'),
    column('facility', 28, 'text'),
    column('type', 22, 'text'),
    column('facility_town', 14, 'centred'),
    column('address', 24, 'text'),
    column('floor_area', 12, 'exact'),
    column('beds', 10, 'count'),
    column('operation_mode', 11, 'centred'),
    column('operator', 24, 'text'),
    column('open_hours', 20, 'text'),
    column('star_rating', 7, 'centred'),
    column('status', 9, 'centred'),
  ];
}
