import { expect, it } from 'vitest';
import {
  ageBands,
  limitCm,
  statesOf,
  sumByBand,
  sumByUnit,
  yardstickCm,
  yardsticks,
} from '../../../../src/core/reach';

const tree = { parent: Int32Array.of(-1, 0, 0) };
const unit = Int32Array.of(1, 1, 2, 2, 2);
// At 15 minutes: 54,000 cm for 80+, 72,000 for 75–79, 81,000 for 60–74.
const input = {
  costCm: Int32Array.of(54_000, 54_001, 72_001, 81_001, -1),
  edge: Int32Array.of(0, 0, 0, 0, -1),
};
const ages = {
  age_60_64: [1, 1, 1, 1, 1],
  age_65_74: [2, 2, 2, 2, 2],
  age_75_79: [4, 4, 4, 4, 4],
  age_80_plus: [8, 8, 8, 8, 8],
};

it('each age is judged by its own speed, within one household too', () => {
  const sums = sumByBand(tree, unit, () => input, 15, ageBands(ages));
  expect([...sums.age_60_plus!.covered]).toEqual([15 + 7 + 3, 22, 3]);
  expect([...sums.age_65_plus!.covered]).toEqual([14 + 6 + 2, 20, 2]);
  expect([...sums.age_80_plus!.covered]).toEqual([8, 8, 0]);
  expect([...sums.age_60_plus!.total]).toEqual([75, 30, 45]);
  expect([...sums.age_60_plus!.notConnected]).toEqual([15, 0, 15]);
});

it('one speed for all ages is the plain sum', () => {
  const speeds = { age_60_74: 0.8, age_75_79: 0.8, age_80_plus: 0.8, general: 0.8 };
  const sums = sumByBand(tree, unit, () => input, 15, ageBands(ages, speeds));
  const states = statesOf(input, limitCm(15, 0.8));
  const columns = { age_60_plus: [15, 15, 15, 15, 15], age_80_plus: ages.age_80_plus };
  const plain = sumByUnit(tree, unit, states, columns);
  expect(sums.age_60_plus).toEqual(plain.age_60_plus);
  expect(sums.age_80_plus).toEqual(plain.age_80_plus);
});

it('a sum with an age nobody counted is unknown', () => {
  const sums = sumByBand(tree, unit, () => input, 15, ageBands({ ...ages, age_60_64: undefined }));
  expect(sums.age_60_plus).toBeUndefined();
  expect([...sums.age_65_plus!.total]).toEqual([70, 28, 42]);
  expect(sumByBand(tree, unit, () => input, 15, ageBands({})).age_80_plus).toBeUndefined();
});

it('households whose ages are unknown count nothing', () => {
  const known = { age_60_plus: [1, 0, 1, 1, 1], age_80_plus: [1, 1, 0, 1, 1] };
  const masked = ageBands({ ...ages, age_60_64: [1, -999, 1, 1, 1] }, undefined, known);
  const sums = sumByBand(tree, unit, () => input, 15, masked);
  expect([...sums.age_60_plus!.covered]).toEqual([15 + 3, 15, 3]);
  expect([...sums.age_80_plus!.total]).toEqual([32, 16, 16]);
});

it('the three yardsticks', () => {
  expect(yardstickCm(yardsticks.standard)).toBe(100_000);
  expect(yardstickCm(yardsticks.older)).toBe(72_000);
  expect(yardstickCm(yardsticks.oldest)).toBe(54_000);
});
