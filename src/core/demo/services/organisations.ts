/**
 * Organisations, their links to communities, social workers and volunteers: set so that some targets
 * are met (中级社工, 社工机构, 城市社区社会组织) and others missed.
 */
import {
  CARE_SERVICE,
  COMMUNITY_SERVICE,
  DEMO_SOURCE,
  agencyName,
  communityOrgName,
  operatorName,
  shortUnitName,
} from '../names';
import { Chance } from '../random';
import type { City } from '../sources';
import type { TableRow } from '../files/csv';
import { AS_OF, type UnitPlace } from './facility-plan';
import { socialWorkers } from './social-workers';
import { sampleCreditCode } from './facility-details';

export interface OrganisationTables {
  readonly orgs: TableRow[];
  readonly org_links: TableRow[];
  readonly social_workers: TableRow[];
  readonly volunteers: TableRow[];
}

const provenance = { as_of: AS_OF, source: DEMO_SOURCE };
const VOLUNTEER_SHARE = 0.121;

export function organisationTables(
  city: City,
  seed: number,
  keep: (countyCode: string) => boolean,
): OrganisationTables {
  const places: UnitPlace[] = city.counties.flatMap((county) =>
    county.towns.flatMap((town) => town.villages.map((village) => ({ county, town, village }))),
  );
  const tables: OrganisationTables = {
    orgs: [],
    org_links: [],
    social_workers: [],
    volunteers: [],
  };
  eldercareOrgs(places, tables, new Chance(seed, 'eldercare orgs'), keep);
  communityOrgs(places, tables, new Chance(seed, 'community orgs'), keep);
  const agencies = socialWorkAgencies(city, tables, new Chance(seed, 'agencies'));
  tables.social_workers.push(
    ...socialWorkers(places, agencies, new Chance(seed, 'social workers'), keep),
  );
  const chance = new Chance(seed, 'volunteers');
  for (const county of city.counties) {
    const share = VOLUNTEER_SHARE * chance.between(0.86, 1.12);
    const registered_volunteers = Math.round(county.census.residents * share);
    if (keep(county.code)) {
      tables.volunteers.push({ unit_code: county.code, registered_volunteers, ...provenance });
    }
  }
  return tables;
}

/** 22 providers; each county's are those that run its facilities. Five in six communities have a link, some ended. */
function eldercareOrgs(
  places: readonly UnitPlace[],
  tables: OrganisationTables,
  chance: Chance,
  keep: (code: string) => boolean,
): void {
  const used = new Set<string>();
  for (let n = 0; n < 24; n++) {
    for (const kind of ['enterprise', 'private_nonprofit'] as const) {
      if (chance.is(0.5)) continue;
      const org_id = sampleCreditCode(kind === 'enterprise' ? n : 100 + n);
      used.add(org_id);
      tables.orgs.push({
        org_id,
        name: operatorName(kind, n),
        kind: 'eldercare',
        registration: 'registered',
        registered_unit_code: chance.pick(places).county.code,
        ...provenance,
      });
    }
  }
  const ids = [...used];
  for (const { county, village } of places) {
    const isCommittee = village.kind === 'residents_committee';
    // Two counties have not begun.
    const begun = !/^3504(23|30)/.test(county.code);
    const likely = isCommittee
      ? begun
        ? 0.86
        : 0
      : village.kind === 'villagers_committee' && begun
        ? 0.07
        : 0;
    const linked = chance.is(likely);
    const org_id = ids[(Number(county.code.slice(4, 6)) * 5 + chance.whole(0, 3)) % ids.length];
    const ended = chance.is(0.06);
    const year = chance.whole(2017, 2019);
    const month = chance.whole(1, 9);
    const isOpenEnded = chance.is(0.5);
    if (!linked || !keep(county.code)) continue;
    tables.org_links.push({
      org_id,
      unit_code: village.code,
      service: CARE_SERVICE,
      valid_from: `${year}-0${month}-01`,
      valid_to: ended ? '2020-06-30' : isOpenEnded ? null : `${year + 4}-12-31`,
      ...provenance,
    });
  }
}

/** 居委会 have about 10.4 each, villages about 3.4. */
function communityOrgs(
  places: readonly UnitPlace[],
  tables: OrganisationTables,
  chance: Chance,
  keep: (code: string) => boolean,
): void {
  let number = 0;
  for (const { county, village } of places) {
    if (village.kind === 'other') continue;
    const isUrban = village.kind === 'residents_committee';
    const count = isUrban
      ? chance.whole(6, 15)
      : Math.max(0, chance.whole(1, 7) - 1 + (chance.is(0.4) ? 1 : 0));
    for (let n = 0; n < count; n++) {
      number++;
      const registration = chance.is(isUrban ? 0.22 : 0.08)
        ? 'registered'
        : chance.is(0.97)
          ? 'filed'
          : 'cancelled';
      if (!keep(county.code)) continue;
      const org_id = `C${String(number).padStart(5, '0')}`;
      tables.orgs.push({
        org_id,
        name: communityOrgName(shortUnitName(village.name), n),
        kind: 'community',
        registration,
        registered_unit_code: village.code,
        ...provenance,
      });
      tables.org_links.push({
        org_id,
        unit_code: village.code,
        service: COMMUNITY_SERVICE,
        valid_from: `${2012 + (number % 8)}-05-01`,
        valid_to: null,
        ...provenance,
      });
    }
  }
}

/** 23 registered, 3 cancelled. */
function socialWorkAgencies(city: City, tables: OrganisationTables, chance: Chance): string[] {
  const ids: string[] = [];
  for (let n = 0; n < 26; n++) {
    const county = n < 11 ? city.counties[n] : chance.pick(city.counties);
    const org_id = `52350400SAMPL${String(n).padStart(5, '0')}`;
    ids.push(org_id);
    tables.orgs.push({
      org_id,
      name: agencyName(county.name, n),
      kind: 'social_work_agency',
      registration:
        n % 9 === 8 ? (n > 20 ? 'registered' : 'cancelled') : n === 25 ? 'cancelled' : 'registered',
      registered_unit_code: county.code,
      ...provenance,
    });
  }
  return ids;
}
