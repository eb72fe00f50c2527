/** Tables as files, written by core: the command line's own bytes, or what Excel opens as it is. */
import {
  csvChunks,
  csvColumns,
  householdColumns,
  uncoveredCsv,
  type UncoveredVillage as ListRow,
} from '../../../core/export';
import { unitColumns, type CoverageRun } from '../../../core/reach';
import type { ExportedFile, ExportRequest } from '../data/figure-data';

export function unitsFile(run: CoverageRun, request: ExportRequest): ExportedFile {
  const { codes, indexOf } = run.ground.units;
  const order = request.unitCodes?.flatMap((code) => indexOf.get(code) ?? []);
  return fileOf(
    request,
    csvChunks(csvColumns(unitColumns(run)), codes.length, request.format, order),
  );
}

/** `run` must know the households' ids. */
export function householdsFile(run: CoverageRun, request: ExportRequest): ExportedFile {
  const { rowCount } = run.ground.households;
  return fileOf(request, csvChunks(csvColumns(householdColumns(run)), rowCount, request.format));
}

/** Rows in view in their order, or all as the command line lists them. */
export function listFile(rows: readonly ListRow[], request: ExportRequest): ExportedFile {
  const byCode = new Map(rows.map((row) => [row.unit_code, row]));
  const chosen = request.unitCodes?.flatMap((code) => byCode.get(code) ?? []) ?? rows;
  return fileOf(request, uncoveredCsv(chosen, request.format));
}

function fileOf({ kind }: ExportRequest, chunks: Iterable<string>): ExportedFile {
  return {
    fileName: `${kind}.csv`,
    blob: new Blob([...chunks], { type: 'text/csv;charset=utf-8' }),
  };
}
