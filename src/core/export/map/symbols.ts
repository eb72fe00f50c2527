/** Shapes and patterns of the palette as SVG, the same in map and legend. */
import type { Mark, Pattern, Shape } from '../../palette';
import { element, number } from './svg';

/** A mark of radius r about (x, y), outlined in white so that neighbours stay apart. */
export function mark({ shape, color }: Mark, x: number, y: number, r: number): string {
  const look = { fill: color, stroke: '#ffffff', 'stroke-width': r / 5 };
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r, ...look });
  if (shape === 'ring')
    return element('circle', {
      cx: x,
      cy: y,
      r: r * 0.85,
      fill: '#ffffff',
      stroke: color,
      'stroke-width': r / 3,
    });
  const points = outlines[shape].map(([dx, dy]) => `${number(x + dx * r)} ${number(y + dy * r)}`);
  return element('path', { d: `M${points.join('L')}Z`, ...look });
}

type Point = readonly [number, number];

const regular = (corners: number, turn = -90): Point[] =>
  Array.from({ length: corners }, (_, i) => {
    const angle = ((turn + (360 * i) / corners) * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  });

const plus: Point[] = [
  [-0.35, -1],
  [0.35, -1],
  [0.35, -0.35],
  [1, -0.35],
  [1, 0.35],
  [0.35, 0.35],
  [0.35, 1],
  [-0.35, 1],
  [-0.35, 0.35],
  [-1, 0.35],
  [-1, -0.35],
  [-0.35, -0.35],
];

const outlines: Readonly<Record<Exclude<Shape, 'circle' | 'ring'>, readonly Point[]>> = {
  triangle: regular(3),
  triangle_down: regular(3, 90),
  square: regular(4, 45),
  diamond: regular(4),
  plus,
  cross: plus.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]),
  pentagon: regular(5),
  hexagon: regular(6),
  house: [
    [0, -1],
    [0.95, -0.1],
    [0.7, -0.1],
    [0.7, 0.9],
    [-0.7, 0.9],
    [-0.7, -0.1],
    [-0.95, -0.1],
  ],
  star: regular(10).map(([x, y], i) => (i % 2 === 0 ? [x, y] : [x * 0.45, y * 0.45])),
};

/** Definitions of the patterns; a shape is filled with its colour first, then with `url(#…)`. */
export function patternDefinitions(ink: string): string {
  const tile = (name: Pattern, inside: string) =>
    element('pattern', { id: name, width: 2, height: 2, patternUnits: 'userSpaceOnUse' }, inside);
  const line = (d: string) =>
    element('path', { d, stroke: ink, 'stroke-width': 0.14, fill: 'none' });
  return element(
    'defs',
    {},
    tile('dots', element('circle', { cx: 1, cy: 1, r: 0.22, fill: ink })) +
      tile('lines', line('M0 2L2 0')) +
      tile('crosshatch', line('M0 2L2 0M0 0L2 2')),
  );
}

/** A path in a colour with its pattern over it. */
export function patterned(
  d: string,
  color: string,
  pattern: Pattern,
  outline: object = {},
): string {
  const base = element('path', { d, fill: color, 'fill-rule': 'evenodd', ...outline });
  if (pattern === 'none') return base;
  return base + element('path', { d, fill: `url(#${pattern})`, 'fill-rule': 'evenodd' });
}
