/** The palette's shapes and patterns as images for the map, drawn here: nothing is fetched. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  facilityTypes,
  mapGround,
  planMarks,
  unknownFacility,
  type Mark,
  type Pattern,
} from '../../core/palette';
import { patternPaths, shapePaths } from '../ui/display/shapes';

const pixelRatio = 2;
/** CSS pixels. */
export const symbolSize = 22;
const tileSize = 8;

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size * pixelRatio;
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.scale(pixelRatio, pixelRatio);
  return context;
}

function imageOf(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

function symbol({ color, shape }: Mark): ImageData {
  const context = canvas(symbolSize);
  const margin = 2.5;
  context.translate(margin, margin);
  context.scale((symbolSize - 2 * margin) / 24, (symbolSize - 2 * margin) / 24);
  const path = new Path2D(shapePaths[shape]);
  context.lineJoin = 'round';
  context.lineWidth = 5;
  context.strokeStyle = mapGround.halo;
  context.stroke(path);
  context.fillStyle = color;
  context.fill(path, 'evenodd');
  return imageOf(context);
}

function pattern(name: Exclude<Pattern, 'none'>): ImageData {
  const context = canvas(tileSize);
  context.globalAlpha = 0.34;
  context.strokeStyle = mapGround.ink;
  context.lineWidth = name === 'dots' ? 1.4 : 0.7;
  context.lineCap = name === 'dots' ? 'round' : 'butt';
  context.stroke(new Path2D(patternPaths[name]));
  return imageOf(context);
}

export function facilityImage(type: string | null): string {
  return type !== null && type in facilityTypes ? `facility-${type}` : 'facility-unknown';
}

/** A star, filled or hollow, or a square for a facility that is being moved. */
function pin(kind: keyof typeof pinImages): CanvasRenderingContext2D {
  const context = canvas(symbolSize);
  const margin = 2;
  context.translate(margin, margin);
  context.scale((symbolSize - 2 * margin) / 24, (symbolSize - 2 * margin) / 24);
  const path = new Path2D(shapePaths[kind === 'facility' ? 'square' : 'star']);
  context.lineJoin = 'round';
  context.lineWidth = 5;
  context.strokeStyle = mapGround.halo;
  context.stroke(path);
  context.fillStyle = kind !== 'considered' ? planMarks.site : mapGround.halo;
  context.fill(path);
  context.lineWidth = 2;
  context.strokeStyle = planMarks.site;
  context.stroke(path);
  return context;
}

export const pinImages = {
  chosen: 'pin-chosen',
  considered: 'pin-considered',
  facility: 'pin-facility',
};

const pinCanvases = new Map<keyof typeof pinImages, HTMLCanvasElement>();

/** The same picture for a canvas, symbolSize across. */
export function pinCanvas(kind: keyof typeof pinImages): HTMLCanvasElement {
  const known = pinCanvases.get(kind) ?? pin(kind).canvas;
  pinCanvases.set(kind, known);
  return known;
}

export function addMapImages(map: MapLibreMap): void {
  const add = (id: string, image: ImageData) => map.addImage(id, image, { pixelRatio });
  for (const [type, mark] of Object.entries(facilityTypes)) add(`facility-${type}`, symbol(mark));
  add('facility-unknown', symbol(unknownFacility));
  for (const kind of ['chosen', 'considered', 'facility'] as const)
    add(pinImages[kind], imageOf(pin(kind)));
  for (const name of ['dots', 'lines', 'crosshatch'] as const)
    add(`pattern-${name}`, pattern(name));
  add('pattern-none', imageOf(canvas(tileSize)));
}
