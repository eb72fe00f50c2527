/**
 * The map itself: MapLibre for areas, lines, symbols and names, deck.gl for streets and households.
 * No source, glyph or sprite comes from elsewhere. Knows how to draw and what was hit, nothing of the
 * page around it; loaded when the shell stands.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import maplibre, { type LngLatBoundsLike, type Map as MapLibreMap } from 'maplibre-gl';
import { mapGround } from '../../core/palette';
import { areaLayers, areaSource, patternOpacity } from './layers/areas';
import { borderLayers, borderSource } from './layers/borders';
import { facilityLayers, facilitySource } from './layers/facilities';
import { highlightLayers, highlightSource } from './layers/highlight';
import { labelLayers, labelSource } from './layers/labels';
import { pathLayers, pathSource } from './layers/path';
import { pinLayers, pinSource } from './layers/pins';
import { ringLayers, ringSource } from './layers/rings';
import {
  candidateSource,
  catchmentSource,
  sitingAreaSource,
  sitingLayers,
  sitingSource,
} from './layers/siting';
import { vehicleLayers, vehicleSource } from './layers/vehicle';
import { noFeatures, showLayersOf } from './features';
import { addMapImages } from './map-images';
import { CalmFrames } from './calm-frames';
import { hitAt, type Hit } from './hits';
import { NearScene } from './near-scene';
import { warmUp, warmUpPixelRatio } from './warm-up';
import { addInOrder } from './z-order';

/** Degrees, WGS-84. */
export type LonLat = readonly [lon: number, lat: number];

export interface MapEvents {
  readonly onHover: (hit: Hit | null, x: number, y: number) => void;
  readonly onClick: (hit: Hit | null, at: LonLat) => void;
  readonly onMove: (zoom: number, metresPerPixel: number, centre: LonLat) => void;
}

const sources = [
  areaSource,
  borderSource,
  facilitySource,
  highlightSource,
  labelSource,
  pathSource,
  pinSource,
  ringSource,
  vehicleSource,
  candidateSource,
  catchmentSource,
  sitingAreaSource,
  sitingSource,
];
const fontFamily =
  "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif";

export class CityMap {
  readonly map: MapLibreMap;
  readonly scene: NearScene;
  #pointer: { x: number; y: number } | null = null;
  #isPending = false;
  #calm: CalmFrames | null = null;
  /** What the map was fitted to, as long as nobody has moved it since. */
  #fitted: LngLatBoundsLike | null = null;

  /** `isOpening`: parts of a city are still to come, so that it draws seldom until `goLive`. */
  static async create(
    container: HTMLElement,
    label: string,
    events: MapEvents,
    isOpening = false,
  ): Promise<CityMap> {
    const map = new maplibre.Map({
      container,
      style: {
        version: 8,
        // Else every change of a style is drawn for 0.3 s.
        transition: { duration: 0, delay: 0 },
        sources: Object.fromEntries(
          sources.map((id) => [id, { type: 'geojson' as const, data: noFeatures }]),
        ),
        layers: [
          {
            id: 'background',
            type: 'background',
            paint: { 'background-color': mapGround.outside },
          },
        ],
      },
      center: [117.4, 26.3],
      zoom: 7,
      minZoom: 4,
      maxZoom: 18,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      localIdeographFontFamily: fontFamily,
      fadeDuration: 0,
      locale: { 'Map.Title': label },
      // Print takes the picture from the canvas after it was drawn.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      pixelRatio: warmUpPixelRatio,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    await new Promise<void>((resolve, reject) => {
      map.once('load', () => resolve());
      map.once('error', (event) => reject(event.error));
    });
    const made = new CityMap(map, events);
    await warmUp(map, [
      borderSource,
      areaSource,
      facilitySource,
      labelSource,
      highlightSource,
      ringSource,
      pathSource,
    ]);
    if (isOpening) made.#calm = new CalmFrames(map, sources);
    // Undefined is the screen's own, also when that changes; MapLibre's types do not say so.
    map.setPixelRatio(undefined as unknown as number);
    return made;
  }

  private constructor(map: MapLibreMap, events: MapEvents) {
    this.map = map;
    addMapImages(map);
    addInOrder(map, [
      ...borderLayers,
      ...areaLayers,
      ...highlightLayers,
      ...vehicleLayers,
      ...ringLayers,
      ...sitingLayers,
      ...pinLayers,
      ...pathLayers,
      ...facilityLayers,
      ...labelLayers,
    ]);
    for (const id of sources) showLayersOf(map, id, false);
    this.scene = new NearScene(map);

    map.on('move', () => {
      this.scene.follow();
      events.onMove(map.getZoom(), metresPerPixel(map), map.getCenter().toArray());
    });
    map.on('movestart', (event) => {
      // The map moves from under the pointer: what lay there no longer does.
      events.onHover(null, 0, 0);
      if (event.originalEvent) this.#fitted = null;
    });
    map.on('resize', () => {
      if (this.#fitted !== null) this.fit(this.#fitted, false);
    });
    map.on('mousemove', (event) => {
      this.#pointer = { x: event.point.x, y: event.point.y };
      // Something is being dragged: nobody asks what lies below.
      if (this.#isPending || event.originalEvent.buttons !== 0) return;
      this.#isPending = true;
      requestAnimationFrame(() => {
        this.#isPending = false;
        if (this.#pointer === null) return;
        const { x, y } = this.#pointer;
        const hit = map.isMoving() ? null : hitAt(map, this.scene, x, y);
        map.getCanvas().style.cursor = hit ? 'pointer' : '';
        events.onHover(hit, x, y);
      });
    });
    map.on('mouseout', () => {
      this.#pointer = null;
      events.onHover(null, 0, 0);
    });
    map.on('click', (event) =>
      events.onClick(hitAt(map, this.scene, event.point.x, event.point.y), event.lngLat.toArray()),
    );
    events.onMove(map.getZoom(), metresPerPixel(map), map.getCenter().toArray());
    window.addEventListener('beforeprint', this.#forPaper);
    window.addEventListener('afterprint', this.#forScreen);
  }

  #forPaper = (): void => this.#pattern(patternOpacity.print);
  #forScreen = (): void => this.#pattern(patternOpacity.screen);

  #pattern(opacity: number): void {
    this.map.setPaintProperty('areas-pattern', 'fill-opacity', opacity);
    this.map.redraw();
  }

  fit(bounds: LngLatBoundsLike, animates: boolean): void {
    // Room for the legend on the left where there is room to give, else for words at the top.
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const isWide = this.map.getContainer().clientWidth > 40 * rem;
    const [top, left] = isWide ? [16, 14 * rem] : [2 * rem, 16];
    this.#fitted = bounds;
    const padding = { top, bottom: 2 * rem, left, right: 24 };
    this.map.fitBounds(bounds, { padding, maxZoom: 14, animate: animates, duration: 600 });
  }

  fly(lon: number, lat: number, zoom: number): void {
    this.#fitted = null;
    this.map.easeTo({
      center: [lon, lat],
      zoom: Math.max(zoom, this.map.getZoom()),
      duration: 700,
    });
  }

  /** What was to be shown at first is given: once it is drawn, every change is drawn at once. */
  goLive(): void {
    const calm = this.#calm;
    if (calm === null) return;
    this.#calm = null;
    this.map.once('idle', () => calm.end());
    this.map.triggerRepaint();
  }

  remove(): void {
    window.removeEventListener('beforeprint', this.#forPaper);
    window.removeEventListener('afterprint', this.#forScreen);
    this.map.remove();
  }
}

function metresPerPixel(map: MapLibreMap): number {
  const circumferenceM = 40_075_016.686;
  return (
    (circumferenceM * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
  );
}
