/** The system of a table's coordinates, settled from the user's word, the file's and the evidence. */
import { textAt } from '../../store/columns';
import type { Note } from '../../result';
import { detectDatum, type DatumAnswer } from '../place/detective';
import type { PlaceEvidence } from '../place/evidence';
import { systemKind, systemNamed, type DatumId } from '../place/systems';
import type { ReadRows } from '../rows/row-reader';
import type { Understanding } from '../understand/understand';

export interface DatumReport {
  /** Null where nothing may be placed by the coordinates. */
  readonly used: DatumId | null;
  readonly status: 'given' | 'declared' | 'certain' | 'uncertain' | 'uncalibrated' | 'none';
  readonly isSwapped: boolean;
  /** What files say of themselves. */
  readonly declared: readonly string[];
  /** Null where no evidence was asked, since there are no coordinates. */
  readonly detected: DatumAnswer | null;
}

/** What rows and headers tell, before anybody is asked. */
export interface DatumFindings {
  readonly declared: readonly string[];
  readonly detected: DatumAnswer;
}

export async function findDatum(
  read: ReadRows,
  sheets: readonly Understanding[],
  evidence: PlaceEvidence,
): Promise<DatumFindings> {
  const written = [
    ...sheets.map(({ raw }) => raw.declaredSystem ?? ''),
    ...sheets.flatMap(({ columns }) =>
      columns
        .filter(({ field }) => /^(source_[xy]|coordinates)$/.test(field ?? ''))
        .map(({ header }) => header),
    ),
    ...read.declared,
  ].filter((text) => text !== '');
  const declared = [...new Set(written.map(systemNamed).filter((one) => one !== null))];
  const detected = await detectDatum(
    read.x,
    read.y,
    (row) => textAt(read.table.columns.unit_code, row) ?? '',
    evidence,
  );
  return { declared, detected };
}

/** @param given the user's own word; it is compared with the evidence, not doubted */
export function settleDatum({ declared, detected }: DatumFindings, given?: DatumId): DatumReport {
  const report = (
    used: DatumId | null,
    status: DatumReport['status'],
    isSwapped: boolean,
  ): DatumReport => ({ used, status, isSwapped, declared, detected });
  if (detected.reason === 'no_points') return report(null, 'none', false);
  const order = (id: DatumId) =>
    detected.hypotheses.find((one) => one.datum === id)?.isSwapped ??
    detected.best?.isSwapped ??
    false;
  if (given !== undefined) {
    return systemKind(given) === 'known'
      ? report(given, 'given', order(given))
      : report(null, 'uncalibrated', false);
  }
  if (
    declared.includes('uncalibrated') ||
    declared.some((one) => systemKind(one) === 'uncalibrated')
  )
    return report(null, 'uncalibrated', false);
  const { best, status } = detected;
  if (!best) return report(null, 'none', false);
  if (status === 'certain') return report(best.datum, 'certain', best.isSwapped);
  // Files that say what they are and are not contradicted by what lies 600 metres apart.
  const [said] = declared;
  const fits = detected.hypotheses.find((one) => one.datum === said);
  if (
    declared.length === 1 &&
    fits &&
    detected.reason !== 'not_in_county' &&
    detected.reason !== 'evidence_contradicts'
  )
    return report(said, 'declared', fits.isSwapped);
  // A wrong system is worth a whole circle: nothing is placed until somebody says which it is.
  return report(null, 'uncertain', best.isSwapped);
}

export function datumNotes({ status, used, detected, declared }: DatumReport): Note[] {
  const params = {
    datum: used ?? detected?.best?.datum ?? '',
    declared: declared.join(', '),
    margin: Math.round(detected?.margin ?? 0),
  };
  if (status === 'uncertain') return [{ code: 'datum_uncertain', params }];
  if (status === 'uncalibrated') return [{ code: 'datum_uncalibrated', params }];
  if (status === 'none' && detected?.reason === 'outside')
    return [{ code: 'datum_nowhere', params }];
  const isOtherThanEvidence =
    status === 'given' && detected?.status === 'certain' && detected.best?.datum !== used;
  if (isOtherThanEvidence)
    return [
      {
        code: 'datum_against_evidence',
        params: { ...params, detected: detected.best?.datum ?? '' },
      },
    ];
  const isGaussKrueger = used !== null && /^EPSG:4(4|5)/.test(used) && status === 'certain';
  return isGaussKrueger ? [{ code: 'datum_older_possible', params }] : [];
}
