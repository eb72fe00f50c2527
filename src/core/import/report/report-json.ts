/** report.json: the data quality report as data, the same bytes for the same files. */
import type { ImportOutcome } from '../import-files';

export interface ReportInput {
  readonly name: string;
  readonly sha256?: string;
}

export interface ReportHead {
  readonly version: string;
  readonly inputs: readonly ReportInput[];
}

export function importReport(outcome: ImportOutcome, { version, inputs }: ReportHead) {
  const { account, datum } = outcome;
  return {
    program: 'carecircle',
    version,
    inputs,
    table: outcome.name,
    rows_read: account.rowsRead,
    rows_kept: account.rowsKept,
    persons_grouped: account.personsGrouped,
    rows_set_aside: sum(account.setAsideCounts),
    cells_mended: account.mendedCount,
    duplicates:
      (account.setAsideCounts.duplicate_row ?? 0) + (account.setAsideCounts.id_twice ?? 0),
    outside_city: outcome.outsideCity,
    outside_county: outcome.outsideCounty,
    precision: outcome.precision,
    missing: account.missing,
    set_aside_counts: account.setAsideCounts,
    doubt_counts: account.doubtCounts,
    datum: {
      used: datum.used,
      status: datum.status,
      is_swapped: datum.isSwapped,
      declared: datum.declared,
      reason: datum.detected?.reason ?? null,
      margin: finite(datum.detected?.margin),
      hypotheses: (datum.detected?.hypotheses ?? []).map((one) => ({
        datum: one.datum,
        is_swapped: one.isSwapped,
        in_region: rounded(one.inRegion),
        in_county: rounded(one.inCounty),
        evidence: one.testimonies.map(({ kind, witnesses, share, metres, isPlausible }) => ({
          kind,
          witnesses,
          share: rounded(share),
          metres: metres === undefined ? null : Math.round(metres),
          plausible: isPlausible,
        })),
      })),
    },
    sheets: outcome.sheets.map((sheet) => ({
      file: sheet.file,
      sheet: sheet.sheet,
      format: sheet.format,
      encoding: sheet.encoding,
      used: sheet.isUsed,
      shape: sheet.shape,
      header_row: sheet.headerRow,
      confidence: sheet.confidence,
      titles: sheet.titles,
      columns: sheet.columns,
      private_columns_dropped: sheet.privateColumns,
      columns_not_used: sheet.ignoredColumns,
    })),
    refused: outcome.refused,
    recognised_for_others: outcome.others,
    mended: account.mended,
    set_aside: account.setAside,
    doubts: account.doubts,
    notes: outcome.notes,
  };
}

export type ImportReport = ReturnType<typeof importReport>;

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((a, b) => a + b, 0);
const rounded = (value: number | null | undefined) =>
  value === null || value === undefined ? null : Math.round(value * 1000) / 1000;
const finite = (value: number | undefined) =>
  value === undefined || !Number.isFinite(value) ? null : rounded(value);
