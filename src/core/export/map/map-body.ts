/**
 * What stands inside the map's frame. A city: its counties by the share of people covered. A county: its
 * border and its villages as points, since only counties have true borders. Facilities that count on top.
 */
import { facilityMark, insufficient, mapGround, rateClasses, rateClassOf } from '../../palette';
import { hundredthsOf } from '../summary/sentences';
import type { BorderSummary, ResultSummary, UnitSummary } from '../summary/result-summary';
import type { PaperProjection } from './paper-projection';
import { textWidth } from '../text/text-width';
import { element, number, text, type Rect } from './svg';
import { mark, patterned } from './symbols';

export interface MapBody {
  readonly svg: string;
  /** Facility types drawn, for the legend. */
  readonly types: readonly string[];
}

export interface BodyOptions {
  readonly withBorders: boolean;
  /** Size of labels in millimetres. */
  readonly labelSize: number;
  readonly withFacilities: boolean;
  readonly linkTo: ((unitCode: string) => string) | null;
}

export function mapBody(
  summary: ResultSummary,
  projection: PaperProjection,
  frame: Rect,
  options: BodyOptions,
): MapBody {
  const isCity = summary.units[0]?.level === 'city';
  const shapes = isCity
    ? countyShapes(summary, projection, options)
    : countyGround(summary, projection, options) + villageMarks(summary, projection);
  const counted = options.withFacilities
    ? summary.facilities.filter(({ counts, lon, lat }) => counts && lon !== null && lat !== null)
    : [];
  const radius = isCity ? 0.75 : 1.25;
  const facilities = counted.map(({ type, lon, lat }) => {
    const [x, y] = projection.project(lon!, lat!);
    return mark(facilityMark(type), x, y, radius);
  });
  return {
    svg: shapes + facilities.join('') + labels(summary, projection, frame, options, isCity),
    types: [...new Set(counted.flatMap(({ type }) => (type === null ? [] : [type])))],
  };
}

/** A rate's colour and pattern; unknown and withheld are grey. */
export function lookOf(unit: UnitSummary) {
  const hundredths = hundredthsOf(unit);
  return hundredths === null ? insufficient : rateClasses[rateClassOf(hundredths / 100)];
}

export function borderPath({ polygons }: BorderSummary, { project }: PaperProjection): string {
  return polygons
    .flat()
    .map((ring) => {
      const points = ring.map(([lon, lat]) => project(lon, lat).map(number).join(' '));
      return `M${points.join('L')}Z`;
    })
    .join('');
}

function countyShapes(
  summary: ResultSummary,
  projection: PaperProjection,
  { withBorders, linkTo }: BodyOptions,
): string {
  const outline = { stroke: mapGround.countyBorder, 'stroke-width': 0.35 };
  const shapeOf = (unit: UnitSummary) => {
    const border = summary.borders.find(({ unitCode }) => unitCode === unit.unitCode);
    if (!withBorders || !border) return unitCircle(unit, projection, 5);
    const { color, pattern } = lookOf(unit);
    return patterned(borderPath(border, projection), color, pattern, outline);
  };
  return summary.units
    .filter(({ level }) => level === 'county')
    .map((unit) =>
      linkTo === null
        ? shapeOf(unit)
        : element('a', { href: linkTo(unit.unitCode), 'aria-label': unit.name }, shapeOf(unit)),
    )
    .join('');
}

function countyGround(
  summary: ResultSummary,
  projection: PaperProjection,
  { withBorders }: BodyOptions,
): string {
  if (!withBorders) return '';
  const outline = { stroke: mapGround.cityBorder, 'stroke-width': 0.5 };
  return summary.borders
    .map((border) => patterned(borderPath(border, projection), mapGround.land, 'none', outline))
    .join('');
}

/** Villages as circles by how many 60+ live there; the larger ones first, so that none is hidden. */
function villageMarks(summary: ResultSummary, projection: PaperProjection): string {
  const people = (unit: UnitSummary) => {
    const [total] = unit.groups.age_60_plus;
    return typeof total === 'number' ? total : 0;
  };
  return summary.units
    .filter(({ level }) => level === 'village')
    .sort((a, b) => people(b) - people(a))
    .map((unit) => unitCircle(unit, projection, Math.min(4, 0.8 + Math.sqrt(people(unit)) / 14)))
    .join('');
}

function unitCircle(unit: UnitSummary, { project }: PaperProjection, radius: number): string {
  if (unit.lon === null || unit.lat === null) return '';
  const [x, y] = project(unit.lon, unit.lat);
  const { color, pattern } = lookOf(unit);
  const r = number(radius);
  const d = `M${number(x - radius)} ${number(y)}a${r} ${r} 0 1 0 ${number(2 * radius)} 0a${r} ${r} 0 1 0 ${number(-2 * radius)} 0Z`;
  return patterned(d, color, pattern, { stroke: mapGround.countyBorder, 'stroke-width': 0.15 });
}

/** Names of the units one level down, where they do not run into each other; the largest first. */
function labels(
  summary: ResultSummary,
  projection: PaperProjection,
  frame: Rect,
  { labelSize }: BodyOptions,
  isCity: boolean,
): string {
  const level = isCity ? 'county' : 'town';
  const taken: Rect[] = [];
  const out: string[] = [];
  for (const unit of summary.units.filter((one) => one.level === level)) {
    if (unit.lon === null || unit.lat === null) continue;
    const [x, y] = projection.project(unit.lon, unit.lat);
    const hundredths = hundredthsOf(unit);
    const rate = hundredths === null ? '' : `${(Math.floor(hundredths / 10) / 10).toFixed(1)}%`;
    const rows = isCity ? [unit.name, rate].filter(Boolean) : [unit.name];
    const width = Math.max(...rows.map(textWidth)) * labelSize;
    const box = {
      x: x - width / 2,
      y: y - labelSize * 1.4,
      width,
      height: labelSize * 1.2 * rows.length,
    };
    if (!isInside(box, frame) || taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    rows.forEach((words, i) =>
      out.push(
        text(x, y - labelSize * 0.5 + i * labelSize * 1.15, words, {
          size: labelSize,
          color: mapGround.label,
          anchor: 'middle',
          halo: mapGround.halo,
        }),
      ),
    );
  }
  return out.join('');
}

const isInside = (box: Rect, frame: Rect) =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

const overlaps = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
