/**
 * Sheets of one table on their way: read once, then placed as often as the user changes their mind
 * about the coordinate system. Each placing keeps its own account, so nothing is counted twice.
 */
import { pause } from '../pause';
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import type { TableName } from '../../store/tables';
import type { PlaceEvidence } from '../place/evidence';
import type { HamletIndex } from '../place/hamlets';
import type { KnownAddresses } from '../place/ladder';
import { placeRows, type PlacedRows } from '../place/place-rows';
import { toWgs84, type DatumId } from '../place/systems';
import { ReportBuilder, type RowAccount } from '../rows/report-builder';
import { RowReader, type ReadRows } from '../rows/row-reader';
import { withoutPeople } from '../report/without-people';
import type { UnitIndex } from '../understand/unit-index';
import type { Understanding } from '../understand/understand';
import { datumNotes, findDatum, settleDatum, type DatumFindings, type DatumReport } from './datum';
import { dateOf } from './sheets';

export interface BatchOptions {
  readonly units: UnitIndex;
  readonly evidence: PlaceEvidence;
  /** Natural villages and groups that the user brought. */
  readonly hamlets?: HamletIndex | null;
  /** Of facilities placed before: rows of the same address go there. */
  readonly addresses?: KnownAddresses;
  /** ISO day for rows without one. */
  readonly asOf?: string;
  readonly progress?: Progress;
  /** Asked between batches of rows; true ends the reading with `cancelled`. */
  readonly isCancelled?: () => boolean;
}

export interface ReadBatch {
  readonly name: TableName;
  readonly rows: ReadRows;
  readonly account: RowAccount;
  readonly findings: DatumFindings;
}

export interface PlacedBatch extends PlacedRows {
  readonly datum: DatumReport;
  /** Of reading and placing together. */
  readonly account: RowAccount;
  readonly notes: readonly Note[];
}

/** Problems: `cancelled`. */
export async function readBatch(
  name: TableName,
  sheets: readonly Understanding[],
  { units, evidence, asOf, progress, isCancelled }: BatchOptions,
): Promise<Result<ReadBatch>> {
  const capacity = sheets.reduce((sum, { raw }) => sum + raw.rowCount, 0);
  const day = asOf ?? dateOf(sheets.flatMap(({ header }) => header.titles));
  const reader = new RowReader(name, capacity, { units, asOf: day, source: null });
  for (const understood of sheets) {
    for (const done of reader.read(understood)) {
      progress?.('read_tables', done, capacity);
      if (isCancelled?.()) return problem('cancelled');
      await pause();
    }
  }
  const rows = reader.finish();
  const findings = await findDatum(rows, sheets, evidence);
  return ok({ name, rows, account: reader.report.finish(), findings });
}

/** @param given the system the user chose; absent leaves it to the findings */
export async function placeBatch(
  { rows, account, findings }: ReadBatch,
  options: Pick<BatchOptions, 'units' | 'evidence' | 'hamlets' | 'addresses'>,
  given?: DatumId,
): Promise<PlacedBatch> {
  const datum = settleDatum(findings, given);
  const report = new ReportBuilder();
  const placed = placeRows(
    rows,
    {
      convert: datum.used === null ? null : await toWgs84(datum.used),
      datum: datum.used,
      isUncertain: datum.status === 'uncertain',
      isSwapped: datum.isSwapped,
      counties: options.evidence.counties,
      units: options.units,
      hamlets: options.hamlets,
      addresses: options.addresses,
    },
    report,
  );
  return {
    ...placed,
    datum,
    account: withoutPeople(together(account, report.finish())),
    notes: datumNotes(datum),
  };
}

/** Placing sets no row aside and misses no cell; it mends and doubts. */
function together(read: RowAccount, placed: RowAccount): RowAccount {
  const doubtCounts = { ...read.doubtCounts };
  for (const [reason, count] of Object.entries(placed.doubtCounts))
    doubtCounts[reason] = (doubtCounts[reason] ?? 0) + count;
  return {
    ...read,
    mended: [...read.mended, ...placed.mended],
    mendedCount: read.mendedCount + placed.mendedCount,
    doubts: [...read.doubts, ...placed.doubts],
    doubtCounts,
  };
}
