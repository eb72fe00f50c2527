import { describe, expect, it } from 'vitest';
import {
  failingPlaces,
  judgedIndicators,
  standings,
} from '../../../src/core/export/summary/standing';
import type {
  GroupCount,
  IndicatorSummary,
  UnitSummary,
} from '../../../src/core/export/summary/result-summary';

const none: GroupCount = [null, null, null, null];

function unit(
  unitCode: string,
  level: UnitSummary['level'],
  parentCode: string | null,
  covered: number | null,
): UnitSummary {
  const age_60_plus: GroupCount = covered === null ? none : [300, covered, 0, 0];
  return {
    unitCode,
    name: `unit ${unitCode}`,
    level,
    kind: null,
    parentCode,
    lon: null,
    lat: null,
    groups: {
      households: none,
      persons: none,
      age_60_plus,
      age_65_plus: none,
      age_80_plus: none,
      living_alone: none,
    },
    dependent: null,
    medianMinutes: null,
    p90Minutes: null,
  };
}

const units = [
  unit('0', 'city', null, 500),
  unit('1', 'county', '0', 100),
  unit('2', 'county', '0', 200),
  unit('3', 'county', '0', 100),
  unit('4', 'county', '0', null),
  unit('21', 'town', '2', 10),
  unit('211', 'village', '21', 1),
  unit('212', 'village', '21', 0),
  unit('31', 'town', '3', 0),
  unit('311', 'village', '31', 0),
];

const figure = (unitCode: string, valueHundredths: number | null) => ({
  unitCode,
  state: 'missed' as const,
  valueHundredths,
  numerator: null,
  denominator: null,
  shortfall: 3,
  reason: null,
});

const indicator = {
  id: 'villages',
  kind: 'target',
  levels: ['county', 'city'],
  target: 60,
  figures: [figure('1', 5999), figure('2', 6000)],
  failing: ['211', '212', '311'],
} as unknown as IndicatorSummary;
const told = { units, indicators: [indicator] };

describe('who stands where', () => {
  it('ranks by share, equal shares in one place, those without a figure last', () => {
    const rows = standings(told, '0', null);
    expect(rows.map(({ unitCode, place, valueHundredths }) => [unitCode, place, valueHundredths])) //
      .toEqual([
        ['2', 1, 6666],
        ['1', 2, 3333],
        ['3', 2, 3333],
        ['4', null, null],
      ]);
  });

  it('ranks by an indicator, with state and what is lacking', () => {
    const [first, second, ...rest] = standings(told, '0', indicator);
    expect(first).toMatchObject({ unitCode: '2', place: 1, state: 'missed', shortfall: 3 });
    expect(second).toMatchObject({ unitCode: '1', place: 2 });
    expect(rest.map(({ place, state }) => [place, state])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('names what fails under the unit above each, in the city or in one county', () => {
    expect(failingPlaces(told, indicator, '0')).toEqual([
      { parentName: 'unit 21', names: ['unit 211', 'unit 212'] },
      { parentName: 'unit 31', names: ['unit 311'] },
    ]);
    expect(failingPlaces(told, indicator, '3')).toEqual([
      { parentName: 'unit 31', names: ['unit 311'] },
    ]);
    expect(failingPlaces(told, indicator, '1')).toEqual([]);
  });

  it('asks of a level only the targets that are judged there', () => {
    expect(judgedIndicators(told, units[0])).toEqual([indicator]);
    expect(judgedIndicators(told, units[5])).toEqual([]);
  });
});
