/** What the nasty files share: writers of small tables and the shape of a case. */
import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import type { ImportOptions } from '../../../../src/core/import';

export interface Nasty {
  readonly what: string;
  /** Null where the writer is absent. */
  readonly file: string | Uint8Array | null;
  readonly name?: string;
  readonly as?: ImportOptions['table'];
  readonly columns: readonly string[];
  readonly table: readonly (readonly unknown[])[];
  readonly options?: Partial<ImportOptions>;
}

export const workbook = (sheets: Record<string, WorkSheet>, bookType: BookType = 'xlsx') => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType }));
};
export const sheet = (rows: unknown[][], merges: [number, number, number, number][] = []) => {
  const made = utils.aoa_to_sheet(rows);
  made['!merges'] = merges.map(([r, c, r2, c2]) => ({ s: { r, c }, e: { r: r2, c: c2 } }));
  return made;
};

export const plain = '设施名称,类型,所在乡镇,床位数\n列东中心,照料中心,列东街道,20\n';
export const plainTable = [['列东中心', 'care_centre', '350404001000', 20]];
export const plainColumns = ['name', 'type', 'unit_code', 'beds'];
export const base = { columns: plainColumns, table: plainTable };
export const plainRows = [
  ['设施名称', '类型', '所在乡镇', '床位数'],
  ['列东中心', '照料中心', '列东街道', 20],
];
export const bureau = [
  ['附件1：三明市养老服务设施统计表'],
  ['填报单位：三元区民政局', '', '填表人：张三', ''],
  ...plainRows,
  ['合计', '', '', 20],
  ['注：数据截至2020年底'],
];
export const household = '户编号,村,行政区划代码,家庭人口,60岁以上,65岁以上,80岁以上,独居,失能\n';
export const householdColumns = [
  'household_id',
  'unit_code',
  'persons',
  'age_60_64',
  'age_65_74',
  'age_80_plus',
  'living_alone',
  'dependent',
];
export const cell = (header: string, text: string) => `设施名称,${header}\n甲,"${text}"\n`;
export const geojson = (geometry: object, properties: object) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry }],
  });
