/**
 * The indicators a second time, in plain TypeScript over rows of text, written apart from the SQL and
 * sharing nothing with it: what both agree on is unlikely to be wrong in the same way twice. It knows
 * the demo's tables only (no old codes, no scenario), and counts city and counties.
 */
export type TextRow = Readonly<Record<string, string>>;
export type TextTables = Readonly<Record<string, readonly TextRow[]>>;

export interface PlainFigure {
  readonly numerator: number;
  readonly denominator: number;
}
/** Figures by unit code, by indicator. */
export type PlainFigures = Record<string, Record<string, PlainFigure>>;

/** What the demo writes as opening hours, read by a person. */
const hoursByHand: Readonly<Record<string, number>> = {
  全天: 24,
  '24小时': 24,
  '周一至周五 8:00-17:00': 9,
  '8:00-12:00，14:30-18:00': 7.5,
  '每天8:00-18:00': 10,
  '上午8:00-11:30 下午14:00-17:30': 7,
  '夏令8:00-18:00，冬令8:00-17:00': 9,
  '8:30—11:30，14:30—17:30': 6,
  '08:00-17:30': 9.5,
  上午8点至下午5点: 9,
  '8:00-17:00': 9,
  '9：00—16：00': 7,
  '周一至周六8:30-17:30': 9,
};
const unreadableByHand = ['', '逢墟日开放'];

const countyOf = (code: string) => `${code.slice(0, 6)}000000`;
const circleTypes = ['care_centre', 'home_care_station', 'day_care_centre', 'rural_happiness_home'];

export function plainCount(tables: TextTables, asOf: string): PlainFigures {
  const units = tables.admin_units;
  const city = units.find((unit) => unit.level === 'city')!.unit_code;
  const counties = units.filter((unit) => unit.level === 'county').map((unit) => unit.unit_code);
  const figures: PlainFigures = {};
  /** Adds to a county and to the city. */
  const add = (id: string, code: string, numerator: number, denominator: number) => {
    const byUnit = (figures[id] ??= {});
    for (const unit of new Set([countyOf(code), city])) {
      const figure = byUnit[unit] ?? { numerator: 0, denominator: 0 };
      byUnit[unit] = {
        numerator: figure.numerator + numerator,
        denominator: figure.denominator + denominator,
      };
    }
  };
  const set = (id: string, unit: string, numerator: number, denominator: number) =>
    ((figures[id] ??= {})[unit] = { numerator, denominator });

  const villages = units.filter((unit) => unit.kind === 'villagers_committee');
  const communities = units.filter((unit) => unit.kind === 'residents_committee');
  const towns = units.filter((unit) => unit.level === 'town' && unit.kind !== 'other');
  const townOf = new Map(
    units.map((unit) => [
      unit.unit_code,
      unit.level === 'village'
        ? unit.host_code || unit.parent_code
        : unit.level === 'town'
          ? unit.unit_code
          : '',
    ]),
  );
  const isRunning = (facility: TextRow) => ['operating', 'built'].includes(facility.status);
  const running = tables.facilities.filter(isRunning);
  const of = (...types: string[]) => running.filter((facility) => types.includes(facility.type));
  /** Units reached by facilities of these types: where they stand, and whom they are said to serve. */
  const reached = (...types: string[]) => {
    const facilities = of(...types);
    const ids = new Set(facilities.map((facility) => facility.facility_id));
    const services = tables.facility_services.filter((row) => ids.has(row.facility_id));
    return new Set([...facilities, ...services].map((row) => row.unit_code));
  };
  const share = (id: string, all: readonly TextRow[], hit: ReadonlySet<string>) => {
    for (const { unit_code: code } of all) add(id, code, hit.has(code) ? 1 : 0, 1);
  };

  // Facilities and the units they reach.
  const complexes = of('community_service_facility');
  for (const { unit_code: code, floor_area_m2: area } of complexes) {
    add('service_facility_area_per_100_households', code, Math.round(Number(area) * 100), 0);
  }
  for (const unit of [city, ...counties]) {
    // An extract of one county has no row of the city: it is the sum of its counties.
    const own = tables.population.filter((one) => one.unit_code === unit);
    const rows =
      own.length > 0 ? own : tables.population.filter((one) => counties.includes(one.unit_code));
    const households = rows.reduce((sum, row) => sum + Number(row.family_households), 0);
    const figure = figures.service_facility_area_per_100_households[unit];
    set('service_facility_area_per_100_households', unit, figure?.numerator ?? 0, households);
  }
  const complexUnits = reached('community_service_facility');
  share('urban_community_facility_coverage', communities, complexUnits);
  share('rural_community_facility_coverage', villages, complexUnits);
  share(
    'rural_eldercare_village_coverage',
    villages,
    reached(...circleTypes, 'rural_welfare_home', 'residential_care_home'),
  );
  share(
    'resettlement_site_facility',
    units.filter((unit) => unit.is_resettlement_site === 'true'),
    complexUnits,
  );
  const professional = of('care_centre').filter(({ operator_kind: kind }) =>
    ['enterprise', 'private_nonprofit'].includes(kind),
  );
  const professionalTowns = new Set(professional.map((one) => townOf.get(one.unit_code)!));
  share(
    'care_centre_subdistrict_coverage',
    towns.filter((town) => town.kind === 'subdistrict'),
    professionalTowns,
  );
  share(
    'care_centre_central_town_coverage',
    towns.filter((town) => town.is_central_town === 'true'),
    professionalTowns,
  );
  const circleUnits = reached(...circleTypes);
  const circleIds = new Set(of(...circleTypes).map((facility) => facility.facility_id));
  const namedGrids = new Set(
    tables.facility_services
      .filter((row) => circleIds.has(row.facility_id))
      .map((row) => row.unit_code),
  );
  for (const grid of tables.grid_units) {
    const isServed = circleUnits.has(grid.unit_code) || namedGrids.has(grid.grid_code);
    add('grid_layout_coverage', grid.unit_code, isServed ? 1 : 0, 1);
  }

  // Facilities one by one.
  const hours = (facility: TextRow) => {
    if (facility.hours_per_day !== '') return Number(facility.hours_per_day);
    const text = facility.open_hours_text;
    if (unreadableByHand.includes(text)) return undefined;
    if (hoursByHand[text] === undefined) throw new Error(`read "${text}" by hand first`);
    return hoursByHand[text];
  };
  for (const facility of complexes) {
    add('facility_opening_hours_rate', facility.unit_code, (hours(facility) ?? 0) >= 8 ? 1 : 0, 1);
  }
  for (const facility of of(...circleTypes)) {
    const floors = facility.floors === '' ? undefined : Number(facility.floors);
    const isLiftFine = floors === 1 || (floors !== undefined && facility.has_lift === 'true');
    const passes = isLiftFine && facility.is_barrier_free === 'true' && (hours(facility) ?? 0) >= 8;
    add('standardised_facility_rate', facility.unit_code, passes ? 1 : 0, 1);
  }
  for (const { unit_code: code, operation_mode: mode } of of('care_centre')) {
    const isPublic = ['public_public', 'public_private', 'commissioned'].includes(mode);
    if (isPublic) {
      add('public_private_operation_rate', code, mode === 'public_private' ? 1 : 0, 1);
    }
  }
  for (const { unit_code: code, premises_terms: terms } of of('home_care_station')) {
    add('station_free_use_rate', code, terms === 'free' ? 1 : 0, 1);
  }

  // Organisations.
  const orgs = new Map(tables.orgs.map((org) => [org.org_id, org]));
  const liveLinks = tables.org_links.filter(
    (link) =>
      (link.valid_from === '' || link.valid_from <= asOf) &&
      (link.valid_to === '' || link.valid_to >= asOf),
  );
  const communityPairs = new Set(
    [
      ...liveLinks.map((link) => [link.org_id, link.unit_code]),
      ...tables.orgs.map((org) => [org.org_id, org.registered_unit_code]),
    ]
      .filter(([id]) => {
        const org = orgs.get(id)!;
        return org.kind === 'community' && ['registered', 'filed'].includes(org.registration);
      })
      .map((pair) => pair.join(' ')),
  );
  const orgsOf = new Map<string, number>();
  for (const pair of communityPairs) {
    const unit = pair.split(' ')[1];
    orgsOf.set(unit, (orgsOf.get(unit) ?? 0) + 1);
  }
  for (const { unit_code: code } of communities) {
    add('urban_community_org_avg', code, orgsOf.get(code) ?? 0, 1);
  }
  for (const { unit_code: code } of villages) {
    add('rural_community_org_avg', code, orgsOf.get(code) ?? 0, 1);
  }
  const isEldercare = (id: string) => {
    const org = orgs.get(id);
    return org?.kind === 'eldercare' && org.registration !== 'cancelled';
  };
  const eldercareLinks = liveLinks.filter((link) => isEldercare(link.org_id));
  share(
    'community_org_linkage',
    communities,
    new Set(eldercareLinks.map((link) => link.unit_code)),
  );
  const runsFacility = (facility: TextRow) =>
    facility.operator_credit_code !== ''
      ? facility.operator_credit_code
      : (tables.orgs.find((org) => org.name === facility.operator_name)?.org_id ?? '');
  const operated = running
    .map((facility) => ({ ...facility, org_id: runsFacility(facility) }))
    .filter((facility) => isEldercare(facility.org_id)) as TextRow[];
  const presence = new Map(counties.map((county) => [county, new Set<string>()]));
  for (const row of [...eldercareLinks, ...operated]) {
    presence.get(countyOf(row.unit_code))!.add(row.org_id);
  }
  for (const county of counties) {
    set('county_eldercare_org_count', county, presence.get(county)!.size, 1);
  }
  const meeting = counties.filter((county) => presence.get(county)!.size >= 1).length;
  set('county_eldercare_org_count', city, meeting, counties.length);
  const supported = operated.filter((one) => ['free', 'low_rent'].includes(one.premises_terms));
  for (const county of counties) {
    const here = supported.filter((one) => countyOf(one.unit_code) === county);
    set(
      'premises_support_rate',
      county,
      new Set(here.map((one) => one.org_id)).size,
      presence.get(county)!.size,
    );
  }
  const everywhere = new Set([...presence.values()].flatMap((ids) => [...ids]));
  set(
    'premises_support_rate',
    city,
    new Set(supported.map((one) => one.org_id)).size,
    everywhere.size,
  );
  const agencies = tables.orgs.filter(
    (org) => org.kind === 'social_work_agency' && org.registration === 'registered',
  );
  for (const unit of [city, ...counties]) {
    const isHere = (org: TextRow) => unit === city || countyOf(org.registered_unit_code) === unit;
    set('social_work_agency_count', unit, agencies.filter(isHere).length, 1);
  }

  // People.
  const heads = (worker: TextRow) => (worker.headcount === '' ? 1 : Number(worker.headcount));
  for (const unit of [city, ...counties]) {
    const here = tables.social_workers.filter(
      (worker) => unit === city || countyOf(worker.unit_code) === unit,
    );
    const sum = (rows: readonly TextRow[]) => rows.reduce((total, row) => total + heads(row), 0);
    set('social_worker_total', unit, sum(here), 1);
    const levels = ['intermediate', 'senior', 'recognised_intermediate'];
    set(
      'social_worker_intermediate',
      unit,
      sum(here.filter((worker) => levels.includes(worker.level))),
      1,
    );
  }
  const staffed = new Set(
    tables.social_workers.filter((worker) => heads(worker) > 0).map((worker) => worker.unit_code),
  );
  share('community_social_worker_staffing', communities, staffed);
  share('social_work_post_coverage', [...towns, ...communities, ...villages], staffed);
  for (const { unit_code: county, registered_volunteers: volunteers } of tables.volunteers) {
    const row = tables.population.find((one) => one.unit_code === county)!;
    add('volunteer_registration_rate', county, Number(volunteers), Number(row.residents));
  }

  // Duties.
  for (const id of new Set(tables.duties.map((duty) => duty.duty_id))) {
    for (const county of counties) {
      const isDone = tables.duties.some(
        (duty) =>
          duty.duty_id === id &&
          duty.unit_code === county &&
          duty.fulfilled === 'true' &&
          duty.document_no !== '' &&
          duty.document_date !== '',
      );
      add(id, county, isDone ? 1 : 0, 1);
    }
  }
  return figures;
}
