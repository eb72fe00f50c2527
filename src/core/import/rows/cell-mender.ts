/** For each column of a table the way its cells are mended, by the schema's type and its name. */
import type { ColumnDescription, TableName } from '../../store/tables';
import { mendId, mendText, mendUnitCode } from '../mend/codes';
import type { Mended } from '../mend/mended';
import { mendNumber } from '../mend/numbers';
import { mendBoolean, mendCode, mendDate, mendDependent, mendStars, mendYear } from '../mend/words';

export type Mender = (text: string) => Mended;

const unitCodes = /(^|_)(unit_code|parent_code|host_code|old_code|new_code)$/;
const ids = /(_id|credit_code|grid_code|document_no|shares_rooms_with)$/;

export function menderOf(table: TableName, column: ColumnDescription): Mender {
  const { name, type, codes } = column;
  if (name === 'built_year') return mendYear;
  if (name === 'star_rating') return mendStars;
  if (name === 'dependent') return mendDependent;
  if (unitCodes.test(name)) return mendUnitCode;
  if (ids.test(name)) return mendId;
  if (codes) return (text) => mendCode(text, table, name, codes);
  switch (type) {
    case 'integer':
      return (text) => mendNumber(text, { isInteger: true });
    case 'number':
      return (text) => mendNumber(text, { isInteger: false });
    case 'boolean':
      return mendBoolean;
    case 'date':
      return mendDate;
    default:
      return mendText;
  }
}
