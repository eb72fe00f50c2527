/** Which county each cell lies in, and which cells lie well inside it, so that nobody settles on a border. */
import type { City, Ring } from '../sources';
import { HEIGHT, WIDTH, xOf, yOf } from './frame';

export interface CountyCells {
  /** Index of the county of each cell's centre, 255 outside. */
  readonly county: Uint8Array;
  /** 1 where the cell and its eight neighbours lie in one county. */
  readonly inner: Uint8Array;
}

export function rasteriseCounties(city: City): CountyCells {
  const county = new Uint8Array(WIDTH * HEIGHT).fill(255);
  city.counties.forEach((c, index) => fillRing(c.ring, county, index));
  const inner = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 1; y < HEIGHT - 1; y++) {
    for (let x = 1; x < WIDTH - 1; x++) {
      const cell = y * WIDTH + x;
      if (county[cell] === 255) continue;
      inner[cell] = 1;
      for (let dy = -WIDTH; dy <= WIDTH; dy += WIDTH) {
        for (let dx = -1; dx <= 1; dx++)
          if (county[cell + dx + dy] !== county[cell]) inner[cell] = 0;
      }
    }
  }
  return { county, inner };
}

/** Even–odd scan lines through the centres of cells. */
function fillRing(ring: Ring, into: Uint8Array, value: number): void {
  const crossings: number[][] = Array.from({ length: HEIGHT }, () => []);
  for (let i = 0; i + 1 < ring.length; i++) {
    const x1 = xOf(ring[i][0]) - 0.5;
    const y1 = yOf(ring[i][1]) - 0.5;
    const x2 = xOf(ring[i + 1][0]) - 0.5;
    const y2 = yOf(ring[i + 1][1]) - 0.5;
    const top = Math.ceil(Math.min(y1, y2));
    const bottom = Math.max(y1, y2);
    for (let y = top; y < bottom; y++) crossings[y].push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
  }
  crossings.forEach((row, y) => {
    row.sort((a, b) => a - b);
    for (let i = 0; i + 1 < row.length; i += 2) {
      for (let x = Math.ceil(row[i]); x < row[i + 1]; x++) into[y * WIDTH + x] = value;
    }
  });
}
