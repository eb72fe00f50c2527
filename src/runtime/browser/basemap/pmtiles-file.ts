/**
 * A PMTiles file of the user's, read by slices where it lies: nothing is uploaded, and of a file of
 * gigabytes only the tiles in view are read. The library is loaded with the first file.
 */
import { vectorLayers, type VectorLayer } from '../../../core/basemap';
import { ok, problem, type Result } from '../../../core/result';

/** One tile's bytes, unpacked; null where the file has none. */
export type TileReader = (
  z: number,
  x: number,
  y: number,
  signal: AbortSignal,
) => Promise<ArrayBuffer | null>;

export interface TileFile {
  readonly name: string;
  readonly isVector: boolean;
  readonly layers: readonly VectorLayer[];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** [west, south, east, north] in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** As the file states it, without markup; may be blank. */
  readonly attribution: string;
  readonly read: TileReader;
}

export async function openTileFile(file: File): Promise<Result<TileFile>> {
  const { FileSource, PMTiles, TileType } = await import('pmtiles');
  const archive = new PMTiles(new FileSource(file));
  try {
    const header = await archive.getHeader();
    const metadata = (await archive.getMetadata()) as Record<string, unknown> | null;
    const isVector = header.tileType === TileType.Mvt;
    const pictures = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];
    if (!isVector && !pictures.includes(header.tileType))
      return problem('basemap_file_kind', { file: file.name });
    const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = header;
    return ok({
      name: file.name,
      isVector,
      layers: isVector ? vectorLayers(metadata?.vector_layers) : [],
      minZoom,
      maxZoom,
      bounds: [minLon, minLat, maxLon, maxLat],
      attribution: plainText(metadata?.attribution),
      read: async (z, x, y, signal) => (await archive.getZxy(z, x, y, signal))?.data ?? null,
    });
  } catch (error) {
    return problem('basemap_file_broken', {
      file: file.name,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Attributions come as HTML; they are shown as text, never as markup. */
function plainText(html: unknown): string {
  if (typeof html !== 'string') return '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  return (page.body.textContent ?? '').trim();
}
