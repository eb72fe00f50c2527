/**
 * One import under way, in its worker: files understood as often as the user corrects them, rows
 * read and placed, and handed to the engine when the user says so. Rows stay here; the page sees
 * previews, counts and the rows it has to ask about.
 */
import {
  importedAreas,
  importReport,
  pinRow,
  placeBatch,
  readBatch,
  sheetReport,
  templateBytes,
  type Estimate,
  type ImportOutcome,
  type TextEncoding,
} from '../../../core/import';
import { version } from '../../../../package.json';
import { t, type Language } from '../../../core/i18n/t';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';
import type {
  BatchView,
  ChosenFile,
  EstimateView,
  GridUse,
  ImportedFile,
  OpenedView,
  ReadView,
  SheetChoice,
  SheetView,
} from '../data/import-data';
import type { FileBytes } from '../load/loaded-city';
import { batchView, type DeskBatch } from './batch-view';
import { deskEstimate, estimateOffer, estimateView } from './desk-estimate';
import { DeskFiles } from './desk-files';
import { KnownPlaces, type OwnPlaces } from './known-places';
import { received, type Parcel } from './parcel';

export class ImportDesk {
  #files!: DeskFiles;
  #batches: DeskBatch[] = [];
  #areas: FileBytes | null = null;
  #estimate: Estimate | null = null;
  /** Of the long work at hand: whatever has another number was given up. */
  #run = 0;

  /** `places` brings what the open city knows, if it is the user's own. */
  async open(
    files: readonly ChosenFile[],
    places: MessagePort,
    remembered: Readonly<Record<string, SheetChoice>>,
    progress: Progress,
  ): Promise<Result<OpenedView>> {
    const known = await KnownPlaces.with(await received<OwnPlaces | null>(places));
    this.#files = new DeskFiles(known, remembered);
    return this.#files.open(files, progress);
  }

  understand(id: number, choice: SheetChoice): SheetView {
    return this.#files.understand(id, choice);
  }

  encode(id: number, encoding: TextEncoding): Promise<OpenedView> {
    return this.#files.encode(id, encoding);
  }

  /** What a grid of numbers is used for; null leaves it out. */
  useGrid(file: string, use: GridUse): OpenedView {
    this.#files.grids.choose(file, use);
    return this.#files.view();
  }

  /** Reads and places the rows of all sheets that are not left out. Problems: `nothing_to_import`, `cancelled`. */
  async read(asOf: string | undefined, progress: Progress): Promise<Result<ReadView>> {
    const isCancelled = this.#begin();
    this.#estimate = null;
    const batches: DeskBatch[] = [];
    for (const [table, file] of this.#files.groups()) {
      const sheets = this.#files.sheetsOf(table, file);
      const understood = sheets.map((one) => one.understood);
      // What was just read may help here.
      const { units, evidence, hamlets, addresses } = this.#files.known;
      const options = { units, evidence, hamlets, addresses, asOf, progress, isCancelled };
      const read = await readBatch(table, understood, options);
      if (!read.ok) return read;
      const batch: DeskBatch = {
        id: batches.length,
        file,
        read: read.value,
        sheets: sheets.map((one) => sheetReport({ ...one, isUsed: true })),
        understood,
        placed: await placeBatch(read.value, options),
        pins: new Map(),
      };
      batches.push(batch);
      await this.#learn(batch);
    }
    const isEmpty = batches.every(({ placed }) => placed.table.rowCount === 0);
    const { streets, grids, known } = this.#files;
    const offer = estimateOffer(batches, grids, known);
    if (isEmpty && !streets && grids.terrain.length === 0 && !offer)
      return problem(grids.peopleFile === null ? 'nothing_to_import' : 'estimate_needs_totals');
    this.#batches = batches;
    const views = await Promise.all(batches.map((batch) => this.#view(batch)));
    return ok({ batches: views, offer });
  }

  /** Totals spread to points, which go along instead of a household table. */
  async estimate(language: Language, progress: Progress): Promise<Result<EstimateView>> {
    const isCancelled = this.#begin();
    const { grids, known } = this.#files;
    const made = await deskEstimate(this.#batches, grids, known, language, {
      progress,
      isCancelled,
    });
    this.#estimate = made.ok ? made.value : null;
    return made.ok ? ok(estimateView(made.value)) : made;
  }

  withoutEstimate(): void {
    this.#estimate = null;
  }

  /** Ends `read` at its next batch of rows, `estimate` at its next unit. */
  cancel(): void {
    this.#run++;
  }

  /** Places the rows again under the system the user chose; pins stay. */
  async settle(id: number, datum: string | undefined): Promise<BatchView> {
    const batch = this.#batches[id];
    batch.placed = await placeBatch(batch.read, this.#files.known, datum);
    for (const [row, [lon, lat]] of batch.pins) pinRow(batch.placed.table, row, lon, lat);
    await this.#learn(batch);
    return this.#view(batch);
  }

  /** A place by hand; null takes it away. */
  pin(id: number, row: number, at: readonly [number, number] | null): Promise<BatchView> {
    const batch = this.#batches[id];
    if (at) batch.pins.set(row, at);
    else batch.pins.delete(row);
    pinRow(batch.placed.table, row, at?.[0] ?? NaN, at?.[1] ?? NaN);
    return this.#view(batch);
  }

  /** Where a row of the file came to lie; null where it has no place. */
  locate(id: number, sheet: string, number: number): readonly [number, number] | null {
    const { read, placed } = this.#batches[id];
    const { lon, lat } = placed.table.columns;
    if (lon?.kind !== 'number' || lat?.kind !== 'number') return null;
    for (let row = 0; row < placed.table.rowCount; row++) {
      const place = read.rows.placeOf(row);
      if (place.row !== number || place.sheet !== sheet) continue;
      return Number.isNaN(lon.values[row]) ? null : [lon.values[row], lat.values[row]];
    }
    return null;
  }

  /** The data quality report of one file, as a workbook to send back or as data. */
  async report(id: number, format: 'xlsx' | 'json', language: Language): Promise<ImportedFile> {
    const { file, read, placed, sheets } = this.#batches[id];
    const outcome: ImportOutcome = { ...placed, name: read.name, sheets, refused: [], others: [] };
    const name = file.split('/').at(-1)!;
    const title = t(language, 'importer.report_file', { file: name });
    if (format === 'xlsx') {
      const { qualityWorkbook } = await import('../../../core/export/import/quality-workbook');
      const bytes = await qualityWorkbook(outcome, name, language);
      return { fileName: `${title}.xlsx`, blob: new Blob([bytes]) };
    }
    const report = importReport(outcome, { version, inputs: [{ name: file }] });
    return { fileName: `${title}.json`, blob: new Blob([JSON.stringify(report, null, 1)]) };
  }

  async template(table: TableName, language: Language): Promise<ImportedFile> {
    const bytes = await templateBytes(table, language);
    return { fileName: `${table}.xlsx`, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
  }

  /** Copies of what was kept go to the engine; the desk keeps its own, in case it is not taken. */
  send(port: MessagePort, isNewCity: boolean): void {
    const tables = this.#batches
      .map(({ placed }) => placed.table)
      .filter(({ rowCount }) => rowCount > 0);
    if (this.#estimate) tables.push(this.#estimate.table);
    const hasUnits = tables.some(({ name }) => name === 'admin_units');
    const units = isNewCity && !hasUnits ? this.#files.known.unitsOf(tables) : null;
    const parcel: Parcel = {
      tables: units ? [units, ...tables] : tables,
      streets: this.#files.streets,
      terrain: this.#files.grids.terrain,
      areas: this.#areas,
    };
    port.postMessage(parcel);
    port.close();
  }

  #begin(): () => boolean {
    const own = ++this.#run;
    return () => own !== this.#run;
  }

  #view(batch: DeskBatch): Promise<BatchView> {
    return batchView(batch, this.#files.known);
  }

  /** What came helps with the files beside it. */
  async #learn({ read, placed, file, understood }: DeskBatch): Promise<void> {
    this.#files.known.takeTable(placed);
    const bytes = await importedAreas(read, placed, understood);
    if (bytes === null) return;
    this.#areas = { fileName: file, bytes };
    this.#files.known.takeAreas(bytes);
  }
}
