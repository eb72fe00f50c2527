/**
 * What users decided for files of a shape, kept by this browser: header fingerprints and mappings,
 * never a row. 清除本机数据 takes it away with everything else the page keeps.
 */
import type { SheetChoice } from '../../runtime/browser/data/import-data';

const storageKey = 'carecircle.import-mappings';
const prefix = 'carecircle.';
const MOST_SHAPES = 200;

export type Remembered = Readonly<Record<string, SheetChoice>>;

export function rememberedChoices(): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return kept !== null && typeof kept === 'object' ? (kept as Remembered) : {};
  } catch {
    return {};
  }
}

/** Later decisions stand; the oldest go when there are too many. */
export function rememberChoices(choices: Remembered): void {
  const all = Object.entries({ ...rememberedChoices(), ...choices }).slice(-MOST_SHAPES);
  try {
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(all)));
  } catch {
    // Storage may be full or forbidden: the next file is then mapped by hand again.
  }
}

/** Everything the page keeps in this browser. */
export function clearLocalData(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden there is nothing to clear.
  }
}
