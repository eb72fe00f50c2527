/** Columns whose heads stand in i18n under `reports.head.`. */
import { t, type Language, type TextKey, type TextParams } from '../../i18n/t';
import type { SheetColumn } from '../workbook/sheet';

/** @param params what the heads themselves name, such as the minutes */
export function headedColumns(language: Language, params?: TextParams) {
  return (name: string, width: number, kind: SheetColumn['kind']): SheetColumn => ({
    head: t(language, `reports.head.${name}` as TextKey, params),
    width,
    kind,
  });
}
