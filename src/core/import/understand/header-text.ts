/** Headers as they are compared: without spaces, brackets, units and signs, full width as half. */
import { headerUnits } from '../synonyms-values';

/** The bare words of a header. */
export function bareHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_:"'’“”]+/g, '')
    .replace(/[、·,，./\\]+/g, '');
}

/** The words outside brackets, without units: 建筑面积(㎡) → 建筑面积. */
export function headerCore(text: string): string {
  const outside = text.normalize('NFKC').replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]?/g, '');
  const bare = bareHeader(outside === '' ? text : outside);
  const core = bare.replace(headerUnits, '');
  return core === '' ? bare : core;
}
