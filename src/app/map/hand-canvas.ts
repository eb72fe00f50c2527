/**
 * What is in hand while it moves: pin, circle, households gained and lost, on a canvas of its own above
 * the map. MapLibre would draw the whole map anew for each of them, in every frame.
 */
import { MercatorCoordinate, type Map as MapLibreMap } from 'maplibre-gl';
import { mapGround, planMarks, reachBands } from '../../core/palette';
import type { LiveFigures } from '../state/types';
import { differenceRadius } from './layers/difference';
import type { ShownPin } from './layers/pins';
import { pinCanvas, symbolSize } from './map-images';

export interface InHand {
  /** Where the hand has it. */
  readonly pin: ShownPin;
  /** The last answer; it may be a frame or two behind the hand. */
  readonly figures: LiveFigures | null;
  /** Of all households, [lon, lat]. */
  readonly positions: Float32Array;
}

const pickedRadius = 16;

export class HandCanvas {
  readonly #map: MapLibreMap;
  readonly #context: CanvasRenderingContext2D;
  #inHand: InHand | null = null;
  #frame = 0;

  constructor(map: MapLibreMap) {
    this.#map = map;
    const canvas = document.createElement('canvas');
    canvas.className = 'hand';
    Object.assign(canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
    map.getCanvasContainer().append(canvas);
    // Drawn by the processor: few strokes, and no waiting where there is no graphics card.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2d canvas');
    this.#context = context;
    map.on('move', this.#ask);
    map.on('resize', this.#ask);
  }

  show(inHand: InHand): void {
    this.#inHand = inHand;
    this.#ask();
  }

  /** Let go: it stays until the map has drawn it in its place. */
  letGo(): void {
    const last = this.#inHand;
    if (last === null) return;
    this.#map.once('idle', () => {
      if (this.#inHand !== last) return;
      this.#inHand = null;
      this.#ask();
    });
    this.#map.triggerRepaint();
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#map.off('move', this.#ask);
    this.#map.off('resize', this.#ask);
    this.#context.canvas.remove();
  }

  readonly #ask = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { canvas } = this.#context;
    const ratio = devicePixelRatio;
    // A new size clears it too.
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    if (this.#inHand === null) return;
    this.#context.scale(ratio, ratio);
    const { pin, figures, positions } = this.#inHand;
    const at = projection(this.#map, width, height);
    if (figures?.circle) this.#circle(figures.circle, at);
    if (figures) {
      this.#dots(figures.lostHouseholds, positions, at, 'lost');
      this.#dots(figures.gainedHouseholds, positions, at, 'gained');
    }
    this.#pin(pin, at);
  }

  #circle(circle: NonNullable<LiveFigures['circle']>, at: Projection): void {
    const context = this.#context;
    const path = new Path2D();
    for (const ring of circle.coordinates.flat()) {
      path.moveTo(at.x(ring[0][0]), at.y(ring[0][1]));
      for (const [lon, lat] of ring) path.lineTo(at.x(lon), at.y(lat));
      path.closePath();
    }
    context.lineJoin = 'round';
    context.globalAlpha = 0.3;
    context.fillStyle = reachBands[0];
    context.fill(path, 'evenodd');
    context.globalAlpha = 0.85;
    context.strokeStyle = mapGround.halo;
    context.lineWidth = 5;
    context.stroke(path);
    context.globalAlpha = 1;
    context.strokeStyle = reachBands[0];
    context.lineWidth = 2.5;
    context.stroke(path);
  }

  /** From afar many fall on the same spot; one dot there is enough. */
  #dots(
    households: Uint32Array,
    positions: Float32Array,
    at: Projection,
    kind: 'gained' | 'lost',
  ): void {
    const radius = differenceRadius(this.#map.getZoom());
    const { picture, size } = dot(kind, radius);
    const step = radius / 2;
    const across = Math.ceil(at.width / step) + 1;
    const taken = new Uint8Array(across * (Math.ceil(at.height / step) + 1));
    for (const household of households) {
      const x = at.x(positions[2 * household]);
      const y = at.y(positions[2 * household + 1]);
      if (!(x >= 0 && x <= at.width && y >= 0 && y <= at.height)) continue;
      const spot = Math.floor(y / step) * across + Math.floor(x / step);
      if (taken[spot] === 1) continue;
      taken[spot] = 1;
      this.#context.drawImage(picture, x - size / 2, y - size / 2, size, size);
    }
  }

  #pin({ lon, lat, isChosen, isFacility }: ShownPin, at: Projection): void {
    const context = this.#context;
    const x = at.x(lon);
    const y = at.y(lat);
    context.beginPath();
    context.arc(x, y, pickedRadius, 0, 2 * Math.PI);
    context.globalAlpha = 0.16;
    context.fillStyle = planMarks.site;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = planMarks.site;
    context.lineWidth = 2;
    context.stroke();
    const picture = pinCanvas(isFacility ? 'facility' : isChosen ? 'chosen' : 'considered');
    context.drawImage(picture, x - symbolSize / 2, y - symbolSize / 2, symbolSize, symbolSize);
  }
}

interface Projection {
  readonly width: number;
  readonly height: number;
  /** CSS pixels from the left and from the top. */
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
}

/** The map is never turned or tilted: each axis for itself, without an object for every point. */
function projection(map: MapLibreMap, width: number, height: number): Projection {
  const world = 512 * 2 ** map.getZoom();
  const { x, y } = MercatorCoordinate.fromLngLat(map.getCenter());
  const left = width / 2 - x * world;
  const top = height / 2 - y * world;
  return {
    width,
    height,
    x: (lon) => left + ((lon + 180) / 360) * world,
    y: (lat) =>
      top + (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world,
  };
}

const dots = new Map<string, { picture: HTMLCanvasElement; size: number }>();

/** Gained is filled, lost is hollow, as on the map itself. */
function dot(kind: 'gained' | 'lost', radius: number) {
  const ratio = devicePixelRatio;
  const key = `${kind} ${radius} ${ratio}`;
  let known = dots.get(key);
  if (!known) {
    const size = Math.ceil(2 * radius + 3);
    const picture = document.createElement('canvas');
    picture.width = picture.height = Math.round(size * ratio);
    const context = picture.getContext('2d');
    context?.scale(ratio, ratio);
    context?.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
    if (context && kind === 'gained') {
      context.fillStyle = planMarks.gained;
      context.fill();
      context.strokeStyle = mapGround.halo;
      context.stroke();
    } else if (context) {
      context.strokeStyle = planMarks.lost;
      context.lineWidth = 2;
      context.stroke();
    }
    known = { picture, size };
    dots.set(key, known);
  }
  return known;
}
