/** Questions to the tables as the page asks them; every answer is a Result. */
import { proxy } from 'comlink';
import type { OpenedRows } from '../../../core/analysis';
import type { Progress, Result } from '../../../core/result';
import type {
  Arrangement,
  OpenedTable,
  SchemaTable,
  TableFileRequest,
  TableOrder,
  TablePage,
  TablePlace,
} from '../data/analysis-data';
import type { ExportedFile, ExportLanguage } from '../data/figure-data';
import type { Asking } from '../policy/policy-client';

export interface AnalysisEngine {
  /** Runs a query and keeps its rows; given up, what was open stays. */
  open(order: TableOrder, progress: Progress, signal: AbortSignal): Promise<Result<OpenedTable>>;
  arrange(place: TablePlace, arrangement: Arrangement): Promise<Result<Omit<OpenedRows, 'total'>>>;
  page(place: TablePlace, from: number, to: number): Promise<Result<TablePage>>;
  position(place: TablePlace, column: string, value: string): Promise<Result<number>>;
  values(place: TablePlace, column: string): Promise<Result<readonly string[]>>;
  points(place: TablePlace): Promise<Result<Float32Array>>;
  household(id: string): Promise<Result<number>>;
  file(request: TableFileRequest, progress: Progress): Promise<Result<ExportedFile>>;
  schema(language: ExportLanguage, progress: Progress): Promise<Result<readonly SchemaTable[]>>;
}

export function analysisEngine({ short, long }: Asking): AnalysisEngine {
  return {
    open: (order, progress, signal) =>
      long(signal, (api, token) => api.analysisOpen(order, token, proxy(progress))),
    arrange: (place, arrangement) => short((api) => api.analysisArrange(place, arrangement)),
    page: (place, from, to) => short((api) => api.analysisPage(place, from, to)),
    position: (place, column, value) => short((api) => api.analysisPosition(place, column, value)),
    values: (place, column) => short((api) => api.analysisValues(place, column)),
    points: (place) => short((api) => api.analysisPoints(place)),
    household: (id) => short((api) => api.analysisHousehold(id)),
    file: (request, progress) => short((api) => api.analysisFile(request, proxy(progress))),
    schema: (language, progress) => short((api) => api.analysisSchema(language, proxy(progress))),
  };
}
