/**
 * An import under way: what was dropped, what was understood of it, what the user corrected, and
 * what came of it. The rows themselves stay in the import's worker until they are taken in.
 */
import type { Language } from '../../core/i18n/t';
import type { Problem, Result } from '../../core/result';
import type { TableName } from '../../core/store/tables';
import type {
  BatchView,
  ChosenFile,
  EstimateOffer,
  EstimateView,
  GridUse,
  GridView,
  ImportedFile,
  OpenedView,
  SheetChoice,
  SheetView,
  ChangeCounts,
  TextEncoding,
} from '../../runtime/browser/data/import-data';
import type { Engine } from '../../runtime/browser/engine-client';
import { ImportClient } from '../../runtime/browser/import/import-client';
import { ChangedRows } from './changed-rows.svelte';
import { save } from './exports.svelte';
import { rememberChoices, rememberedChoices, type Remembered } from './import-memory';
import type { Messages } from './messages.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { Work } from './work.svelte';

export type ImportStep = 'sheets' | 'places' | 'done';

/** A row waiting for its place on the map. */
export interface Pinning {
  readonly batch: number;
  readonly row: number;
  readonly label: string;
}

export class Importing {
  /** Of the import that was just taken in. */
  readonly changedRows: ChangedRows;
  #engine: Engine;
  #work: Work;
  #messages: Messages;
  #client: ImportClient | null = null;
  #status = $state.raw<RunStatus>(idle);
  #step = $state<ImportStep>('sheets');
  #opened = $state.raw<OpenedView | null>(null);
  #batches = $state.raw<readonly BatchView[]>([]);
  #offer = $state.raw<EstimateOffer | null>(null);
  #estimate = $state.raw<EstimateView | null>(null);
  #changes = $state.raw<readonly ChangeCounts[]>([]);
  #chosen = $state.raw<readonly number[]>([]);
  #pinning = $state.raw<Pinning | null>(null);
  #touched: Record<number, SheetView> = {};

  constructor(engine: Engine, work: Work, messages: Messages) {
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
    this.changedRows = new ChangedRows(engine, work, messages);
  }

  get status(): RunStatus {
    return this.#status;
  }

  get isOpen(): boolean {
    return this.#opened !== null;
  }

  get step(): ImportStep {
    return this.#step;
  }

  get opened(): OpenedView | null {
    return this.#opened;
  }

  get sheets(): readonly SheetView[] {
    return this.#opened?.sheets ?? [];
  }

  /** Elevation models and rasters of people. */
  get grids(): readonly GridView[] {
    return this.#opened?.grids ?? [];
  }

  /** What households could be estimated from. */
  get offer(): EstimateOffer | null {
    return this.#offer;
  }

  /** Goes along instead of a household table. */
  get estimate(): EstimateView | null {
    return this.#estimate;
  }

  get batches(): readonly BatchView[] {
    return this.#batches;
  }

  /** Of the import that was just taken in. */
  get changes(): readonly ChangeCounts[] {
    return this.#changes;
  }

  get pinning(): Pinning | null {
    return this.#pinning;
  }

  /** Files whose coordinate system nobody can tell, and that the user has not chosen. */
  get undecided(): readonly BatchView[] {
    return this.#batches.filter(
      ({ id, datum }) => datum.status === 'uncertain' && !this.#chosen.includes(id),
    );
  }

  /** True where the user has said what the coordinates are. */
  isChosen(batchId: number): boolean {
    return this.#chosen.includes(batchId);
  }

  /** Opens files beside what is open; an import under way is given up for them. */
  async start(files: readonly ChosenFile[]): Promise<Result<OpenedView>> {
    this.close();
    const client = new ImportClient();
    this.#client = client;
    this.#status = running;
    const opened = await this.#work.follow('work.import_open', (progress, signal) =>
      client.open(files, this.#engine, rememberedChoices(), progress, signal),
    );
    if (this.#client !== client) return opened;
    if (!opened.ok) {
      this.close();
      this.#fail(opened.problem);
      return opened;
    }
    this.#messages.settle('data');
    this.#opened = opened.value;
    this.#step = 'sheets';
    this.#status = done;
    return opened;
  }

  /** The sheet as another table; null leaves it out. */
  chooseTable(sheet: SheetView, table: TableName | null): Promise<void> {
    return this.#understand(sheet, { table, mapping: {} });
  }

  /** One column as another field; whatever had the field before lets it go. */
  mapColumn(sheet: SheetView, column: number, field: string | null): Promise<void> {
    const mapping = Object.fromEntries(
      sheet.columns.map((one) => {
        const isOther = one.column !== column && one.field === field;
        return [keyOf(one), one.column === column ? field : isOther ? null : one.field];
      }),
    );
    return this.#understand(sheet, { table: sheet.table, mapping });
  }

  async encode(sheet: SheetView, encoding: TextEncoding): Promise<void> {
    const opened = await this.#client?.encode(sheet.id, encoding);
    if (opened?.ok) this.#opened = opened.value;
    else if (opened) this.#fail(opened.problem);
  }

  async useGrid(file: string, use: GridUse): Promise<void> {
    const opened = await this.#client?.useGrid(file, use);
    if (opened?.ok) this.#opened = opened.value;
    else if (opened) this.#fail(opened.problem);
  }

  /** Reads all tables that are not left out; `asOf` is the day of rows that name none. */
  async read(asOf?: string): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#status = running;
    const read = await this.#work.follow('work.import_read', (progress, signal) =>
      client.read(asOf, progress, signal),
    );
    if (this.#client !== client) return;
    if (!read.ok) return this.#fail(read.problem);
    this.#messages.settle('data');
    this.#batches = read.value.batches;
    this.#offer = read.value.offer;
    this.#estimate = null;
    this.#chosen = [];
    this.#step = 'places';
    this.#status = done;
  }

  backToSheets(): void {
    this.#step = 'sheets';
    this.#pinning = null;
  }

  /** Totals spread to points, in place of a household table. */
  async makeEstimate(language: Language): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const made = await this.#work.follow('work.import_estimate', (progress, signal) =>
      client.estimate(language, progress, signal),
    );
    if (this.#client !== client) return;
    if (made.ok) {
      this.#messages.settle('data');
      this.#estimate = made.value;
    } else this.#fail(made.problem);
  }

  async dropEstimate(): Promise<void> {
    this.#estimate = null;
    await this.#client?.withoutEstimate();
  }

  /** The user's word on the coordinates of one file. */
  async chooseDatum(batchId: number, datum: string): Promise<void> {
    await this.dropEstimate();
    const settled = await this.#client?.settle(batchId, datum);
    if (this.#keep(settled)) this.#chosen = [...this.#chosen, batchId];
  }

  waitForPin(pinning: Pinning | null): void {
    this.#pinning = pinning;
  }

  /** A place by hand in WGS-84 degrees; null takes it away. */
  async pin(batchId: number, row: number, at: readonly [number, number] | null): Promise<void> {
    this.#pinning = null;
    this.#keep(await this.#client?.pin(batchId, row, at));
  }

  /** Where a row of a file came to lie, or null. */
  async locate(
    batchId: number,
    sheet: string,
    number: number,
  ): Promise<readonly [number, number] | null> {
    const found = await this.#client?.locate(batchId, sheet, number);
    return found?.ok ? found.value : null;
  }

  async downloadReport(
    batchId: number,
    format: 'xlsx' | 'json',
    language: Language,
  ): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#save(
      await this.#work.follow('work.import_report', () => client.report(batchId, format, language)),
    );
  }

  async downloadTemplate(table: TableName, language: Language): Promise<void> {
    const client = this.#client ?? new ImportClient();
    this.#save(await client.template(table, language));
    if (client !== this.#client) client.close();
  }

  /** The end of a port from which the engine takes all that was kept; null without an import. */
  send(isNewCity: boolean): MessagePort | null {
    return this.#client?.send(isNewCity) ?? null;
  }

  /** Taken in: what the user decided is remembered, the rows here are let go. */
  settle(changes: readonly ChangeCounts[]): void {
    const choices: Record<string, SheetChoice> = {};
    for (const sheet of Object.values(this.#touched))
      choices[sheet.shape] = { table: sheet.table, mapping: mappingOf(sheet) };
    rememberChoices(choices satisfies Remembered);
    this.#changes = changes;
    void this.changedRows.show(null, null);
    this.#step = 'done';
    this.#client?.close();
    this.#client = null;
  }

  /** Ends the import; what is open in the page stays as it is. */
  close(): void {
    this.#client?.close();
    this.#client = null;
    this.#opened = null;
    this.#batches = [];
    this.#offer = null;
    this.#estimate = null;
    this.#changes = [];
    this.#chosen = [];
    this.#pinning = null;
    this.#touched = {};
    this.#status = idle;
    this.#step = 'sheets';
  }

  async #understand(sheet: SheetView, choice: SheetChoice): Promise<void> {
    const understood = await this.#client?.understand(sheet.id, choice);
    if (!understood) return;
    if (!understood.ok) return this.#fail(understood.problem);
    const view = understood.value;
    this.#touched[view.id] = view;
    if (this.#opened) {
      const sheets = this.#opened.sheets.map((one) => (one.id === view.id ? view : one));
      this.#opened = { ...this.#opened, sheets };
    }
  }

  #keep(settled: Result<BatchView> | undefined): boolean {
    if (!settled) return false;
    if (!settled.ok) {
      this.#fail(settled.problem);
      return false;
    }
    const view = settled.value;
    this.#batches = this.#batches.map((one) => (one.id === view.id ? view : one));
    return true;
  }

  #save(made: Result<ImportedFile>): void {
    if (made.ok) save(made.value.fileName, made.value.blob);
    else this.#fail(made.problem);
  }

  #fail(found: Problem): void {
    if (found.code === 'cancelled') {
      this.#status = this.#opened ? done : idle;
      return;
    }
    this.#status = failed(found);
    this.#messages.addProblem('data', found);
  }
}

const keyOf = ({ header, column }: SheetView['columns'][number]) =>
  header === '' ? `#${column + 1}` : header;

const mappingOf = ({ columns }: SheetView) =>
  Object.fromEntries(columns.map((one) => [keyOf(one), one.field]));
