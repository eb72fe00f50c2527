/**
 * The files of one import: opened once, kept as sheets that can be understood again, with the
 * streets among them read at once, since they are evidence for what lies beside them.
 */
import {
  besideTables,
  openFiles,
  understandTable,
  type NamedFile,
  type OpenedFile,
  type TextEncoding,
} from '../../../core/import';
import type { Box } from '../../../core/geo';
import { networkBox } from '../../../core/network/network-box';
import { readNetwork } from '../../../core/network';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';
import type { ChosenFile, OpenedView, SheetChoice, SheetView } from '../data/import-data';
import { roleOf } from '../load/file-roles';
import type { FileBytes } from '../load/loaded-city';
import { DeskGrids } from './desk-grids';
import type { KnownPlaces } from './known-places';
import { deskSheet, sheetView, type DeskSheet } from './sheet-view';

const helpful: readonly TableName[] = ['admin_units', 'hamlets', 'facilities'];

type Remembered = Readonly<Record<string, SheetChoice>>;

export class DeskFiles {
  readonly known: KnownPlaces;
  readonly grids = new DeskGrids();
  streets: FileBytes | null = null;
  readonly #remembered: Remembered;
  #sources: NamedFile[] = [];
  #opened: OpenedFile[] = [];
  #sheets: DeskSheet[] = [];
  #notes: readonly Note[] = [];

  constructor(known: KnownPlaces, remembered: Remembered) {
    this.known = known;
    this.#remembered = remembered;
  }

  async open(files: readonly ChosenFile[], progress: Progress): Promise<Result<OpenedView>> {
    for (const [done, { name, file }] of files.entries()) {
      progress('fetch', done, files.length);
      try {
        const source = { name, bytes: new Uint8Array(await file.arrayBuffer()) };
        if (!isStreetLines(source)) this.#sources.push(source);
        else {
          const taken = await this.#takeStreets(source, progress);
          if (!taken.ok) return taken;
        }
      } catch {
        return problem('file_unreadable', { file: name });
      }
    }
    this.#opened = await openFiles(this.#sources, { progress });
    for (const file of this.#opened) {
      if (file.kind !== 'streets') continue;
      const taken = await this.#takeStreets({ name: file.fileName, bytes: file.bytes }, progress);
      if (!taken.ok) return taken;
    }
    await this.#takeGrids();
    for (const [source, file] of this.#opened.entries()) {
      if (file.kind !== 'tables') continue;
      for (const raw of file.tables)
        this.#sheets.push(deskSheet(this.#sheets.length, source, file, raw, this.#remembered));
    }
    return ok(this.view());
  }

  /** After the streets: with the counties and the user's areas they say what a grid has to cover. */
  async #takeGrids(): Promise<void> {
    const { network, real, evidence } = this.known;
    const box = boxAround(
      network && networkBox(network),
      real.counties.bounds(),
      evidence.areas?.bounds() ?? null,
    );
    for (const [at, file] of this.#opened.entries()) {
      if (file.kind !== 'terrain') continue;
      const { fileName } = file;
      const taken = await this.grids.take({ name: fileName, bytes: file.bytes }, box);
      if (!taken.ok) this.#opened[at] = { kind: 'refused', fileName, problem: taken.problem };
    }
  }

  async #takeStreets({ name, bytes }: NamedFile, progress: Progress): Promise<Result<null>> {
    if (this.streets)
      return problem('file_role_twice', { file: name, other: this.streets.fileName });
    const network = await readNetwork(bytes, name, progress);
    if (!network.ok) return network;
    this.streets = { fileName: name, bytes };
    this.#notes = network.value.notes;
    this.known.takeStreets(network.value.network);
    return ok(null);
  }

  view(): OpenedView {
    const { refused } = besideTables(this.#opened);
    return {
      sheets: this.#sheets.map((sheet) => sheetView(sheet, this.known)),
      grids: this.grids.views,
      streets: this.streets ? [this.streets.fileName] : [],
      refused,
      notes: [
        ...this.#notes,
        ...this.#opened.flatMap((file) => (file.kind === 'tables' ? file.notes : [])),
      ],
    };
  }

  /** The sheet as another table, or with columns mapped by hand. */
  understand(id: number, { table, mapping }: SheetChoice): SheetView {
    const sheet = this.#sheets[id];
    sheet.table = table;
    if (table !== null) sheet.understood = understandTable(sheet.raw, table, mapping);
    return sheetView(sheet, this.known);
  }

  /** The file of a sheet in another encoding; its sheet is understood anew. */
  async encode(id: number, encoding: TextEncoding): Promise<OpenedView> {
    const { source } = this.#sheets[id];
    const file = (await openFiles(this.#sources, { encoding }))[source];
    if (file?.kind === 'tables') {
      this.#opened[source] = file;
      this.#sheets = this.#sheets.map((sheet) =>
        sheet.source === source
          ? deskSheet(sheet.id, source, file, file.tables[0], this.#remembered)
          : sheet,
      );
    }
    return this.view();
  }

  /** Tables and files to be read together; first those that help to place the rest. */
  groups(): readonly (readonly [TableName, string])[] {
    const groups = new Map<string, readonly [TableName, string]>();
    for (const { table, raw } of this.#sheets)
      if (table !== null) groups.set(`${table}|${raw.fileName}`, [table, raw.fileName]);
    const rank = (table: TableName) =>
      helpful.includes(table) ? helpful.indexOf(table) : helpful.length;
    return [...groups.values()].sort(([a], [b]) => rank(a) - rank(b));
  }

  sheetsOf(table: TableName, file: string): readonly DeskSheet[] {
    return this.#sheets.filter((one) => one.table === table && one.raw.fileName === file);
  }
}

function boxAround(...boxes: readonly (Box | null)[]): Box | null {
  const known = boxes.filter((box) => box !== null);
  if (known.length === 0) return null;
  const [west, south, east, north] = [0, 1, 2, 3].map((side) =>
    known.map((box) => box[side]).reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b))),
  );
  return [west, south, east, north];
}

/** Lines in a GeoJSON are streets; the other street formats are told by their content. */
function isStreetLines({ name, bytes }: NamedFile): boolean {
  if (!/\.(geo)?json$/i.test(name)) return false;
  const role = roleOf(name.split('/').at(-1)!, bytes);
  return role.ok && role.value === 'streets';
}
