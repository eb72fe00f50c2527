/** Outlines of the palette's shapes on a 24 × 24 grid: the page and the map draw the same ones. */
import type { Pattern, Shape } from '../../../core/palette';

export const shapePaths: Record<Shape, string> = {
  circle: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
  ring: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 4.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  triangle: 'M12 2.5 22 20.500H2Z',
  triangle_down: 'M12 21.5 2 3.500h20Z',
  square: 'M4 4h16v16H4Z',
  diamond: 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  plus: 'M8.5 2.500h7v6h6v7h-6v6h-7v-6h-6v-7h6Z',
  cross: 'M7 2.2 12 7.200l5-5L21.8 7l-5 5 5 5L17 21.800l-5-5-5 5L2.2 17l5-5-5-5Z',
  pentagon: 'M12 2 22 9.3 18.2 21H5.800L2 9.300Z',
  hexagon: 'M6.5 3h11L23 12l-5.5 9h-11L1 12Z',
  house: 'M12 2 22 11h-3v10H5V11H2Z',
  star: 'M12 1.5 15.1 8.700l7.9.7-6 5.200 1.8 7.700L12 18.200l-6.8 4.100L7 14.600 1 9.400l7.9-.7Z',
};

/** A pattern as strokes on an 8 × 8 tile that repeats without a seam. */
export const patternPaths: Record<Exclude<Pattern, 'none'>, string> = {
  dots: 'M2 2h.01M6 6h.01',
  lines: 'M-1 7l8-8M1 9l8-8M-1 15 15-1',
  crosshatch: 'M-1 7l8-8M1 9l8-8M-1 15 15-1M-1 1l8 8M1-1l8 8',
};
