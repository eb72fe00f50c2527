/** The ground below our layers: pictures or vector tiles, from a file in hand or from an address. */
import maplibre, {
  type LayerSpecification,
  type Map as MapLibreMap,
  type SourceSpecification,
} from 'maplibre-gl';
import type { BasemapSource, TileFile } from '../../state/basemap.svelte';
import { layerAbove } from '../z-order';
import { vectorStyle } from './vector-style';

const prefix = 'basemap-';
const protocol = 'basemap-file';
/** A file by the number in its tiles' addresses; the map knows addresses alone. */
const files: TileFile[] = [];

export function showBasemap(map: MapLibreMap, basemap: BasemapSource | null): void {
  clear(map);
  if (basemap === null) return;
  const above = layerAbove('basemap');
  if (basemap.kind === 'file') {
    const id = `${prefix}file`;
    map.addSource(id, fileSource(basemap.file));
    const layers = basemap.file.isVector ? vectorStyle(id, basemap.file.layers) : [picture(id)];
    for (const layer of layers) map.addLayer(layer, above);
    return;
  }
  basemap.templates.forEach((template, i) => {
    const id = `${prefix}tiles-${i}`;
    map.addSource(id, { type: 'raster', tiles: [template], tileSize: 256, maxzoom: 18 });
    map.addLayer(picture(id), above);
  });
}

/** `opacity` from 0 to 1. */
export function fadeBasemap(map: MapLibreMap, opacity: number): void {
  for (const { id, type } of ourLayers(map)) {
    const what = type === 'symbol' ? 'text' : type;
    map.setPaintProperty(id, `${what}-opacity`, opacity);
  }
}

function picture(source: string): LayerSpecification {
  return { id: source, type: 'raster', source, paint: { 'raster-fade-duration': 0 } };
}

function fileSource(file: TileFile): SourceSpecification {
  if (files.length === 0) maplibre.addProtocol(protocol, tileOf);
  if (!files.includes(file)) files.push(file);
  const { bounds, minZoom: minzoom, maxZoom: maxzoom } = file;
  const tiles = [`${protocol}://${files.indexOf(file)}/{z}/{x}/{y}`];
  const shared = {
    tiles,
    minzoom,
    maxzoom,
    bounds: [...bounds] as [number, number, number, number],
  };
  return file.isVector
    ? { type: 'vector', ...shared }
    : { type: 'raster', tileSize: 256, ...shared };
}

async function tileOf(
  { url }: { url: string },
  { signal }: AbortController,
): Promise<{ data: ArrayBuffer | null }> {
  const [file, z, x, y] = url
    .slice(protocol.length + 3)
    .split('/')
    .map(Number);
  const { isVector, read } = files[file];
  const data = await read(z, x, y, signal);
  signal.throwIfAborted();
  // Nothing there: an empty vector tile, or no picture.
  return { data: data ?? (isVector ? new ArrayBuffer(0) : null) };
}

function clear(map: MapLibreMap): void {
  const sources = new Set<string>();
  for (const { id, source } of ourLayers(map)) {
    sources.add(source);
    map.removeLayer(id);
  }
  for (const id of sources) map.removeSource(id);
}

function ourLayers(map: MapLibreMap): { id: string; type: string; source: string }[] {
  return map
    .getLayersOrder()
    .filter((id) => id.startsWith(prefix))
    .flatMap((id) => map.getLayer(id) ?? []);
}
