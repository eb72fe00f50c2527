/**
 * Distance to the nearest painted line on a grid, kept only near the lines: square tiles that exist
 * where something was painted. Painting only ever lowers distances, so what one contour holds the
 * next one, painted on top, holds too.
 *
 * Units are cells of the grid; sample (column, row) stands at exactly that place.
 */

/** Samples along one side of a tile. */
export const tileSide = 64;
const tileBits = 6;
/** Longer segments are painted piece by piece, so that a slanting one does not fill its box. */
const longestPiece = 8;

export class DistanceRaster {
  readonly columns: number;
  readonly rows: number;
  readonly tileColumns: number;
  readonly tileRows: number;
  /** Slot of each tile, -1 where nothing was painted. */
  readonly tileSlot: Int32Array;
  tileCount = 0;
  /** Squared distances, tile after tile, Infinity where far. */
  squared: Float32Array;
  readonly #reach: number;

  /** `reach`: how far around a line distances are kept. */
  constructor(columns: number, rows: number, reach: number) {
    this.columns = columns;
    this.rows = rows;
    this.tileColumns = Math.ceil(columns / tileSide);
    this.tileRows = Math.ceil(rows / tileSide);
    this.tileSlot = new Int32Array(this.tileColumns * this.tileRows).fill(-1);
    this.squared = new Float32Array(4 * tileSide * tileSide).fill(Infinity);
    this.#reach = reach;
  }

  paint(x0: number, y0: number, x1: number, y1: number): void {
    const pieces = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / longestPiece));
    const dx = (x1 - x0) / pieces;
    const dy = (y1 - y0) / pieces;
    for (let p = 0; p < pieces; p++) this.#paintPiece(x0 + p * dx, y0 + p * dy, dx, dy);
  }

  #paintPiece(x0: number, y0: number, dx: number, dy: number): void {
    const reach = this.#reach;
    const firstColumn = Math.max(0, Math.ceil(Math.min(x0, x0 + dx) - reach));
    const lastColumn = Math.min(this.columns - 1, Math.floor(Math.max(x0, x0 + dx) + reach));
    const firstRow = Math.max(0, Math.ceil(Math.min(y0, y0 + dy) - reach));
    const lastRow = Math.min(this.rows - 1, Math.floor(Math.max(y0, y0 + dy) + reach));
    const scale = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
    for (let tileRow = firstRow >> tileBits; tileRow <= lastRow >> tileBits; tileRow++) {
      for (
        let tileColumn = firstColumn >> tileBits;
        tileColumn <= lastColumn >> tileBits;
        tileColumn++
      ) {
        const base = this.#tile(tileRow * this.tileColumns + tileColumn);
        const squared = this.squared;
        const left = tileColumn << tileBits;
        const bottom = tileRow << tileBits;
        const from = Math.max(firstColumn, left);
        const to = Math.min(lastColumn, left + tileSide - 1);
        const top = Math.min(lastRow, bottom + tileSide - 1);
        for (let row = Math.max(firstRow, bottom); row <= top; row++) {
          const y = row - y0;
          const line = base + ((row - bottom) << tileBits) - left;
          for (let column = from; column <= to; column++) {
            const x = column - x0;
            let share = (x * dx + y * dy) * scale;
            share = share < 0 ? 0 : share > 1 ? 1 : share;
            const ex = x - share * dx;
            const ey = y - share * dy;
            const distance = ex * ex + ey * ey;
            if (distance < squared[line + column]) squared[line + column] = distance;
          }
        }
      }
    }
  }

  /** Where a tile's samples begin; makes the tile if need be. */
  #tile(index: number): number {
    const samples = tileSide * tileSide;
    if (this.tileSlot[index] < 0) {
      this.tileSlot[index] = this.tileCount++;
      if (this.tileCount * samples > this.squared.length) {
        const grown = new Float32Array(2 * this.squared.length);
        grown.set(this.squared);
        grown.fill(Infinity, this.squared.length);
        this.squared = grown;
      }
    }
    return this.tileSlot[index] * samples;
  }

  /**
   * Copies a tile's samples with one more column and row from its neighbours into `window`
   * ((tileSide + 1)², row by row).
   */
  readWindow(tileColumn: number, tileRow: number, window: Float32Array): void {
    const side = tileSide + 1;
    for (let down = 0; down < 2; down++) {
      for (let right = 0; right < 2; right++) {
        const inside = tileColumn + right < this.tileColumns && tileRow + down < this.tileRows;
        const index = (tileRow + down) * this.tileColumns + tileColumn + right;
        const slot = inside ? this.tileSlot[index] : -1;
        const rows = down ? 1 : tileSide;
        const columns = right ? 1 : tileSide;
        for (let row = 0; row < rows; row++) {
          const to = (down * tileSide + row) * side + right * tileSide;
          if (slot < 0) window.fill(Infinity, to, to + columns);
          else {
            const from = slot * tileSide * tileSide + row * tileSide;
            window.set(this.squared.subarray(from, from + columns), to);
          }
        }
      }
    }
  }
}
