/**
 * What the demo city is made from: the open data and the generator's own sources, as they were when
 * this was built. Their sum is the recipe: a folder made from another one is made anew, and nobody
 * has to remember to raise a number.
 */
import { createHash } from 'node:crypto';
import census from '../../data/sanming-census-2020.csv?raw';
import counties from '../../data/sanming-counties.geojson?raw';
import divisions from '../../data/sanming-divisions.csv?raw';
import seats from '../../data/sanming-seats.csv?raw';
import { dependencies } from '../../package.json';
import type { DemoSourceTexts } from '../core/demo';

export const demoSources: DemoSourceTexts = { census, counties, divisions, seats };

const generator = import.meta.glob<string>(
  [
    '../core/demo/**/*.ts',
    '../core/geo/**/*.ts',
    '../core/network/**/*.ts',
    '../core/store/tables.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** SHA-256 of everything the demo's bytes depend on. */
export function demoRecipe(options: { seed: number; county?: string }): string {
  const hash = createHash('sha256');
  const parts: Record<string, string> = { ...generator, census, counties, divisions, seats };
  for (const name of Object.keys(parts).sort()) hash.update(`${name}\n${parts[name]}\n`);
  hash.update(JSON.stringify([dependencies['hyparquet-writer'], dependencies['@turf/turf']]));
  hash.update(JSON.stringify([options.seed, options.county ?? null]));
  return hash.digest('hex');
}
