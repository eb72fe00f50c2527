export { dataMarks } from './data-marks';
export { csvCell, csvChunks, type CsvColumn, type CsvStyle } from './csv';
export {
  coverageFiles,
  csvColumns,
  householdColumns,
  storeUnitResults,
  type ResultFile,
} from './coverage-files';
export {
  causes,
  defaultSharePercent,
  suggestions,
  uncoveredByPolicy,
  uncoveredColumns,
  uncoveredCsv,
  uncoveredOnFoot,
  type UncoveredVillage,
} from './uncovered-lists';
export { runJson, type RunRecord } from './run-record';
export {
  coverageFigure,
  coverageFigureQuery,
  storeHouseholdResults,
  type CoverageFigure,
} from './coverage-figure';
export { decimals, signedDecimals } from './decimals';
export { failingFile, indicatorsCsv, reasonText } from './indicator-files';
export { indicatorsJson } from './indicator-json';
export { changeLines } from './indicator-changes';
export { failingExcel, indicatorsExcel } from './indicator-excel';
export { trendFile } from './indicator-trend';
export { inWords } from './in-words';
export { sheetKind } from './sheet-kind';
export { workbook } from './workbook/workbook';
export type { Sheet, SheetCell, SheetColumn } from './workbook/sheet';
export { SensitivityCount, sensitivityOf, sensitivitySpeeds } from './summary/sensitivity';
export {
  bandedUnit,
  bandOf,
  bandSentence,
  bandText,
  casesText,
  neverReaching,
  verdictOf,
} from './summary/bands';
export { readSummary, summaryFileName } from './summary/read-summary';
export type * from './summary/result-summary';
export { candidatesCsv, sitesCsv, yearsCsv } from './siting-files';
export { countyCodeOf, countySummary } from './summary/county-summary';
export {
  handedInSheets,
  handedInTables,
  handedInWorkbook,
  type HandedInTable,
} from './handed-in/workbooks';
export { qualityWorkbook } from './import/quality-workbook';
export { runBasis } from './handed-in/run-basis';
export { shownWorkbook, type ShownTable } from './handed-in/shown-workbook';
export { sheetCsv } from './handed-in/sheet-csv';
export { comparisonFile, type NamedBytes } from './scenario/comparison-file';
export { dataFolderFiles, type FolderContent } from './scenario/data-folder';
export { ledgerFile, type LedgerWords } from './scenario/ledger-file';
export { type OptionsCompared } from './scenario/compared-sheet';
export { type ComparisonWords } from './scenario/comparison-sheet';
export { encodeGb18030 } from './gb18030';
export { scheduleSheet, type Schedule } from './siting-schedule';
export { figureOf, hundredthsOf, tallyOf, threeSentences, type Tally } from './summary/sentences';
export { numbered, type ReportBlock, type ReportFigure } from './report/blocks';
export { reportBlocks } from './report/report-blocks';
export { docxFile, type PictureOf } from './report/docx-file';
export { pdfFile, reportPdf } from './report/pdf-file';
export { captionOf } from './handed-in/cells';
export { diagnosisFiles } from './reach/diagnosis-files';
export { basesFile, estimateFiles, vehicleFile } from './reach/beside-files';
export { publicSummary, smallestPublicCount } from './privacy/public-summary';
export { Shown, withhold, type SumTree } from './privacy/withhold';
export { dayOf, defaultMapOptions, paperSizes, type MapOptions } from './map/map-options';
export { mapSheet, type MapSheet } from './map/map-sheet';
export { mapPdf } from './map/map-pdf';
export { atlasSheets } from './map/atlas';
export { summaryLayers, type Layer } from './geodata/layers';
export { layerGeojson } from './geodata/layer-geojson';
export { geopackage } from './geodata/geopackage';
export { geoparquet } from './geodata/geoparquet';
export {
  evaluationPart,
  summarise,
  type EvaluationPart,
  type SummaryInput,
} from './summary/summarise';
export {
  formatNames,
  formats,
  type DocumentFile,
  type DocumentTools,
  type FormatName,
  type Reported,
} from './documents/formats';
