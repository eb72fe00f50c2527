/**
 * Hands on the map, by terra-draw: pins are picked up and dragged, new ones put down, areas drawn.
 * What is drawn here is seen through our own layers; terra-draw keeps the shapes under the pointer.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type TerraDrawChanges,
  type TerraDrawStylingFunction,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { planMarks } from '../../core/palette';
import type { ShownPin } from './layers/pins';

export { HandCanvas } from './hand-canvas';

export type PinTool = 'pick' | 'point' | 'area';

export interface PinEvents {
  /** The pointer went down on a pin. */
  readonly onPick: (id: string) => void;
  /** A pin is dragged: once for each move of the pointer. */
  readonly onDrag: (id: string, lon: number, lat: number) => void;
  readonly onDrop: () => void;
  readonly onPoint: (lon: number, lat: number) => void;
  readonly onArea: (ring: readonly (readonly [number, number])[]) => void;
}

const modeOf = { pick: 'select', point: 'point', area: 'polygon' } as const;
const unseen = { pointOpacity: 0, pointOutlineOpacity: 0, pointOutlineWidth: 0 };

/** Pins are not drawn by terra-draw: that each of their moves redraws the map is left out. */
class WithoutPins extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  override render(changes: TerraDrawChanges, styling: TerraDrawStylingFunction): void {
    const { created, updated, unchanged, deletedIds } = changes;
    const drawn = (features: GeoJSONStoreFeatures[]) =>
      features.filter(({ properties }) => properties.mode !== 'point');
    const left = { created: drawn(created), updated: drawn(updated) };
    const isOfPins =
      created.length + updated.length > 0 &&
      left.created.length + left.updated.length + deletedIds.length === 0;
    if (!isOfPins) super.render({ ...left, unchanged: drawn(unchanged), deletedIds }, styling);
  }
}

export class PinTools {
  #map: MapLibreMap;
  #draw: TerraDraw;
  #canvas: HTMLCanvasElement;
  #events: PinEvents;
  #dragged: string | null = null;
  /** What is dragged was put back; the pointer is still down. */
  #isGivenUp = false;
  #isOnPin = false;
  /** Something was being drawn when the pointer went down; its last click ends the drawing first. */
  #wasDrawing = false;

  constructor(map: MapLibreMap, events: PinEvents) {
    this.#map = map;
    this.#events = events;
    this.#canvas = map.getCanvas();
    this.#draw = new TerraDraw({
      adapter: new WithoutPins({ map, coordinatePrecision: 9 }),
      idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => crypto.randomUUID() },
      modes: [
        new TerraDrawSelectMode({
          flags: { point: { feature: { draggable: true } } },
          keyEvents: null,
          pointerDistance: 14,
          styles: { selectedPointOpacity: 0, selectedPointOutlineOpacity: 0 },
        }),
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
    this.#draw.setMode('select');
    this.#draw.on('change', (ids, type, context) => {
      if (
        this.#isGivenUp ||
        type !== 'update' ||
        (context && 'origin' in context && context.origin === 'api')
      )
        return;
      const id = ids.find((one) => this.#draw.getSnapshotFeature(one)?.properties.mode === 'point');
      const at = id === undefined ? null : this.#pointOf(id);
      if (at === null || this.#draw.getMode() !== 'select') return;
      if (id !== this.#dragged && this.#isSame(String(id), at)) return;
      this.#dragged = String(id);
      this.#at.set(this.#dragged, at);
      events.onDrag(this.#dragged, at[0], at[1]);
    });
    this.#draw.on('finish', (id, { action, mode }) => this.#finished(id, action, mode));
    // Terra-draw drags what is selected: select what the pointer goes down on, before it hears of it.
    this.#canvas.addEventListener('pointerdown', this.#preselect, { capture: true });
    this.#canvas.addEventListener('click', this.#keepClick, { capture: true });
  }

  /** Where each pin was last put or seen. */
  #at = new Map<string, readonly number[]>();

  set tool(tool: PinTool) {
    if (this.#draw.getMode() !== modeOf[tool]) this.#draw.setMode(modeOf[tool]);
  }

  /** Brings the pins to where the plan has them; one that is being dragged is left in the hand. */
  setPins(pins: readonly ShownPin[]): void {
    const wanted = new Map(pins.map((pin) => [pin.id, [pin.lon, pin.lat]]));
    const gone = [...this.#at.keys()].filter((id) => !wanted.has(id));
    if (gone.length > 0) this.#draw.removeFeatures(gone.filter((id) => this.#draw.hasFeature(id)));
    for (const id of gone) this.#at.delete(id);
    const fresh: GeoJSONStoreFeatures[] = [];
    for (const [id, coordinates] of wanted) {
      if (id === this.#dragged || this.#isSame(id, coordinates)) continue;
      this.#at.set(id, coordinates);
      const geometry = { type: 'Point' as const, coordinates };
      if (this.#draw.hasFeature(id)) this.#draw.updateFeatureGeometry(id, geometry);
      else fresh.push({ id, type: 'Feature', geometry, properties: { mode: 'point' } });
    }
    if (fresh.length > 0) this.#draw.addFeatures(fresh);
  }

  /** What the pointer drags on is no longer followed. */
  giveUp(): void {
    this.#isGivenUp = this.#dragged !== null;
    this.#dragged = null;
  }

  remove(): void {
    this.#canvas.removeEventListener('pointerdown', this.#preselect, { capture: true });
    this.#canvas.removeEventListener('click', this.#keepClick, { capture: true });
    this.#letMapGo();
    this.#draw.stop();
  }

  /** A click on a pin, or while drawing, is not one on what lies below. */
  #keepClick = (event: MouseEvent): void => {
    if (this.#isOnPin || this.#wasDrawing || this.#draw.getMode() !== 'select')
      event.stopPropagation();
  };

  #preselect = (event: PointerEvent): void => {
    this.#isOnPin = this.#isGivenUp = false;
    this.#wasDrawing = this.#draw.getMode() !== 'select';
    if (event.button !== 0 || this.#draw.getMode() !== 'select') return;
    const pin = this.#draw
      .getFeaturesAtPointerEvent(event, { pointerDistance: 14, ignoreSelectFeatures: false })
      .find(({ id, properties }) => properties.mode === 'point' && this.#at.has(String(id)));
    if (!pin) return;
    const id = String(pin.id);
    this.#isOnPin = true;
    this.#draw.selectFeature(id);
    // Terra-draw holds the map still from the first move on; a map that heard of it earlier has moved.
    this.#map.dragPan.disable();
    window.addEventListener('pointerup', this.#letMapGo, { once: true });
    window.addEventListener('pointercancel', this.#letMapGo, { once: true });
    this.#events.onPick(id);
  };

  #letMapGo = (): void => this.#map.dragPan.enable();

  #finished(id: string | number, action: string, mode: string): void {
    if (mode === 'select') {
      const isMoved = this.#dragged !== null || this.#isGivenUp;
      this.#dragged = null;
      this.#isGivenUp = false;
      if (isMoved) this.#events.onDrop();
      return;
    }
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

  #pointOf(id: string | number): readonly number[] | null {
    const geometry = this.#draw.getSnapshotFeature(id)?.geometry;
    return geometry?.type === 'Point' ? geometry.coordinates : null;
  }

  #isSame(id: string, [lon, lat]: readonly number[]): boolean {
    const known = this.#at.get(id);
    return known !== undefined && known[0] === lon && known[1] === lat;
  }
}
