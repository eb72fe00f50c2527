/**
 * Hands on the map: pins are picked up and dragged, new ones put down, areas drawn. Drawing is
 * terra-draw's, and seen through our own layers; dragging is our own (DECISIONS 65).
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawPointMode, TerraDrawPolygonMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { planMarks } from '../../core/palette';
import type { ShownPin } from './layers/pins';

export { HandCanvas } from './hand-canvas';

export type PinTool = 'pick' | 'point' | 'area';

export interface PinEvents {
  /** The pointer went down on a pin. */
  readonly onPick: (id: string) => void;
  /** A pin is dragged: at most once a frame. */
  readonly onDrag: (id: string, lon: number, lat: number) => void;
  readonly onDrop: () => void;
  readonly onPoint: (lon: number, lat: number) => void;
  readonly onArea: (ring: readonly (readonly [number, number])[]) => void;
}

const modeOf = { pick: 'static', point: 'point', area: 'polygon' } as const;
const unseen = { pointOpacity: 0, pointOutlineOpacity: 0, pointOutlineWidth: 0 };
/** From the pointer to a pin that it takes hold of, and on to where a press becomes a drag; CSS pixels. */
const graspPixels = 14;
const dragPixels = 3;

/** A pin under the pointer that went down: where that was, and from there to the pin. CSS pixels. */
interface Grip {
  readonly id: string;
  readonly from: readonly [x: number, y: number];
  readonly offset: readonly [x: number, y: number];
  isDragged: boolean;
  /** Where the pointer is by now, if nobody has been told yet. */
  to: readonly [x: number, y: number] | null;
}

export class PinTools {
  #map: MapLibreMap;
  #draw: TerraDraw;
  #canvas: HTMLCanvasElement;
  #events: PinEvents;
  #pins: readonly ShownPin[] = [];
  #grip: Grip | null = null;
  #isOnPin = false;
  /** Something was being drawn when the pointer went down; its last click ends the drawing first. */
  #wasDrawing = false;

  constructor(map: MapLibreMap, events: PinEvents) {
    this.#map = map;
    this.#events = events;
    this.#canvas = map.getCanvas();
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
      modes: [
        new TerraDrawPointMode({ styles: unseen }),
        new TerraDrawPolygonMode({
          styles: {
            fillColor: planMarks.site,
            fillOpacity: 0.12,
            outlineColor: planMarks.site,
            outlineWidth: 2,
            closingPointColor: planMarks.site,
          },
        }),
      ],
    });
    this.#draw.start();
    this.#draw.on('finish', (id, { action }) => this.#finished(id, action));
    // Before terra-draw and the map hear of it.
    this.#canvas.addEventListener('pointerdown', this.#grasp, { capture: true });
    this.#canvas.addEventListener('click', this.#keepClick, { capture: true });
    window.addEventListener('pointermove', this.#follow);
    window.addEventListener('pointerup', this.#release);
    window.addEventListener('pointercancel', this.#release);
  }

  set tool(tool: PinTool) {
    if (this.#draw.getMode() !== modeOf[tool]) this.#draw.setMode(modeOf[tool]);
  }

  /** What can be picked up; the one in the hand stays there. */
  setPins(pins: readonly ShownPin[]): void {
    this.#pins = pins;
  }

  /** What the pointer drags on is no longer followed. */
  giveUp(): void {
    if (this.#grip === null) return;
    this.#grip = null;
    this.#map.dragPan.enable();
  }

  remove(): void {
    this.giveUp();
    this.#canvas.removeEventListener('pointerdown', this.#grasp, { capture: true });
    this.#canvas.removeEventListener('click', this.#keepClick, { capture: true });
    window.removeEventListener('pointermove', this.#follow);
    window.removeEventListener('pointerup', this.#release);
    window.removeEventListener('pointercancel', this.#release);
    this.#draw.stop();
  }

  get #isDrawing(): boolean {
    return this.#draw.getMode() !== modeOf.pick;
  }

  /** A click on a pin, or while drawing, is not one on what lies below. */
  #keepClick = (event: MouseEvent): void => {
    if (this.#isOnPin || this.#wasDrawing || this.#isDrawing) event.stopPropagation();
  };

  #grasp = (event: PointerEvent): void => {
    this.giveUp();
    this.#wasDrawing = this.#isDrawing;
    const grip = event.button === 0 && !this.#isDrawing ? this.#gripAt(this.#placeOf(event)) : null;
    this.#isOnPin = grip !== null;
    if (grip === null) return;
    this.#grip = grip;
    this.#map.dragPan.disable();
    this.#events.onPick(grip.id);
  };

  #follow = (event: PointerEvent): void => {
    const grip = this.#grip;
    if (grip === null) return;
    if (grip.to === null) requestAnimationFrame(() => this.#tell(grip));
    grip.to = this.#placeOf(event);
  };

  /** Once a frame, however often the pointer moves. */
  #tell(grip: Grip): void {
    if (grip !== this.#grip || grip.to === null) return;
    const [x, y] = grip.to;
    grip.to = null;
    grip.isDragged ||= Math.hypot(x - grip.from[0], y - grip.from[1]) >= dragPixels;
    if (!grip.isDragged) return;
    const { lng, lat } = this.#map.unproject([x + grip.offset[0], y + grip.offset[1]]);
    this.#events.onDrag(grip.id, lng, lat);
  }

  #release = (): void => {
    if (this.#grip) this.#tell(this.#grip);
    const isDropped = this.#grip?.isDragged === true;
    this.giveUp();
    if (isDropped) this.#events.onDrop();
  };

  /** The nearest pin that the pointer takes hold of. */
  #gripAt(from: readonly [number, number]): Grip | null {
    const grips = this.#pins.map(({ id, lon, lat }) => {
      const { x, y } = this.#map.project([lon, lat]);
      return { id, from, offset: [x - from[0], y - from[1]] as const };
    });
    const farOf = ({ offset }: Pick<Grip, 'offset'>) => Math.hypot(...offset);
    const [nearest] = grips.sort((a, b) => farOf(a) - farOf(b));
    if (!nearest || farOf(nearest) > graspPixels) return null;
    return { ...nearest, isDragged: false, to: null };
  }

  #placeOf({ clientX, clientY }: PointerEvent): [x: number, y: number] {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  #finished(id: string | number, action: string): void {
    const drawn = this.#draw.getSnapshotFeature(id);
    // The shape has done its work; the mode must be through with it first.
    setTimeout(() => {
      if (this.#draw.hasFeature(id)) this.#draw.removeFeatures([id]);
    });
    if (drawn?.geometry.type === 'Point') {
      const [lon, lat] = drawn.geometry.coordinates;
      this.#events.onPoint(lon, lat);
    } else if (drawn?.geometry.type === 'Polygon' && action === 'draw') {
      this.#events.onArea(drawn.geometry.coordinates[0].map(([lon, lat]) => [lon, lat] as const));
    }
  }
}
