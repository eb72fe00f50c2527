import { describe, expect, it } from 'vitest';
import { importCatalogue, sanmingCatalogue, type Catalogue } from '../../../src/core/indicators';
import { measures } from '../../../src/core/indicators/measures';

type Loose = Record<string, unknown>;

/** The catalogue that ships, with something done to it. */
async function faults(change: (catalogue: { indicators: Loose[] } & Loose) => void) {
  const copy = structuredClone(sanmingCatalogue) as unknown as { indicators: Loose[] } & Loose;
  change(copy);
  const { catalogue, problems } = await importCatalogue(JSON.stringify(copy), 'city.json');
  expect(catalogue === null).toBe(problems.length > 0);
  return problems;
}

describe('the catalogue that ships', () => {
  it('is 15 targets, 10 requirements and 8 duties, each with a measure of its own', () => {
    const kinds = (kind: string) => sanmingCatalogue.indicators.filter((one) => one.kind === kind);
    expect([kinds('target').length, kinds('requirement').length, kinds('duty').length]).toEqual([
      15, 10, 8,
    ]);
    for (const { id, measure } of sanmingCatalogue.indicators) {
      expect(measure).toBe(id);
      expect(measures[id].sql).toContain('-- roll-up');
    }
  });

  it('follows its own schema', async () => {
    expect(await faults(() => {})).toEqual([]);
  });
});

describe('another city’s catalogue', () => {
  it('may have its own sentence, target, types and duties', async () => {
    const text = JSON.stringify({
      ...sanmingCatalogue,
      title: { zh: '某市', en: 'Elsewhere' },
      indicators: [
        {
          ...sanmingCatalogue.indicators.find(
            (one) => one.id === 'rural_eldercare_village_coverage',
          ),
          target: 62.5,
          parameters: { counted_types: ['meal_point'], unit_kinds: ['villagers_committee'] },
        },
        {
          ...sanmingCatalogue.indicators.find((one) => one.kind === 'duty'),
          id: 'our_own_duty',
          measure: 'county_duty',
        },
      ],
    } satisfies Omit<Catalogue, 'indicators'> & { indicators: unknown[] });
    const { catalogue, problems } = await importCatalogue(text, 'city.json');
    expect(problems).toEqual([]);
    expect(catalogue!.indicators.map((one) => one.target)).toEqual([62.5, 100]);
  });

  it('is told what is wrong and where', async () => {
    const first = (problems: Awaited<ReturnType<typeof faults>>) => [
      problems[0]?.code,
      problems[0]?.params.at,
      problems[0]?.params.rule ?? problems[0]?.params.value,
    ];
    const { problems } = await importCatalogue('{"format":', 'city.json');
    expect(problems[0].code).toBe('catalogue_not_json');
    expect(first(await faults((c) => (c.indicators[9].target = 'sixty')))).toEqual([
      'catalogue_wrong',
      'indicators[9] (rural_eldercare_village_coverage).target',
      'type',
    ]);
    expect(first(await faults((c) => delete c.indicators[2].quotes))).toEqual([
      'catalogue_wrong',
      'indicators[2] (rural_community_facility_coverage)',
      'required',
    ]);
    expect(first(await faults((c) => (c.indicators[0].colour = 'red')))).toEqual([
      'catalogue_wrong',
      'indicators[0] (service_facility_area_per_100_households).colour',
      'false',
    ]);
    expect(first(await faults((c) => (c.indicators[0].levels = ['province'])))).toEqual([
      'catalogue_wrong',
      'indicators[0] (service_facility_area_per_100_households).levels[0]',
      'enum',
    ]);
    expect(first(await faults((c) => (c.indicators[1].id = c.indicators[0].id)))).toEqual([
      'catalogue_id_twice',
      'service_facility_area_per_100_households',
      'service_facility_area_per_100_households',
    ]);
    expect(first(await faults((c) => (c.indicators[1].measure = 'by_eye')))).toEqual([
      'catalogue_measure_unknown',
      'urban_community_facility_coverage',
      'by_eye',
    ]);
    expect(first(await faults((c) => (c.indicators[1].parameters = {})))).toEqual([
      'catalogue_parameter_missing',
      'urban_community_facility_coverage',
      'counted_types',
    ]);
    expect(first(await faults((c) => (c.indicators[0].soft_wording = '一般')))).toEqual([
      'catalogue_soft_not_quoted',
      'service_facility_area_per_100_households',
      '一般',
    ]);
    expect(first(await faults((c) => (c.indicators[0].operator = null)))).toEqual([
      'catalogue_target_without_operator',
      'service_facility_area_per_100_households',
      '30',
    ]);
    const types = { counted_types: ['care_center'], household_basis: 'family' };
    expect(first(await faults((c) => (c.indicators[0].parameters = types)))).toEqual([
      'catalogue_code_unknown',
      'service_facility_area_per_100_households',
      'care_center',
    ]);
  });

  it('is told of every fault at once', async () => {
    const problems = await faults((c) => {
      c.indicators[0].target = 'thirty';
      c.indicators[5].kind = 'wish';
      delete c.title;
    });
    expect(problems.map((problem) => problem.params.at).sort()).toEqual([
      '/',
      'indicators[0] (service_facility_area_per_100_households).target',
      'indicators[5] (county_eldercare_org_count).kind',
    ]);
  });
});
