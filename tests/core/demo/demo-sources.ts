/** The texts the demo is made from, as the command line bundles them. */
import { readFileSync } from 'node:fs';

const text = (name: string) =>
  readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8');

export const demoTexts = {
  divisions: text('sanming-divisions.csv'),
  seats: text('sanming-seats.csv'),
  census: text('sanming-census-2020.csv'),
  counties: text('sanming-counties.geojson'),
};
