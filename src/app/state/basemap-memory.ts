/** A basemap's address and key, kept by this browser if its user said so. 清除本机数据 takes them away. */
import type { TiandituMap } from '../../core/basemap';

export type BasemapKind = TiandituMap | 'other';

/** What somebody typed: where tiles come from, and with which key. */
export interface BasemapWish {
  readonly kind: BasemapKind;
  /** The host of 天地图 or a mirror of it. */
  readonly host: string;
  /** Any other WMTS or template. */
  readonly address: string;
  readonly key: string;
  /** Shown on the map, as the source demands; blank is the host's name. */
  readonly credit: string;
}

const storageKey = 'carecircle.basemap';

export function keptBasemap(): BasemapWish | null {
  try {
    const kept: Partial<BasemapWish> | null = JSON.parse(
      localStorage.getItem(storageKey) ?? 'null',
    );
    const isWhole =
      kept !== null &&
      (['host', 'address', 'key', 'credit'] as const).every(
        (name) => typeof kept[name] === 'string',
      );
    if (!isWhole || !['vector', 'imagery', 'terrain', 'other'].includes(String(kept.kind)))
      return null;
    return kept as BasemapWish;
  } catch {
    return null;
  }
}

/** Null takes it away. */
export function keepBasemap(wish: BasemapWish | null): void {
  try {
    if (wish === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(wish));
  } catch {
    // A browser that refuses storage keeps nothing.
  }
}
