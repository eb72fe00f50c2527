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
export { networkBounds, swappedRow } from './near-network';
