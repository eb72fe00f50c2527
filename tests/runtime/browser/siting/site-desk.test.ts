import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenCity } from '../../../../src/runtime/browser/city/open-city';
import { defaultParameters } from '../../../../src/runtime/browser/data/default-parameters';
import { chosenFiles } from '../../../../src/runtime/browser/load/city-files';
import { loadFiles } from '../../../../src/runtime/browser/load/load-files';
import { siteCity } from '../../../../src/runtime/browser/siting/site-city';
import { createSiteDesk, type SiteDesk } from '../../../../src/runtime/browser/siting/site-desk';
import type {
  SiteAnswer,
  SiteFileKind,
  SiteOrder,
} from '../../../../src/runtime/browser/siting/siting-data';
import { highsSolver } from '../../../../src/runtime/node/highs';
import { Workplace } from '../../../cli/carecircle';

const folder = resolve(import.meta.dirname, '../../../../data/example');
const silent = () => undefined;

const order: SiteOrder = {
  asks: [{ kind: 'most_people', sites: 2 }],
  emphasis: {},
  walking: defaultParameters,
  scenario: null,
  choice: {
    premises: true,
    offices: true,
    junctionSpacingM: 300,
    drawn: [],
    withinUnit: null,
    withinRing: null,
  },
  rules: { forced: [], forbidden: [], costWhereUnknown: null },
};

describe('siting in the page, over the county that ships', () => {
  let desk: SiteDesk;
  let place: Workplace;

  async function answered(asked: Partial<SiteOrder>): Promise<SiteAnswer> {
    const found = await desk.recommend({ ...order, ...asked }, silent);
    if (!found.ok) throw new Error(found.problem.code);
    if (found.value.kind !== 'answer') throw new Error('out of reach');
    return found.value.answer;
  }

  async function textOf(kind: SiteFileKind): Promise<string> {
    const file = desk.file(kind);
    if (!file.ok) throw new Error(file.problem.code);
    return file.value.blob.text();
  }

  beforeAll(async () => {
    place = new Workplace();
    const files = readdirSync(folder)
      .filter((name) => name !== 'SOURCES.md')
      .map((name) => new File([readFileSync(resolve(folder, name))], name));
    const loaded = await loadFiles(chosenFiles(files), silent);
    if (!loaded.ok) throw new Error(loaded.problem.code);
    const city = OpenCity.from(loaded.value);
    if (!city.ok) throw new Error(city.problem.code);
    const sent = siteCity(city.value);
    if (!sent.ok) throw new Error(sent.problem.code);
    desk = createSiteDesk(highsSolver);
    // What crosses to the worker must survive being copied.
    desk.open(structuredClone(sent.value));
  });
  afterAll(() => place.clear());

  it('gathers premises, offices and junctions, each with the village it stands in', () => {
    const places = desk.candidates(order);
    if (!places.ok) throw new Error(places.problem.code);
    const of = (source: string) => places.value.filter((one) => one.source === source);
    expect(of('premise').map(({ id }) => id)).toEqual(['p1']);
    expect(of('office').length).toBe(4);
    expect(of('junction').length).toBeGreaterThan(0);
    expect(places.value.every(({ unitCode }) => unitCode?.startsWith('9901011'))).toBe(true);
  });

  it('answers as the command line does, sites and certificate alike', async () => {
    const answer = await answered({});
    expect(answer.rules[0]).toMatchObject({ gap: 0, bound: answer.rules[0].objective });
    expect(answer.people.after).toBe(answer.rules[0].objective);
    const gained = answer.sites.reduce((sum, site) => sum + site.onlyHere, 0);
    const shared = answer.sites.flatMap((site) => site.shared.map(({ people }) => people));
    // Two sites: each shared person is told by both of them.
    expect(answer.people.after - answer.people.before).toBe(
      gained + shared.reduce((sum, people) => sum + people, 0) / 2,
    );

    place.write('c.csv', await textOf('candidates'));
    const given = ['--data', folder, '--candidates', 'c.csv'];
    const asked = '--choose 2 --minutes 15 --speed 0.8 --out out'.split(' ');
    expect(place.run('site', ...given, ...asked)).toMatchObject({ code: 0 });
    expect(await textOf('sites')).toBe(place.read('out/sites.csv'));
    const own = JSON.parse(await textOf('certificate'));
    const theirs = JSON.parse(place.read('out/certificate.json'));
    for (const { parameters } of [own, theirs]) {
      delete parameters.inputs;
      delete parameters.scenario;
    }
    expect(own).toEqual(theirs);

    place.write('page.json', await textOf('certificate'));
    expect(place.run('verify-site', '--certificate', 'page.json', ...given)).toMatchObject({
      code: 0,
    });
  });

  it('checks its certificate from the streets, and refuses one that was changed', async () => {
    await answered({});
    const text = await textOf('certificate');
    const verified = await desk.verify(order, text);
    expect(verified).toMatchObject({ ok: true, value: { accepted: true } });
    const better = JSON.parse(text);
    better.objective += 1;
    const refused = await desk.verify(order, JSON.stringify(better));
    expect(refused).toMatchObject({ ok: true, value: { accepted: false } });
  });

  it('shows where a site reaches, around the site itself', async () => {
    const [{ place: site }] = (await answered({})).sites;
    const shown = desk.catchment(site.id);
    if (!shown.ok) throw new Error(shown.problem.code);
    const points = shown.value.polygon.coordinates.flat(2);
    const lons = points.map(([lon]) => lon);
    expect(Math.min(...lons)).toBeLessThan(site.lon);
    expect(Math.max(...lons)).toBeGreaterThan(site.lon);
  });

  it('takes the facilities of the option in view as existing', async () => {
    const [best] = (await answered({ asks: [{ kind: 'most_people', sites: 1 }] })).sites;
    const { lon, lat, unitCode } = best.place;
    const site = {
      id: 'site-1',
      name: 'x',
      type: 'home_care_station',
      lon,
      lat,
      unitCode,
      capacityPersons: null,
      cost10kYuan: null,
      year: null,
      buildingMode: null,
      isChosen: true,
      origin: 'recommended' as const,
      originId: best.place.id,
    };
    const scenario = { id: 'option-1', name: 'A', changes: [{ kind: 'add' as const, site }] };
    const before = await answered({});
    const with1 = await answered({ scenario });
    expect(with1.people.before).toBe(before.people.before + best.gained);
  });

  it('names who is out of reach, and the share that can be asked', async () => {
    const asks = [
      { kind: 'reach_share', percent: 100, of: 'people', by: null, cheapest: false } as const,
    ];
    const found = await desk.recommend({ ...order, asks }, silent);
    if (!found.ok || found.value.kind !== 'out_of_reach') throw new Error('reached');
    const [short] = found.value.outOfReach.shortfalls;
    expect(short.attainable).toBeLessThan(short.needed);
    const percent = short.attainablePercent;
    expect((await answered({ asks: [{ ...asks[0], percent }] })).rules[0].gap).toBe(0);
  });

  it('keeps the best found when it is stopped, with a bound that holds', async () => {
    const whole = await answered({ asks: [{ kind: 'most_people', sites: 3 }] });
    const searching = desk.recommend({ ...order, asks: [{ kind: 'most_people', sites: 3 }] }, () =>
      desk.stop(),
    );
    const stopped = await searching;
    if (!stopped.ok || stopped.value.kind !== 'answer') throw new Error('no answer');
    const [rule] = stopped.value.answer.rules;
    expect(rule.objective).toBeLessThanOrEqual(whole.rules[0].objective);
    expect(rule.bound).toBeGreaterThanOrEqual(whole.rules[0].objective);
  });
});
