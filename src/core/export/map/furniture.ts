/** What a map says beside its picture: legend, scale, north, where it lies, and what it was made from. */
import { facilityMark, insufficient, mapGround, rateClasses, type Pattern } from '../../palette';
import { t, type Language } from '../../i18n/t';
import { word } from '../handed-in/cells';
import type { ResultSummary } from '../summary/result-summary';
import { borderPath } from './map-body';
import { boundsOf, fitted } from './paper-projection';
import { lines } from '../text/text-width';
import { element, number, text, type Rect } from './svg';
import { mark, patterned } from './symbols';

const ink = mapGround.ink;

/** Blocks are put below each other; each says how high it is. */
export interface Block {
  readonly height: number;
  draw(x: number, y: number): string;
}

export function legend(
  types: readonly string[],
  isCity: boolean,
  size: number,
  language: Language,
): Block {
  const rows: ((x: number, y: number) => string)[] = [];
  const label = (x: number, y: number, words: string) =>
    text(x + 3.2 * size, y + 0.35 * size, words, { size, color: ink });
  const swatch = (words: string, color: string, pattern: Pattern) =>
    rows.push((x, y) => {
      const d = `M${number(x)} ${number(y - size / 2)}h${number(2.4 * size)}v${number(size)}h${number(-2.4 * size)}Z`;
      const outline = { stroke: mapGround.countyBorder, 'stroke-width': 0.15 };
      return patterned(d, color, pattern, outline) + label(x, y, words);
    });
  rows.push((x, y) =>
    text(
      x,
      y + 0.35 * size,
      t(language, isCity ? 'reports.map.rate_county' : 'reports.map.rate_village'),
      {
        size,
        color: ink,
      },
    ),
  );
  for (const { from, to, color, pattern } of rateClasses) swatch(`${from}%—${to}%`, color, pattern);
  swatch(t(language, 'data.insufficient'), insufficient.color, insufficient.pattern);
  for (const type of types)
    rows.push(
      (x, y) =>
        mark(facilityMark(type), x + 1.2 * size, y, 0.5 * size) +
        label(x, y, word('facility_type', type, language)),
    );
  const step = 1.65 * size;
  return {
    height: (rows.length + 1.4) * step,
    draw: (x, y) =>
      text(x, y + 1.2 * size, t(language, 'reports.map.legend'), { size: 1.3 * size, color: ink }) +
      rows.map((row, i) => row(x, y + (i + 1.7) * step)).join(''),
  };
}

/** A bar of round kilometres and 1:n. */
export function scaleBar(scale: number, size: number): Block {
  const kilometre = 1_000_000 / scale;
  const length = [1, 2, 5, 10, 20, 50].find((km) => km * kilometre >= 24) ?? 100;
  const part = (length * kilometre) / 2;
  return {
    height: 4.6 * size,
    draw: (x, y) => {
      const bar = [0, 1].map((i) =>
        element('rect', {
          x: x + i * part,
          y: y + 1.5 * size,
          width: part,
          height: 0.5 * size,
          fill: i === 0 ? ink : '#ffffff',
          stroke: ink,
          'stroke-width': 0.2,
        }),
      );
      const figures = [0, length / 2, length].map((km, i) =>
        text(x + i * part, y + 1.2 * size, i === 2 ? `${km} km` : String(km), {
          size: 0.85 * size,
          color: ink,
        }),
      );
      const ratio = `1:${scale.toLocaleString('en-US')}`;
      return bar.join('') + figures.join('') + text(x, y + 3.5 * size, ratio, { size, color: ink });
    },
  };
}

/** An arrow to the north, its tip at the top. */
export function northArrow(x: number, y: number, size: number): string {
  const half = size * 0.32;
  return (
    element('path', {
      d: `M${number(x)} ${number(y)}L${number(x + half)} ${number(y + size)}L${number(x)} ${number(y + 0.75 * size)}Z`,
      fill: ink,
    }) +
    element('path', {
      d: `M${number(x)} ${number(y)}L${number(x - half)} ${number(y + size)}L${number(x)} ${number(y + 0.75 * size)}Z`,
      fill: '#ffffff',
      stroke: ink,
      'stroke-width': 0.2,
    }) +
    text(x, y + size * 1.45, 'N', { size: size * 0.4, color: ink, anchor: 'middle' })
  );
}

/** The whole city small, with what the map shows filled in. */
export function inset(whole: ResultSummary, shownCode: string, width: number): Block | null {
  const points = whole.borders.flatMap(({ polygons }) => polygons.flat(2));
  const bounds = boundsOf(points);
  if (!bounds) return null;
  const height = width * 0.75;
  return {
    height: height + 3,
    draw: (x, y) => {
      const frame: Rect = { x, y, width, height };
      const projection = fitted(bounds, frame, 1);
      const shapes = whole.borders.map((border) =>
        element('path', {
          d: borderPath(border, projection),
          fill: border.unitCode === shownCode ? mapGround.highlight : mapGround.land,
          stroke: mapGround.countyBorder,
          'stroke-width': 0.15,
        }),
      );
      const edge = element('rect', {
        ...frame,
        fill: 'none',
        stroke: mapGround.countyBorder,
        'stroke-width': 0.2,
      });
      return shapes.join('') + edge;
    },
  };
}

/** Lines of small print, each wrapped to the width. */
export function smallPrint(rows: readonly string[], size: number, width: number): Block {
  const wrapped = rows.flatMap((row) => lines(row, size, width));
  const step = 1.5 * size;
  return {
    height: (wrapped.length + 0.5) * step,
    draw: (x, y) =>
      wrapped.map((row, i) => text(x, y + (i + 0.8) * step, row, { size, color: ink })).join(''),
  };
}
