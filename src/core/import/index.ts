export { readTable, tableFormats, type TableFormat } from './formats';
export {
  pointsRequest,
  tableRequest,
  type ImportedTable,
  type TableRequest,
} from './table/imported-table';
export {
  readDataFolder,
  type DataFolder,
  type DataFolderOptions,
  type FolderFile,
  type FolderFiles,
  type InputFile,
} from './data-folder';
export { manifestFileName, manifestFormatVersion, parseManifest, type Manifest } from './manifest';
export { swappedRow } from './near-network';
export { besideTables, importFiles, type ImportOptions, type ImportOutcome } from './import-files';
export { placeBatch, readBatch, type PlacedBatch, type ReadBatch } from './steps/batch';
export type { DatumReport } from './steps/datum';
export { previewRows } from './steps/preview';
export { importedAreas } from './steps/areas';
export { pinRow } from './place/pin';
export { isReadable, sheetReport, type ImportedSheet, type TablesFile } from './steps/sheets';
export { openArchive } from './raw/archive';
export { openFiles, type NamedFile } from './raw/open-files';
export type { OpenedFile, RawTable } from './raw/raw-table';
export type { TextEncoding } from './read/text';
export {
  guessTable,
  mappingOf,
  understandTable,
  type Mapping,
  type Understanding,
} from './understand/understand';
export { UnitIndex } from './understand/unit-index';
export { UnitAreas } from './place/areas';
export { detectDatum, type DatumAnswer, type Hypothesis } from './place/detective';
export type { PlaceEvidence } from './place/evidence';
export {
  estimateHouseholds,
  type Estimate,
  type EstimateWatch,
} from './estimate/estimate-households';
export { rasterKind, type RasterGuess, type RasterKind } from './understand/raster-kind';
export { HamletIndex } from './place/hamlets';
export { areasOf, realEvidence, realUnits, type RealEvidence } from './place/real-evidence';
export { systemKind, toWgs84, type DatumId } from './place/systems';
export { importReport, type ImportReport } from './report/report-json';
export { covered } from './report/without-people';
export { reportSheets, summaryRows } from './report/report-sheets';
export { workbookBytes, type WorkbookSheet } from './report/workbook';
export { templateBytes, templateColumns } from './templates';
export { fieldsOf, fieldWord, isPrivateField } from './understand/fields';
export { joinTables, townsOf, type JoinMode } from './join/join-tables';
export { isEstimated, mixedEstimates } from './table/row-checks';
export type { ChangeCounts, TableChanges } from './join/changes';
export {
  changeKinds,
  type ChangedRows,
  type ChangeKind,
  type RowChange,
} from './join/changed-rows';
export { changeLines } from './join/change-lines';
export type { MendedCells, ReportedRow, RowAccount, RowPlace } from './rows/report-builder';
