/**
 * One import under way, in its worker: files opened once, sheets understood as often as the user
 * corrects them, rows read and placed, and handed to the engine when the user says so. Rows stay
 * here; the page sees previews, counts and the rows it has to ask about.
 */
import {
  besideTables,
  importedAreas,
  importReport,
  openFiles,
  pinRow,
  placeBatch,
  readBatch,
  reportSheets,
  sheetReport,
  templateBytes,
  understandTable,
  workbookBytes,
  type ImportOutcome,
  type OpenedFile,
  type TextEncoding,
} from '../../../core/import';
import type { Language } from '../../../core/i18n/t';
import { t } from '../../../core/i18n/t';
import { readNetwork } from '../../../core/network';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';
import type {
  BatchView,
  ChosenFile,
  ImportedFile,
  OpenedView,
  SheetChoice,
  SheetView,
} from '../data/import-data';
import type { FileBytes } from '../load/loaded-city';
import { roleOf } from '../load/file-roles';
import { batchView, type DeskBatch } from './batch-view';
import { KnownPlaces, type OwnPlaces } from './known-places';
import { deskSheet, sheetView, type DeskSheet } from './sheet-view';
import { received, type Parcel } from './parcel';

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Remembered = Readonly<Record<string, SheetChoice>>;

export class ImportDesk {
  #known: KnownPlaces | null = null;
  /** All but the streets. */
  #tables: Source[] = [];
  #opened: OpenedFile[] = [];
  #sheets: DeskSheet[] = [];
  #batches: DeskBatch[] = [];
  #streets: FileBytes | null = null;
  #areas: FileBytes | null = null;
  #remembered: Remembered = {};
  #notes: Note[] = [];
  #isCancelled = false;

  /** `places` brings what the open city knows, if it is the user's own. */
  async open(
    files: readonly ChosenFile[],
    places: MessagePort,
    remembered: Remembered,
    progress: Progress,
  ): Promise<Result<OpenedView>> {
    this.#known = await KnownPlaces.with(await received<OwnPlaces | null>(places));
    this.#remembered = remembered;
    for (const [done, { name, file }] of files.entries()) {
      progress('fetch', done, files.length);
      try {
        this.#tables.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        return problem('file_unreadable', { file: name });
      }
    }
    const streets = await this.#takeStreets(progress);
    if (!streets.ok) return streets;
    this.#opened = await openFiles(this.#tables, { progress });
    for (const [source, file] of this.#opened.entries()) this.#listSheets(source, file);
    return ok(this.#view());
  }

  /** Street files are read at once: they are evidence for what lies beside them. */
  async #takeStreets(progress: Progress): Promise<Result<null>> {
    const tables: Source[] = [];
    for (const source of this.#tables) {
      const isLines = /\.(network|pbf|osm|osm\.gz|geojson|json)$/i.test(source.name);
      const role = isLines ? roleOf(source.name.split('/').at(-1)!, source.bytes) : null;
      if (!role?.ok || role.value !== 'streets') {
        tables.push(source);
        continue;
      }
      if (this.#streets)
        return problem('file_role_twice', { file: source.name, other: this.#streets.fileName });
      const network = await readNetwork(source.bytes, source.name, progress);
      if (!network.ok) return network;
      this.#streets = { fileName: source.name, bytes: source.bytes };
      this.#notes.push(...network.value.notes);
      this.#known!.takeStreets(network.value.network);
    }
    this.#tables = tables;
    return ok(null);
  }

  #listSheets(source: number, file: OpenedFile): void {
    if (file.kind !== 'tables') return;
    for (const raw of file.tables)
      this.#sheets.push(deskSheet(this.#sheets.length, source, file, raw, this.#remembered));
  }

  #view(): OpenedView {
    const { refused, others } = besideTables(this.#opened);
    return {
      sheets: this.#sheets.map((sheet) => sheetView(sheet, this.#known!)),
      streets: this.#streets ? [this.#streets.fileName] : [],
      others: others.map(({ file }) => file),
      refused,
      notes: [...this.#notes, ...this.#opened.flatMap((f) => (f.kind === 'tables' ? f.notes : []))],
    };
  }

  /** The sheet as another table, or with columns mapped by hand. */
  understand(id: number, { table, mapping }: SheetChoice): SheetView {
    const sheet = this.#sheets[id];
    sheet.table = table;
    if (table !== null) sheet.understood = understandTable(sheet.raw, table, mapping);
    return sheetView(sheet, this.#known!);
  }

  /** The file of a sheet in another encoding; its sheets are understood anew. */
  async encode(id: number, encoding: TextEncoding): Promise<OpenedView> {
    const { source } = this.#sheets[id];
    const file = (await openFiles(this.#tables, { encoding }))[source];
    if (file?.kind === 'tables') {
      this.#opened[source] = file;
      this.#sheets = this.#sheets.map((sheet) =>
        sheet.source === source
          ? deskSheet(sheet.id, source, file, file.tables[0], this.#remembered)
          : sheet,
      );
    }
    return this.#view();
  }

  /** Reads and places the rows of all sheets that are not left out; units first, as they help the rest. */
  async read(asOf: string | undefined, progress: Progress): Promise<Result<readonly BatchView[]>> {
    this.#isCancelled = false;
    const batches: DeskBatch[] = [];
    for (const [table, file] of this.#groups()) {
      const sheets = this.#sheets.filter((one) => one.table === table && one.raw.fileName === file);
      const understood = sheets.map((one) => one.understood);
      const options = {
        units: this.#known!.units,
        evidence: this.#known!.evidence,
        asOf,
        progress,
        isCancelled: () => this.#isCancelled,
      };
      const read = await readBatch(table, understood, options);
      if (!read.ok) return read;
      const placed = await placeBatch(read.value, options);
      const reports = sheets.map((one) => sheetReport({ ...one, isUsed: true }));
      const batch: DeskBatch = {
        id: batches.length,
        file,
        read: read.value,
        sheets: reports,
        given: undefined,
        placed,
        pins: new Map(),
      };
      batches.push(batch);
      if (table === 'admin_units') await this.#takeUnits(batch);
    }
    if (batches.every(({ placed }) => placed.table.rowCount === 0) && !this.#streets)
      return problem('nothing_to_import');
    this.#batches = batches;
    return ok(await Promise.all(batches.map((batch) => batchView(batch, this.#known!))));
  }

  /** Names, seats and areas the user brings help with the files beside them. */
  async #takeUnits({ read, placed, file }: DeskBatch): Promise<void> {
    if (placed.table.rowCount === 0) return;
    this.#known!.takeUnits(placed.table);
    const sheets = this.#sheets.filter(
      (one) => one.table === 'admin_units' && one.raw.fileName === file,
    );
    const bytes = await importedAreas(
      read,
      placed,
      sheets.map(({ understood }) => understood),
    );
    this.#areas = bytes && { fileName: file, bytes };
    if (bytes) this.#known!.takeAreas(bytes);
  }

  #groups(): [TableName, string][] {
    const groups = new Map<string, [TableName, string]>();
    for (const { table, raw } of this.#sheets)
      if (table !== null) groups.set(`${table}|${raw.fileName}`, [table, raw.fileName]);
    return [...groups.values()].sort(
      ([a], [b]) => Number(b === 'admin_units') - Number(a === 'admin_units'),
    );
  }

  /** Ends `read` at its next batch of rows. */
  cancel(): void {
    this.#isCancelled = true;
  }

  /** Places the rows again under the system the user chose; pins stay. */
  async settle(id: number, datum: string | undefined): Promise<BatchView> {
    const batch = this.#batches[id];
    batch.given = datum;
    batch.placed = await placeBatch(batch.read, this.#known!, datum);
    for (const [row, [lon, lat]] of batch.pins) pinRow(batch.placed.table, row, lon, lat);
    if (batch.read.name === 'admin_units') await this.#takeUnits(batch);
    return batchView(batch, this.#known!);
  }

  /** A place by hand; null takes it away. */
  pin(id: number, row: number, at: readonly [number, number] | null): Promise<BatchView> {
    const batch = this.#batches[id];
    if (at) batch.pins.set(row, at);
    else batch.pins.delete(row);
    pinRow(batch.placed.table, row, at?.[0] ?? NaN, at?.[1] ?? NaN);
    return batchView(batch, this.#known!);
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
    const outcome = this.#outcome(this.#batches[id]);
    const title = t(language, 'importer.report_file', {
      file: this.#batches[id].file.split('/').at(-1)!,
    });
    if (format === 'xlsx') {
      const bytes = await workbookBytes(reportSheets(outcome, language));
      return { fileName: `${title}.xlsx`, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
    }
    const report = importReport(outcome, {
      version: '',
      inputs: [{ name: this.#batches[id].file }],
    });
    return { fileName: `${title}.json`, blob: new Blob([JSON.stringify(report, null, 1)]) };
  }

  #outcome({ read, placed, sheets }: DeskBatch): ImportOutcome {
    return {
      ...placed,
      name: read.name,
      sheets,
      refused: [],
      others: [],
    };
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
    const hasUnits = tables.some(({ name }) => name === 'admin_units');
    const units = isNewCity && !hasUnits ? this.#known!.unitsOf(tables) : null;
    const parcel: Parcel = {
      tables: units ? [units, ...tables] : tables,
      streets: this.#streets,
      areas: this.#areas,
    };
    port.postMessage(parcel);
    port.close();
  }
}
