/** The real part of the demo against what is known of 三明市. */
import { area, booleanPointInPolygon, kinks, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/core/demo/sources';
import { demoTexts } from './demo-sources';

const city = readSources(demoTexts);
const towns = city.counties.flatMap((c) => c.towns);
const villages = towns.flatMap((t) => t.villages);
const count = <T>(list: readonly T[], is: (item: T) => boolean) => list.filter(is).length;

describe('divisions', () => {
  it('has 11 counties in the order of their codes, 141 townships and 1,964 village-level units', () => {
    expect(city.counties.map((c) => c.code.slice(0, 6))).toEqual(
      '350404 350405 350421 350423 350424 350425 350426 350428 350429 350430 350481'.split(' '),
    );
    expect(count(towns, (t) => t.kind === 'subdistrict')).toBe(13);
    expect(count(towns, (t) => t.kind === 'town')).toBe(78);
    expect(count(towns, (t) => t.kind === 'township')).toBe(50);
    expect(villages).toHaveLength(1964);
    expect(count(villages, (v) => v.kind === 'villagers_committee')).toBe(1740);
    expect(count(villages, (v) => v.kind === 'residents_committee')).toBe(205);
    expect(count(villages, (v) => v.name.endsWith('虚拟社区'))).toBe(4);
    expect(count(villages, (v) => v.name.endsWith('生活区'))).toBe(14);
  });

  it('counts 村 and 居 of each county as the list of 2023 does', () => {
    const known: Record<string, [number, number]> = {
      350404: [74, 58],
      350405: [172, 20],
      350481: [228, 35],
      350421: [88, 8],
      350423: [111, 9],
      350424: [210, 25],
      350425: [268, 8],
      350426: [251, 20],
      350428: [135, 9],
      350429: [111, 6],
      350430: [92, 7],
    };
    for (const county of city.counties) {
      const own = county.towns.flatMap((t) => t.villages);
      const [rural, urban] = known[county.code.slice(0, 6)];
      expect(
        count(own, (v) => v.kind === 'villagers_committee'),
        county.name,
      ).toBe(rural);
      expect(
        count(own, (v) => v.kind === 'residents_committee'),
        county.name,
      ).toBe(urban);
    }
  });

  it('lets names override the tail of a code', () => {
    expect(villages.find((v) => v.code === '350405001500')?.kind).toBe('villagers_committee');
    expect(villages.find((v) => v.code === '350429100398')?.kind).toBe('other');
  });

  it('gives the eight units under left-out units a host, and every other unit its own parent', () => {
    const leftOut = ['350404500', '350405400', '350405402', '350405403', '350425400', '350430400'];
    const hosted = villages.filter((v) => v.hostCode !== null);
    expect(hosted).toHaveLength(8);
    expect(hosted.every((v) => leftOut.includes(v.code.slice(0, 9)))).toBe(true);
    expect(towns.some((t) => leftOut.includes(t.code.slice(0, 9)))).toBe(false);
    for (const county of city.counties) {
      for (const town of county.towns) {
        expect(town.code.slice(0, 6)).toBe(county.code.slice(0, 6));
        expect(town.code.endsWith('000')).toBe(true);
        for (const v of town.villages) {
          if (v.hostCode === null) expect(v.code.slice(0, 9)).toBe(town.code.slice(0, 9));
          else expect(v.hostCode).toBe(town.code);
        }
      }
    }
  });
});

describe('borders and seats', () => {
  it('has valid rings that sum to the known area within half a percent', () => {
    let km2 = 0;
    for (const county of city.counties) {
      const shape = polygon([county.ring.map(([lon, lat]) => [lon, lat])]);
      expect(kinks(shape).features, county.name).toHaveLength(0);
      km2 += area(shape) / 1e6;
    }
    expect(Math.abs(km2 / 22_970 - 1)).toBeLessThan(0.005);
  });

  it('has every seat within its county, 119 of them by GeoNames', () => {
    for (const county of city.counties) {
      const shape = polygon([county.ring.map(([lon, lat]) => [lon, lat])]);
      for (const place of [county, ...county.towns]) {
        expect(booleanPointInPolygon([place.lon, place.lat], shape), place.name).toBe(true);
      }
    }
    expect(count(towns, (t) => t.seatSource.startsWith('geonames:'))).toBe(119);
    expect(new Set(towns.map((t) => `${t.lon},${t.lat}`)).size).toBe(141);
    // 大田乡 lies in 泰宁, far north of the county seat 大田均溪.
    expect(towns.find((t) => t.name === '大田乡')!.lat).toBeGreaterThan(26.8);
  });
});

describe('census', () => {
  it('sums over the counties to the city, column by column', () => {
    for (const [name, total] of Object.entries(city.census)) {
      const sum = city.counties.reduce((s, c) => s + c.census[name as keyof typeof c.census], 0);
      expect(sum, name).toBe(total);
    }
  });

  it('has the city totals everyone knows', () => {
    const { census } = city;
    expect(census.residents).toBe(2_486_450);
    expect(census.family_households).toBe(884_706);
    expect(census.household_members).toBe(2_376_190);
    expect(census.age_65_74 + census.age_75_79 + census.age_80_plus).toBe(341_318);
    expect(census.age_60_64 + 341_318).toBe(476_817);
    expect(census.age_80_plus).toBe(77_418);
  });
});
