/**
 * Elevation models and population rasters of one import: told apart by their numbers where the file
 * can say, else by the user. One raster of people is used at a time; heights may come in many tiles.
 */
import { isTiff, readRaster, type Box, type Raster } from '../../../core/geo/geotiff';
import { readHgt } from '../../../core/geo';
import { rasterKind, type NamedFile } from '../../../core/import';
import { ok, problem, type Result } from '../../../core/result';
import type { GridUse, GridView } from '../data/import-data';
import type { FileBytes } from '../load/loaded-city';

/** Cells a side that are looked at. */
const LOOKED_AT = 1500;

interface Grid {
  readonly view: GridView;
  readonly bytes: Uint8Array;
}

export class DeskGrids {
  #grids: Grid[] = [];

  get views(): readonly GridView[] {
    return this.#grids.map(({ view }) => view);
  }

  /** @param box where heights or people are needed. Problems: those of `readRaster` and `readHgt`. */
  async take({ name, bytes }: NamedFile, box: Box | null): Promise<Result<null>> {
    const format = isTiff(bytes) ? 'tif' : 'hgt';
    const raster =
      format === 'tif'
        ? await readRaster(bytes, name, box ?? undefined, LOOKED_AT)
        : heightsOver(bytes, name, box);
    if (!raster.ok) return raster;
    const guess = rasterKind(name, raster.value);
    const kind = format === 'hgt' ? 'terrain' : guess.kind;
    const isSecond = kind === 'people' && this.#grids.some(({ view }) => view.use === 'people');
    const use = isSecond ? null : kind;
    this.#grids.push({ view: { file: name, format, use, guess: { ...guess, kind } }, bytes });
    return ok(null);
  }

  choose(file: string, use: GridUse): void {
    this.#grids = this.#grids.map(({ view, bytes }) => {
      const isOther = use === 'people' && view.use === 'people';
      const next = view.file === file ? use : isOther ? null : view.use;
      return { view: { ...view, use: next }, bytes };
    });
  }

  get terrain(): readonly FileBytes[] {
    return this.#used('terrain');
  }

  get peopleFile(): string | null {
    return this.#used('people')[0]?.fileName ?? null;
  }

  /** The raster of people over a box; null where none is used. */
  async people(box: Box | null): Promise<Result<Raster | null>> {
    const [file] = this.#used('people');
    return file ? readRaster(file.bytes, file.fileName, box ?? undefined) : ok(null);
  }

  #used(use: GridUse): FileBytes[] {
    return this.#grids
      .filter(({ view }) => view.use === use)
      .map(({ view, bytes }) => ({ fileName: view.file, bytes }));
  }
}

/** A tile as numbers; one that lies elsewhere is of no use here. */
function heightsOver(bytes: Uint8Array, name: string, box: Box | null): Result<Raster> {
  const read = readHgt(bytes, name);
  if (!read.ok) return read;
  const { heightM: values, ...grid } = read.value;
  const { west, north, stepLon, stepLat, columns, rows } = grid;
  const [east, south] = [west + columns * stepLon, north - rows * stepLat];
  if (box && (box[0] > east || box[2] < west || box[1] > north || box[3] < south))
    return problem('terrain_elsewhere', { file: name });
  return ok({ ...grid, values });
}
