/**
 * 天地图, the state's own map: CGCS2000, which agrees with WGS-84 to a metre. Each of its three maps
 * is a picture and a layer of names; the sets ending in _w are Web Mercator.
 */
import { ok, type Result } from '../result';
import { readTileAddress, type TileAddress } from './tile-address';

export const tiandituAddress = 'https://t0.tianditu.gov.cn';

export type TiandituMap = 'vector' | 'imagery' | 'terrain';

const layersOf: Record<TiandituMap, readonly [picture: string, names: string]> = {
  vector: ['vec', 'cva'],
  imagery: ['img', 'cia'],
  terrain: ['ter', 'cta'],
};

/** From below: the picture, then its names. `host` may be a mirror inside a bureau's own network. */
export function tiandituAddresses(
  map: TiandituMap,
  host: string,
  key: string,
): Result<readonly TileAddress[]> {
  const base = host.trim().replace(/\/+$/, '');
  const [picture, names] = layersOf[map].map((layer) =>
    readTileAddress(`${base}/${layer}_w/wmts`, key),
  );
  if (!picture.ok) return picture;
  return names.ok ? ok([picture.value, names.value]) : names;
}
