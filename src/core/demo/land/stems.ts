/**
 * The real order of seats along the three rivers, by township code or as a place between seats (the
 * river divides 列东 from 列西 and 燕东 from 燕西), down to the sheet's edge towards the 闽江.
 */
import type { City } from '../sources';
import type { Place } from './rivers';

const SHAXI = [
  '350424100000',
  '350423100000',
  [117.124, 26.031],
  [117.36, 25.9637],
  '350481101000',
  '350404102000',
  [117.606, 26.239],
  [117.6365, 26.2735],
  [117.79, 26.397],
  '350405102000',
  '350405100000',
  [118.2, 26.66],
  [118.69, 26.7],
] as const;
const JINXI = [
  '350430100000',
  '350429203000',
  '350429205000',
  '350428104000',
  '350428100000',
  '350428102000',
  [117.85, 26.83],
  [118.69, 26.86],
] as const;
const YOUXI = [
  '350425100000',
  '350425105000',
  '350425110000',
  '350426108000',
  '350426106000',
  '350426100000',
  '350426101000',
  '350426102000',
  [118.55, 26.43],
  [118.69, 26.5],
] as const;

/** 杉溪 through 泰宁 to the 金溪, and 渔塘溪 through 明溪 to the 沙溪. */
const SHANXI = ['350429101000', '350429100000', '350429203000'] as const;
const YUTANGXI = [
  '350421100000',
  '350421103000',
  '350421201000',
  '350404103000',
  '350404102000',
] as const;

/** Courses of the real rivers as places, source first. */
export function riverStems(city: City): Place[][] {
  const seats = new Map<string, Place>();
  for (const county of city.counties) {
    for (const town of county.towns) seats.set(town.code, [town.lon, town.lat]);
  }
  return [SHAXI, JINXI, YOUXI, SHANXI, YUTANGXI].map((stem) =>
    stem.map((at) => {
      if (typeof at !== 'string') return at;
      const seat = seats.get(at);
      if (!seat) throw new Error(`no seat ${at}`);
      return seat;
    }),
  );
}
