/**
 * A map as a document: one sheet of SVG in millimetres with everything a map must carry. PDF and PNG are
 * made from it, so that all three are the same. The approval number is the user's and never invented:
 * without one the sheet says 内部用图 不得公开, and in the public profile shows no borders.
 */
import { mapGround } from '../../palette';
import { t, type Language, type TextKey, type TextParams } from '../../i18n/t';
import { dateText, optionMark } from '../handed-in/cells';
import type { ResultSummary } from '../summary/result-summary';
import { inset, legend, northArrow, scaleBar, smallPrint, type Block } from './furniture';
import { mapBody } from './map-body';
import { paperSizes, type MapOptions } from './map-options';
import { boundsOf, fitted } from './paper-projection';
import { element, text, type Rect } from './svg';
import { patternDefinitions } from './symbols';
import { dataMarks } from '../data-marks';

export interface MapSheet {
  readonly svg: string;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/**
 * @param summary what is shown: a city, or one county
 * @param whole what the inset shows, the city that a county lies in; null without an inset
 * @param linkTo where a click on a county leads, on a screen
 */
export function mapSheet(
  summary: ResultSummary,
  whole: ResultSummary | null,
  options: MapOptions,
  language: Language,
  linkTo: ((unitCode: string) => string) | null = null,
): MapSheet {
  const [long, short] = paperSizes[options.paper];
  const isLandscape = options.orientation === 'landscape';
  const [width, height] = isLandscape ? [long, short] : [short, long];
  const size = (options.paper === 'A3' ? 3.6 : 2.7) * (options.isFigure ? 1.4 : 1);
  const margin = 2.5 * size;
  const titleHeight = 5 * size;
  const inner = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const side = isLandscape ? 22 * size : inner.width;
  const sideHeight = isLandscape ? inner.height - titleHeight : 27 * size;
  const frame: Rect = {
    x: inner.x,
    y: inner.y + titleHeight,
    width: isLandscape ? inner.width - side - size : inner.width,
    height: inner.height - titleHeight - (isLandscape ? 0 : sideHeight + size),
  };
  const panel: Rect = {
    x: isLandscape ? frame.x + frame.width + size : inner.x,
    y: isLandscape ? frame.y : frame.y + frame.height + size,
    width: side,
    height: sideHeight,
  };
  const [top] = summary.units;
  const withBorders = summary.profile === 'internal' || options.approvalNumber !== null;
  const points = shownPoints(summary, withBorders);
  const bounds = boundsOf(points) ?? { west: 116, south: 25, east: 119, north: 28 };
  const projection = fitted(bounds, frame);
  const body = mapBody(summary, projection, frame, {
    withBorders,
    labelSize: size,
    withFacilities: true,
    linkTo,
  });
  const columnWidth = isLandscape ? side : (side - 2 * size) / 3;
  const blocks: Block[] = [
    legend(body.types, top.level === 'city', size, language),
    scaleBar(projection.scale, size),
    smallPrint(imprint(summary, options, language), 0.82 * size, columnWidth - size),
  ];
  const insetWidth = (columnWidth - 2 * size) * (options.isFigure ? 0.5 : 1);
  const where = whole && withBorders ? inset(whole, top.unitCode, insetWidth) : null;
  const svg = [
    patternDefinitions(mapGround.ink),
    element('rect', { x: 0, y: 0, width, height, fill: '#ffffff' }),
    text(width / 2, inner.y + 3.2 * size, titleOf(summary, language), {
      size: 2.3 * size,
      color: mapGround.ink,
      anchor: 'middle',
    }),
    body.svg,
    element('rect', { ...frame, fill: 'none', stroke: mapGround.ink, 'stroke-width': 0.4 }),
    northArrow(frame.x + frame.width - 3 * size, frame.y + 2 * size, 4 * size),
    panelSvg(where ? [where, ...blocks] : blocks, panel, columnWidth, isLandscape, size),
    stamp(summary, options, frame, size, language),
  ].join('');
  return { svg: svgRoot(svg, width, height), width, height };
}

/** Borders where they may be drawn, else the places of the units. */
function* shownPoints(
  summary: ResultSummary,
  withBorders: boolean,
): Generator<readonly [number, number]> {
  if (withBorders) for (const { polygons } of summary.borders) yield* polygons.flat(2);
  for (const { lon, lat, level } of summary.units)
    if (lon !== null && lat !== null && level !== 'city') yield [lon, lat];
}

function titleOf(summary: ResultSummary, language: Language): string {
  const [top] = summary.units;
  return t(language, 'reports.map.title', {
    unit: top.name,
    minutes: summary.parameters.minutes,
    year: summary.asOf?.slice(0, 4) ?? '—',
  });
}

/** What a map must say of itself: maker, date, sources, coordinates, and that the data are a sample. */
function imprint(summary: ResultSummary, options: MapOptions, language: Language): string[] {
  const say = (name: string, params?: TextParams) =>
    t(language, `reports.map.${name}` as TextKey, params);
  const { minutes, speedMS } = summary.parameters;
  const sources = [...new Set(summary.sources.map(({ source }) => source).filter(Boolean))];
  const marks = [...optionMark(summary, language), ...dataMarks(language, summary)];
  if (options.isFigure) return marks;
  return [
    ...marks,
    say('basis', { minutes, speed: speedMS }),
    ...(options.maker === '' ? [] : [say('maker', { maker: options.maker })]),
    ...(options.drawnOn === null
      ? []
      : [say('drawn', { date: dateText(options.drawnOn, language) })]),
    say('sources', {
      sources: sources.slice(0, 4).join(language === 'zh' ? '、' : ', ') || '—',
      date: dateText(summary.asOf, language),
    }),
    say('coordinates'),
    ...(options.approvalNumber === null
      ? []
      : [say('approval', { number: options.approvalNumber })]),
  ];
}

function panelSvg(
  blocks: readonly Block[],
  panel: Rect,
  columnWidth: number,
  isLandscape: boolean,
  size: number,
): string {
  let [x, y] = [panel.x, panel.y];
  const out: string[] = [];
  for (const block of blocks) {
    if (!isLandscape && y > panel.y && y + block.height > panel.y + panel.height) {
      x += columnWidth + size;
      y = panel.y;
    }
    out.push(block.draw(x, y));
    y += block.height + (isLandscape ? size : 0.6 * size);
  }
  return out.join('');
}

/** Without an approval number nobody may take the map for a public one. */
function stamp(
  summary: ResultSummary,
  { approvalNumber }: MapOptions,
  frame: Rect,
  size: number,
  language: Language,
): string {
  if (approvalNumber !== null) return '';
  const isPublic = summary.profile === 'public';
  const words = t(language, isPublic ? 'reports.map.stamp_public' : 'reports.map.stamp_internal');
  return text(frame.x + size, frame.y + 2.2 * size, words, {
    size: 1.25 * size,
    color: mapGround.path,
    halo: '#ffffff',
  });
}

function svgRoot(inside: string, width: number, height: number): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${width}mm`,
      height: `${height}mm`,
      viewBox: `0 0 ${width} ${height}`,
    },
    inside,
  );
}
