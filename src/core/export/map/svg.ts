/** Pieces of SVG as text. Lengths are millimetres on paper; no font is named, so the reader's is used. */
import { escaped } from '../text/markup';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const number = (value: number) => String(Math.round(value * 100) / 100);

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside = '',
): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(value)}"`,
  );
  return inside === ''
    ? `<${name}${pairs.join('')}/>`
    : `<${name}${pairs.join('')}>${inside}</${name}>`;
}

export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Drawn wider below the text, so that it reads on any ground. */
  readonly halo?: string;
  readonly bold?: boolean;
}

export function text(x: number, y: number, words: string, look: TextLook): string {
  const attributes = {
    x,
    y,
    'font-size': look.size,
    'text-anchor': look.anchor ?? 'start',
    ...(look.bold ? { 'font-weight': 'bold' } : {}),
  };
  const halo = look.halo
    ? element(
        'text',
        {
          ...attributes,
          fill: look.halo,
          stroke: look.halo,
          'stroke-width': look.size / 4,
          'stroke-linejoin': 'round',
        },
        escaped(words),
      )
    : '';
  return halo + element('text', { ...attributes, fill: look.color }, escaped(words));
}
