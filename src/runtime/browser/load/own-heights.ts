/**
 * Grids of numbers dropped with a whole city: heights are taken and said to be; people, and what nobody
 * can tell, stay outside, since a wrong grid would make slopes of them. Dropped on their own they are
 * asked about by the import.
 */
import { networkBox } from '../../../core/network/network-box';
import type { Network } from '../../../core/network';
import { ok, type Note, type Result } from '../../../core/result';
import { DeskGrids } from '../import/desk-grids';
import type { CityFiles } from './city-files';
import { ownTerrain, terrainNames } from './loaded-city';

export interface OwnHeights {
  readonly names: readonly string[];
  readonly notes: readonly Note[];
}

/** `terrain.tif` is heights by its place in a data folder. Problems: those of reading the files. */
export async function ownHeights(files: CityFiles, network: Network): Promise<Result<OwnHeights>> {
  const names = terrainNames(files);
  if (names.length === 0 || names[0] === ownTerrain) return ok({ names, notes: [] });
  const grids = new DeskGrids();
  const box = networkBox(network);
  const notes: Note[] = [];
  for (const name of names) {
    const bytes = await files.read(name);
    if (!bytes.ok) return bytes;
    const taken = await grids.take({ name, bytes: bytes.value }, box);
    if (!taken.ok) notes.push(taken.problem);
  }
  for (const { file, use } of grids.views) {
    const code = use === 'terrain' ? 'grid_taken_as_heights' : 'grid_left_out';
    notes.push({ code, params: { file } });
  }
  return ok({ names: grids.terrain.map(({ fileName }) => fileName), notes });
}
