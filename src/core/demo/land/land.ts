/** The whole land of the demo, the same for the city and for an extract of one county. */
import type { City } from '../sources';
import { rasteriseCounties, type CountyCells } from './counties';
import { drain, type Rivers } from './rivers';
import { drawRivers, type RiverLines } from './river-lines';
import { riverStems } from './stems';
import { raiseTerrain, type Basin } from './terrain';

export interface Land {
  readonly rivers: Rivers;
  readonly water: RiverLines;
  /** Heights of the lattice's corners, metres. */
  readonly height: Float32Array;
  readonly cells: CountyCells;
  readonly seed: number;
}

/** @param basins flat ground for each town, by its people */
export function makeLand(city: City, basins: readonly Basin[], seed: number): Land {
  const seats = city.counties.flatMap((c) => c.towns.map((t) => [t.lon, t.lat] as const));
  const rivers = drain(riverStems(city), seats, seed);
  return {
    rivers,
    water: drawRivers(rivers, seed),
    height: raiseTerrain(rivers, basins, seed),
    cells: rasteriseCounties(city),
    seed,
  };
}
