/** Indicators of organisations, people and duties, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { sanmingCatalogue } from '../../../src/core/indicators';
import { ask, askBeside } from './ask';
import {
  chengguanTown,
  city,
  communities,
  facility,
  liedong,
  mingxi,
  sanyuan,
  villages,
} from './small-city';

const org = (org_id: string, kind: string, cells = {}) => ({
  org_id,
  name: org_id,
  kind,
  registration: 'registered',
  ...cells,
});
const link = (org_id: string, unit_code: string, cells = {}) => ({ org_id, unit_code, ...cells });

describe('community organisations', () => {
  const id = 'urban_community_org_avg';
  const many = (count: number, unit: string) =>
    Array.from({ length: count }, (_, i) =>
      org(`${unit}-${i}`, 'community', { registered_unit_code: unit }),
    );

  it('is an average, not a duty of each community', async () => {
    // 三元区: 20 in one community, none in the other: 10 on average.
    expect(
      await ask(id, { orgs: [...many(20, communities[0]), ...many(19, communities[2])] }, [
        city,
        sanyuan,
        mingxi,
      ]),
    ).toEqual(['39/4 missed -1', '20/2 met -0', '19/2 missed -1']);
  });

  it('counts registered and filed, not cancelled; one registered and linked in one place once', async () => {
    const orgs = [
      org('A', 'community', { registered_unit_code: communities[0] }),
      org('B', 'community', { registration: 'filed' }),
      org('C', 'community', { registration: 'cancelled' }),
      org('D', 'community', { registration: null }),
      org('E', 'eldercare'),
      org('F', 'community', { registered_unit_code: city }),
    ];
    const org_links = [
      link('A', communities[0]),
      link('A', communities[1]),
      link('B', communities[0]),
      link('C', communities[0]),
      link('D', communities[0]),
      link('E', communities[0]),
    ];
    const overrides = { targets: { [id]: 1 } };
    expect(await ask(id, { orgs, org_links }, [sanyuan, communities[0]], { overrides })).toEqual([
      '3/2 met -0',
      '2/1 informative',
    ]);
    // With the one whose registration is blank the average could be 4 of 2.
    expect(
      await ask(id, { orgs, org_links }, [sanyuan], { overrides: { targets: { [id]: 2 } } }),
    ).toEqual(['3/2 insufficient blanks_decide']);
    expect(
      await ask(id, { orgs, org_links }, [sanyuan], {
        overrides: { ...overrides, interpretations: { [id]: 'each_once' } },
      }),
    ).toEqual(['2/2 met -0']);
  });

  it('rural: five for each village', async () => {
    expect(
      await ask('rural_community_org_avg', { orgs: many(5, villages[0]) }, [city, sanyuan]),
    ).toEqual(['5/5 missed -20', '5/1 met -0']);
  });
});

describe('elder-care organisations', () => {
  const linkage = 'community_org_linkage';

  it('one working in two counties counts in both, branches as their parent', async () => {
    const orgs = [
      org('A', 'eldercare', { registered_unit_code: '110101000000' }),
      org('A-branch', 'eldercare', { parent_org_id: 'A' }),
    ];
    const org_links = [link('A', communities[0]), link('A-branch', communities[1])];
    const runs = [facility(villages[1], { operator_credit_code: 'A-branch' })];
    const id = 'county_eldercare_org_count';
    expect(await ask(id, { orgs, org_links, facilities: runs }, [city, sanyuan, mingxi])).toEqual([
      '2/2 met -0',
      '1/1 met -0',
      '1/1 met -0',
    ]);
    expect(await ask(id, { orgs, org_links }, [city, mingxi])).toEqual([
      '1/2 missed -1',
      '0/1 missed -1',
    ]);
    // A target of two organisations asks it of the city's counties as well.
    expect(
      await ask(id, { orgs, org_links, facilities: runs }, [city, sanyuan], {
        overrides: { targets: { [id]: 2 } },
      }),
    ).toEqual(['0/2 missed -2', '1/1 missed -1']);
  });

  it('closed facilities and ended links bring nobody', async () => {
    const orgs = [org('A', 'eldercare'), org('B', 'eldercare'), org('C', 'eldercare')];
    const org_links = [link('A', communities[0], { valid_to: '2019-12-31' })];
    const facilities = [
      facility(communities[0], { operator_credit_code: 'B', status: 'closed' }),
      facility(communities[0], { operator_name: 'C' }),
    ];
    expect(
      await ask('county_eldercare_org_count', { orgs, org_links, facilities }, [sanyuan], {
        asOf: '2020-12-31',
      }),
    ).toEqual(['1/1 met -0']);
  });

  it('links: live on the date, in residents’ committees, amber when missed', async () => {
    const orgs = [org('A', 'eldercare'), org('X', 'eldercare', { registration: 'cancelled' })];
    const org_links = [
      link('A', communities[0], { valid_from: '2020-01-01', valid_to: '2020-12-31' }),
      link('A', communities[1], { valid_from: '2021-01-01' }),
      link('X', communities[2]),
      link('A', communities[3]),
      link('A', villages[0]),
    ];
    const at = (asOf: string) => ask(linkage, { orgs, org_links }, [city, sanyuan], { asOf });
    expect(await at('2020-12-31')).toEqual(['2/4 soft_missed -2', '1/2 soft_missed -1']);
    expect(await at('2021-06-30')).toEqual(['2/4 soft_missed -2', '1/2 soft_missed -1']);
    expect(await at('2019-06-30')).toEqual(['1/4 soft_missed -3', '0/2 soft_missed -2']);
    expect(
      await ask(linkage, { orgs, org_links }, [city], {
        asOf: '2020-12-31',
        overrides: { interpretations: { [linkage]: 'with_villages' } },
      }),
    ).toEqual(['3/9 soft_missed -6']);
  });

  it('premises: an organisation in two counties once in each and once in the city', async () => {
    const orgs = [org('A', 'eldercare'), org('B', 'eldercare')];
    const facilities = [
      facility(communities[0], { operator_credit_code: 'A', premises_terms: 'free' }),
      facility(communities[2], { operator_credit_code: 'A', premises_terms: 'market_rent' }),
      facility(communities[2], { operator_credit_code: 'B', premises_terms: 'low_rent' }),
    ];
    expect(
      await ask('premises_support_rate', { orgs, facilities }, [city, sanyuan, mingxi]),
    ).toEqual(['2/2 informative', '1/1 informative', '1/2 informative']);
  });

  it('agencies: registered in the city, not cancelled, no branches, a blank place unknown', async () => {
    const agency = (id: string, cells = {}) =>
      org(id, 'social_work_agency', { registered_unit_code: sanyuan, ...cells });
    const orgs = [
      agency('A'),
      agency('B', { registration: 'cancelled' }),
      agency('C', { parent_org_id: 'A' }),
      agency('D', { registered_unit_code: '110101000000' }),
      agency('E', { registration: 'filed' }),
    ];
    const id = 'social_work_agency_count';
    expect(await ask(id, { orgs }, [city, sanyuan])).toEqual(['1/1 missed -19', '1/1 informative']);
    const overrides = { targets: { [id]: 2 } };
    const blank = [...orgs, agency('F', { registered_unit_code: null })];
    expect(await ask(id, { orgs: blank }, [city], { overrides })).toEqual([
      '1/1 insufficient blanks_decide',
    ]);
  });
});

describe('social workers and volunteers', () => {
  const heads = (unit_code: string, headcount: number, cells = {}) => ({
    unit_code,
    headcount,
    ...cells,
  });

  it('counts heads; a total stands for what is listed beneath it', async () => {
    const id = 'social_worker_total';
    const worker = (worker_id: string, unit_code: string) => ({
      worker_id,
      unit_code,
      level: null,
    });
    const social_workers = [
      heads(sanyuan, 2000),
      worker('w1', communities[0]),
      worker('w2', communities[2]),
      worker('w2', communities[3]),
      heads(communities[2], 968, { workplace: 'community' }),
    ];
    expect(await ask(id, { social_workers }, [city, sanyuan, mingxi])).toEqual([
      '2969/1 missed -1',
      '2000/1 informative',
      '969/1 informative',
    ]);
    expect(
      await ask(id, { social_workers: [...social_workers, worker('w3', liedong)] }, [city]),
    ).toEqual(['2969/1 missed -1']);
    expect(
      await ask(id, { social_workers: [...social_workers, worker('w3', mingxi)] }, [city]),
    ).toEqual(['2970/1 met -0']);
  });

  it('intermediate: certificate or recognised, assistants not; a blank level is unknown', async () => {
    const id = 'social_worker_intermediate';
    const social_workers = [
      heads(communities[0], 300, { level: 'intermediate', workplace: 'community' }),
      heads(communities[1], 150, { level: 'recognised_intermediate', workplace: 'community' }),
      heads(communities[2], 49, { level: 'senior', workplace: 'community' }),
      heads(communities[3], 90, { level: 'assistant', workplace: 'community' }),
    ];
    expect(await ask(id, { social_workers }, [city])).toEqual(['499/1 missed -1']);
    expect(await askBeside(id, 'certificate', { social_workers }, [city])).toEqual([
      '349/1 informative',
    ]);
    expect(await askBeside(id, 'recognised', { social_workers }, [city])).toEqual([
      '150/1 informative',
    ]);
    const blank = [...social_workers, heads(villages[0], 1, { workplace: 'village' })];
    expect(await ask(id, { social_workers: blank }, [city])).toEqual([
      '499/1 insufficient blanks_decide',
    ]);
  });

  it('staffing: one is enough, two is excellent, villages apart', async () => {
    const id = 'community_social_worker_staffing';
    const social_workers = [
      heads(communities[0], 1),
      heads(communities[1], 2),
      heads(communities[2], 0),
      { worker_id: 'w', unit_code: villages[0] },
    ];
    expect(await ask(id, { social_workers }, [city, sanyuan, mingxi])).toEqual([
      '2/4 missed -2',
      '2/2 met -0',
      '0/2 missed -2',
    ]);
    expect(await askBeside(id, 'two_or_more', { social_workers }, [city])).toEqual([
      '1/4 informative',
    ]);
    expect(await askBeside(id, 'villages', { social_workers }, [city])).toEqual([
      '1/5 informative',
    ]);
  });

  it('posts: towns, communities and villages each are a unit', async () => {
    const social_workers = [heads(liedong, 1, { workplace: 'subdistrict' }), heads(villages[1], 1)];
    expect(
      await ask('social_work_post_coverage', { social_workers }, [city, liedong, chengguanTown]),
    ).toEqual(['2/14 informative', '1/2 informative', '1/5 informative']);
  });

  it('volunteers: of residents of the same year; a blank county leaves the city without a figure', async () => {
    const id = 'volunteer_registration_rate';
    const residents = (unit_code: string, as_of: string, count: number) => ({
      unit_code,
      as_of,
      residents: count,
    });
    const volunteers = (unit_code: string, count: number | null) => ({
      unit_code,
      registered_volunteers: count,
      as_of: '2019-12-31',
    });
    const population = [
      residents(sanyuan, '2019-06-30', 1000),
      residents(sanyuan, '2019-12-31', 500),
      residents(mingxi, '2019-12-31', 500),
      residents(mingxi, '2010-11-01', 9999),
    ];
    const data = { population, volunteers: [volunteers(sanyuan, 65), volunteers(mingxi, 64)] };
    expect(await ask(id, data, [city, sanyuan, mingxi])).toEqual([
      '129/1000 missed -1',
      '65/500 informative',
      '64/500 informative',
    ]);
    const blank = { population, volunteers: [volunteers(sanyuan, 65), volunteers(mingxi, null)] };
    expect(await ask(id, blank, [city, mingxi])).toEqual([
      '?/1000 insufficient numerator_missing',
      '?/500 insufficient numerator_missing',
    ]);
    const zero = { population, volunteers: [volunteers(sanyuan, 65), volunteers(mingxi, 0)] };
    expect(await ask(id, zero, [city, mingxi])).toEqual([
      '65/1000 missed -65',
      '0/500 informative',
    ]);
    const own = { ...data, volunteers: [...data.volunteers, volunteers(city, 130)] };
    expect(await ask(id, own, [city])).toEqual(['130/1000 met -0']);
  });
});

describe('duties', () => {
  const duties = sanmingCatalogue.indicators.filter((entry) => entry.kind === 'duty');

  it.each(duties.map((entry) => entry.id))('%s: done only with number and date', async (id) => {
    const record = (unit_code: string, cells = {}) => ({
      unit_code,
      duty_id: id,
      fulfilled: true,
      document_no: '明民〔2018〕1号',
      document_date: '2018-01-01',
      ...cells,
    });
    const at = (...rows: Record<string, string | boolean | null>[]) =>
      ask(id, { duties: rows }, [city, sanyuan, mingxi]);
    expect(await at(record(sanyuan), record(mingxi))).toEqual([
      '2/2 met -0',
      '1/1 met -0',
      '1/1 met -0',
    ]);
    expect(await at(record(sanyuan))).toEqual([
      '1/2 insufficient blanks_decide',
      '1/1 met -0',
      '0/1 insufficient blanks_decide',
    ]);
    expect(await at(record(sanyuan), record(mingxi, { document_no: null }))).toEqual([
      '1/2 insufficient blanks_decide',
      '1/1 met -0',
      '0/1 insufficient blanks_decide',
    ]);
    expect(await at(record(sanyuan), record(mingxi, { fulfilled: false }))).toEqual([
      '1/2 missed -1',
      '1/1 met -0',
      '0/1 missed -1',
    ]);
    expect(await at(record(sanyuan, { duty_id: 'another' }))).toEqual([
      '0/2 insufficient blanks_decide',
      '0/1 insufficient blanks_decide',
      '0/1 insufficient blanks_decide',
    ]);
  });
});
