/**
 * The ground below our layers, off until somebody asks for it: a PMTiles file of their own, or tiles
 * from an address with their own key. The key lives in this page alone and, if they say so, in this
 * browser; it is in no project file, no export and no message.
 */
import {
  readTileAddress,
  tiandituAddress,
  tiandituAddresses,
  type DatumShift,
  type TileAddress,
} from '../../core/basemap';
import { ok, type Result } from '../../core/result';
import { openTileFile, type TileFile } from '../../runtime/browser/basemap/pmtiles-file';
import { probeTile, tileAt } from '../../runtime/browser/basemap/probe-tiles';
import { keepBasemap, keptBasemap, type BasemapWish } from './basemap-memory';
import { done, failed, idle, running, type RunStatus } from './run-status';

export type { TileFile } from '../../runtime/browser/basemap/pmtiles-file';

export type { BasemapKind, BasemapWish } from './basemap-memory';

export type BasemapSource =
  | { readonly kind: 'file'; readonly file: TileFile; readonly credit: string }
  | {
      readonly kind: 'tiles';
      readonly templates: readonly string[];
      readonly origin: string;
      readonly shift: DatumShift | null;
      readonly isTianditu: boolean;
      readonly credit: string;
    };

const noWish: BasemapWish = {
  kind: 'vector',
  host: tiandituAddress,
  address: '',
  key: '',
  credit: '',
};

export function isTileFile({ name }: File): boolean {
  return /\.pmtiles$/i.test(name);
}

export class Basemap {
  #source = $state.raw<BasemapSource | null>(null);
  #status = $state.raw<RunStatus>(idle);
  #wish = $state.raw<BasemapWish>(keptBasemap() ?? noWish);
  #isKept = $state(keptBasemap() !== null);
  #turn = 0;
  /** The panel over the map. */
  isOpen = $state(false);
  /** Percent. */
  opacity = $state(70);
  /** Tiles that did not come since the source was chosen. */
  #failures = $state(0);

  get source(): BasemapSource | null {
    return this.#source;
  }

  get status(): RunStatus {
    return this.#status;
  }

  get wish(): BasemapWish {
    return this.#wish;
  }

  get isKept(): boolean {
    return this.#isKept;
  }

  get hasFailures(): boolean {
    return this.#failures > 0;
  }

  change(patch: Partial<BasemapWish>): void {
    this.#wish = { ...this.#wish, ...patch };
    if (this.#isKept) keepBasemap(this.#wish);
  }

  /** Kept in this browser only where somebody says so; else nothing is left of it. */
  keep(isKept: boolean): void {
    this.#isKept = isKept;
    keepBasemap(isKept ? this.#wish : null);
  }

  /** After 清除本机数据: the key is gone from the form too. */
  forget(): void {
    this.#isKept = false;
    this.#wish = noWish;
  }

  openFile(file: File): Promise<void> {
    return this.#take(async () => {
      const opened = await openTileFile(file);
      if (!opened.ok) return opened;
      const credit = opened.value.attribution || opened.value.name;
      return ok({ kind: 'file', file: opened.value, credit });
    });
  }

  /** Asks for the tile at a place first; what is in view stays if it does not come. */
  useAddress([lon, lat]: readonly [number, number], zoom: number): Promise<void> {
    return this.#take(async () => {
      const addresses = this.#addresses();
      if (!addresses.ok) return addresses;
      const [{ template, origin, shift }] = addresses.value;
      const [z, x, y] = tileAt(lon, lat, Math.min(16, Math.max(3, Math.round(zoom))));
      const url = template
        .replace('{z}', String(z))
        .replace('{x}', String(x))
        .replace('{y}', String(y));
      const probed = await probeTile(url, origin);
      if (!probed.ok) return probed;
      return ok({
        kind: 'tiles',
        templates: addresses.value.map((address) => address.template),
        origin,
        shift,
        isTianditu: this.#wish.kind !== 'other',
        credit: this.#wish.credit,
      });
    });
  }

  turnOff(): void {
    this.#turn += 1;
    this.#source = null;
    this.#status = idle;
  }

  tileFailed(): void {
    this.#failures += 1;
  }

  #addresses(): Result<readonly TileAddress[]> {
    const { kind, host, address, key } = this.#wish;
    if (kind !== 'other') return tiandituAddresses(kind, host, key);
    const read = readTileAddress(address, key);
    return read.ok ? ok([read.value]) : read;
  }

  async #take(find: () => Promise<Result<BasemapSource>>): Promise<void> {
    const turn = ++this.#turn;
    this.#status = running;
    const found = await find();
    // Something else was chosen meanwhile.
    if (turn !== this.#turn) return;
    if (found.ok) {
      this.#failures = 0;
      this.#source = found.value;
    }
    this.#status = found.ok ? done : failed(found.problem);
  }
}
