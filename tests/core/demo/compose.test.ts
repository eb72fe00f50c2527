/** Households as numbers: exact to the census row of every county. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, apportionWithin } from '../../../src/core/demo/apportion';
import {
  composeCounty,
  LIVING_ALONE_RATE,
  type Composition,
} from '../../../src/core/demo/people/compose';
import { readSources } from '../../../src/core/demo/sources';
import { demoTexts } from './demo-sources';

const city = readSources(demoTexts);
const total = (column: Uint8Array) => column.reduce((a, b) => a + b, 0);
const sixtyFive = (p: Composition, i: number) => p.age_65_74[i] + p.age_75_79[i] + p.age_80_plus[i];

describe.each(city.counties.map((c) => [c.name, c] as const))('%s', (_, county) => {
  const { census } = county;
  const { families, collectives } = composeCounty(census, 1, county.code);
  const both = (name: keyof Composition) => total(families[name]) + total(collectives[name]);

  it('equals its census row in every column', () => {
    expect(families.persons).toHaveLength(census.family_households);
    expect(total(families.persons)).toBe(census.household_members);
    expect(both('persons')).toBe(census.residents);
    for (const name of ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'] as const) {
      expect(both(name), name).toBe(census[name]);
    }
    const sizes = families.persons;
    expect(sizes.filter((n) => n === 1)).toHaveLength(census.one_person_households);
    const elders = Array.from(sizes, (_n, i) => sixtyFive(families, i));
    expect(elders.filter((n) => n === 1)).toHaveLength(census.households_with_one_65_plus);
    expect(elders.filter((n) => n === 2)).toHaveLength(census.households_with_two_65_plus);
    expect(elders.filter((n) => n === 3)).toHaveLength(census.households_with_three_65_plus);
  });

  it('never has more elders than persons, nor more dependent than elders', () => {
    for (const people of [families, collectives]) {
      for (let i = 0; i < people.persons.length; i++) {
        const elders = people.age_60_64[i] + sixtyFive(people, i);
        if (elders > people.persons[i] || people.dependent[i] > elders) {
          expect.fail(`household ${i}: ${people.persons[i]} persons, ${elders} elders`);
        }
      }
    }
  });

  it('has the stated share living alone', () => {
    let alone = 0;
    for (let i = 0; i < families.persons.length; i++) {
      if (families.persons[i] === 1 && families.age_60_64[i] + sixtyFive(families, i) === 1)
        alone++;
    }
    const elders = census.age_60_64 + census.age_65_74 + census.age_75_79 + census.age_80_plus;
    expect(alone).toBe(Math.round(elders * LIVING_ALONE_RATE));
  });
});

describe('apportion', () => {
  it('sums exactly, gives nothing to weight 0 and is within one of the exact share', () => {
    const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (whole, list) => {
        const sum = list.reduce((a, b) => a + b, 0);
        const parts = apportion(whole, list);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : whole);
        list.forEach((w, i) => {
          if (sum > 0) expect(Math.abs(parts[i] - (whole * w) / sum)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('keeps to limits', () => {
    expect([...apportionWithin(10, [1, 1, 1], [1, 100, 2])]).toEqual([1, 7, 2]);
  });
});
