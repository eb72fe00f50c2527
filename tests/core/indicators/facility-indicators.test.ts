/** Indicators that count facilities and the units they reach, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { ask, askBeside } from './ask';
import {
  chengguan,
  chengguanTown,
  chenda,
  city,
  communities,
  facility,
  liedong,
  mingxi,
  sanyuan,
  smallUnits,
  villages,
  virtualUnit,
  xuefeng,
} from './small-city';

const [v0, v1, v2, v3, v4] = villages;

describe('rural_eldercare_village_coverage: 60 % of administrative villages', () => {
  const id = 'rural_eldercare_village_coverage';
  const codes = [city, sanyuan, mingxi];

  it('is met exactly on target and missed one short', async () => {
    // Three of five villages are 60 %.
    const three = [v0, v1, v2].map((code) => facility(code));
    expect(await ask(id, { facilities: three }, codes)).toEqual([
      '3/5 met -0',
      '1/1 met -0',
      '2/4 missed -1',
    ]);
    expect(await ask(id, { facilities: three.slice(1) }, codes)).toEqual([
      '2/5 missed -1',
      '0/1 missed -1',
      '2/4 missed -1',
    ]);
  });

  it('counts a facility for its own village and for those it serves, each once', async () => {
    const shared = facility(v1);
    const serves = [v1, v2, v3].map((unit_code) => ({
      facility_id: shared.facility_id,
      unit_code,
    }));
    expect(await ask(id, { facilities: [shared], facility_services: serves }, codes)).toEqual([
      '3/5 met -0',
      '0/1 missed -1',
      '3/4 met -0',
    ]);
  });

  it('counts only operating and built ones of the types that count', async () => {
    const facilities = [
      facility(v0, { status: 'closed' }),
      facility(v1, { status: 'under_construction' }),
      facility(v2, { status: null }),
      facility(v3, { type: 'meal_point' }),
      facility(v4, { status: 'built', type: 'residential_care_home' }),
      facility(virtualUnit),
    ];
    expect(await ask(id, { facilities }, codes)).toEqual([
      '1/5 missed -2',
      '0/1 missed -1',
      '1/4 missed -2',
    ]);
    expect(
      await ask(id, { facilities }, [city], {
        overrides: { interpretations: { [id]: 'all_eldercare' } },
      }),
    ).toEqual(['2/5 missed -1']);
  });

  it('has no figure without the table, and a plain miss with it', async () => {
    expect(await ask(id, {}, [city, mingxi])).toEqual([
      '?/? insufficient table_missing',
      '?/? insufficient table_missing',
    ]);
    const elsewhere = [facility(v0)];
    expect(await ask(id, { facilities: elsewhere }, [mingxi])).toEqual(['0/4 missed -3']);
  });

  it('shows reach on foot beside the figure, never instead of it', async () => {
    const circles = [
      { basis: 'older', unit_code: v0, age_60_plus_total: 10, age_60_plus_covered: 5 },
      { basis: 'older', unit_code: v1, age_60_plus_total: 10, age_60_plus_covered: 4 },
      { basis: 'standard', unit_code: v1, age_60_plus_total: 10, age_60_plus_covered: 9 },
    ];
    const data = { facilities: [facility(v2)], coverage_circles: circles };
    expect(await askBeside(id, 'spatial', data, [city])).toEqual(['1/2 informative']);
    const unplaced = circles.map((row) => ({ ...row, age_60_plus_not_located: 10 }));
    expect(await askBeside(id, 'spatial', { ...data, coverage_circles: unplaced }, [city])).toEqual(
      ['?/2 insufficient numerator_missing'],
    );
    expect(await ask(id, data, [city])).toEqual(['1/5 missed -2']);
  });
});

describe('community facilities', () => {
  const at = (code: string, cells = {}) =>
    facility(code, { type: 'community_service_facility', ...cells });

  it('urban: residents’ committees in towns too, others left out', async () => {
    const facilities = [at(communities[0]), at(communities[2]), at(v0), facility(communities[1])];
    expect(
      await ask('urban_community_facility_coverage', { facilities }, [city, sanyuan, mingxi]),
    ).toEqual(['2/4 missed -2', '1/2 missed -1', '1/2 missed -1']);
  });

  it('rural: 50 %, exactly', async () => {
    const facilities = [v1, v2].map((code) => at(code));
    expect(
      await ask('rural_community_facility_coverage', { facilities }, [city, mingxi, sanyuan]),
    ).toEqual(['2/5 missed -1', '2/4 met -0', '0/1 missed -1']);
  });

  it('area: hundredths of a square metre, shared rooms once, a blank is not 0', async () => {
    const id = 'service_facility_area_per_100_households';
    const big = at(communities[0], { floor_area_m2: 200.25 });
    const population = [
      {
        unit_code: sanyuan,
        as_of: '2020-11-01',
        family_households: 1000,
        registered_households: 500,
      },
      { unit_code: mingxi, as_of: '2020-11-01', family_households: 400 },
    ];
    const shares = at(communities[1], {
      floor_area_m2: 200.25,
      shares_rooms_with: big.facility_id,
    });
    const data = {
      facilities: [big, shares, at(communities[2], { floor_area_m2: 120 }), facility(v0)],
      population,
    };
    // The city is the sum of its counties: 320.25 m² for 1,400 households; 420 m² are needed.
    expect(await ask(id, data, [city, sanyuan, mingxi])).toEqual([
      '32025/1400 missed -100',
      '20025/1000 missed -100',
      '12000/400 met -0',
    ]);
    const withBlank = {
      ...data,
      facilities: [...data.facilities, at(v0, { floor_area_m2: null })],
    };
    expect(await ask(id, withBlank, [city, sanyuan, mingxi])).toEqual([
      '32025/1400 insufficient blanks_decide',
      '20025/1000 insufficient blanks_decide',
      '12000/400 met -0',
    ]);
    const withZero = { ...data, facilities: [...data.facilities, at(v0, { floor_area_m2: 0 })] };
    expect(await ask(id, withZero, [sanyuan])).toEqual(['20025/1000 missed -100']);
    expect(
      await ask(id, data, [sanyuan, mingxi, city], {
        overrides: { interpretations: { [id]: 'registered_households' } },
      }),
    ).toEqual([
      '20025/500 met -0',
      '12000/? insufficient denominator_missing',
      '32025/? insufficient denominator_missing',
    ]);
  });

  it('area: a household table that lists only some is no denominator', async () => {
    const id = 'service_facility_area_per_100_households';
    const households = (count: number, unit: string) =>
      Array.from({ length: count }, (_, i) => ({ household_id: `${unit}-${i}`, unit_code: unit }));
    const facilities = [at(communities[0], { floor_area_m2: 3 })];
    const whole = [...households(10, communities[0]), ...households(10, communities[2])];
    const data = { facilities, households: whole };
    expect(await ask(id, data, [communities[0], sanyuan, city])).toEqual([
      '300/10 met -0',
      '300/10 met -0',
      '300/20 missed -3',
    ]);
    const register = {
      ...data,
      population: [{ unit_code: sanyuan, as_of: '2020-11-01', family_households: 1000 }],
    };
    expect(await ask(id, register, [communities[0], sanyuan, mingxi])).toEqual([
      '300/? insufficient denominator_missing',
      '300/1000 missed -297',
      '0/10 missed -3',
    ]);
  });
});

describe('care centres in subdistricts and central towns', () => {
  const centre = (code: string, operator: string | null, cells = {}) =>
    facility(code, { type: 'care_centre', operator_kind: operator, ...cells });

  it('judges by the operator; a blank one is unknown', async () => {
    const id = 'care_centre_subdistrict_coverage';
    const both = [centre(communities[0], 'enterprise'), centre(chengguan, 'private_nonprofit')];
    expect(await ask(id, { facilities: both }, [city, sanyuan, mingxi, liedong])).toEqual([
      '2/2 met -0',
      '2/2 met -0',
      '0/0 insufficient none_to_assess',
      '1/1 met -0',
    ]);
    const publicly = [both[0], centre(chengguan, 'government')];
    expect(await ask(id, { facilities: publicly }, [city, chengguan])).toEqual([
      '1/2 missed -1',
      '0/1 missed -1',
    ]);
    const blank = [both[0], centre(chengguan, null)];
    expect(await ask(id, { facilities: blank }, [city, chengguan])).toEqual([
      '1/2 insufficient blanks_decide',
      '0/1 insufficient blanks_decide',
    ]);
    const closed = [both[0], centre(chengguan, 'enterprise', { status: 'closed' })];
    expect(await ask(id, { facilities: closed }, [city])).toEqual(['1/2 missed -1']);
  });

  it('takes the central towns from the list, the table or the user, in that order of precedence', async () => {
    const id = 'care_centre_central_town_coverage';
    const facilities = [centre(xuefeng, 'enterprise')];
    // The catalogue's own list has 雪峰镇 of these towns.
    expect(await ask(id, { facilities }, [city, sanyuan])).toEqual([
      '1/1 met -0',
      '0/0 insufficient none_to_assess',
    ]);
    const marked = smallUnits.map((unit) => ({
      ...unit,
      is_central_town: unit.unit_code === chenda ? true : unit.level === 'town' ? false : null,
    }));
    expect(await ask(id, { admin_units: marked, facilities }, [city, mingxi])).toEqual([
      '0/1 missed -1',
      '0/0 insufficient none_to_assess',
    ]);
    const overrides = { shared: { central_towns: [xuefeng, chengguanTown] } };
    expect(await ask(id, { admin_units: marked, facilities }, [city], { overrides })).toEqual([
      '1/2 missed -1',
    ]);
  });

  it('counts a centre where it stands; those it serves only if so chosen', async () => {
    const id = 'care_centre_subdistrict_coverage';
    const stands = centre(liedong, 'enterprise');
    const facility_services = [{ facility_id: stands.facility_id, unit_code: chengguan }];
    const data = { facilities: [stands], facility_services };
    expect(await ask(id, data, [city])).toEqual(['1/2 missed -1']);
    const overrides = { interpretations: { [id]: 'with_serving' } };
    expect(await ask(id, data, [city], { overrides })).toEqual(['2/2 met -0']);
  });

  it('gives the union beside', async () => {
    const facilities = [centre(xuefeng, 'enterprise'), centre(liedong, 'enterprise')];
    expect(
      await askBeside('care_centre_subdistrict_coverage', 'union', { facilities }, [city]),
    ).toEqual(['2/3 informative']);
  });
});

describe('facilities one by one', () => {
  it('opening hours: from the column, else the text, else unknown; a miss is amber', async () => {
    const at = (cells: Record<string, string | number | null>) =>
      facility(communities[0], { type: 'community_service_facility', ...cells });
    const id = 'facility_opening_hours_rate';
    const eight = at({ hours_per_day: 8 });
    const text = at({ open_hours_text: '8:30-11:30,14:30-19:30' });
    const short = at({ hours_per_day: 7.75, open_hours_text: '8:00-20:00' });
    const unread = at({ open_hours_text: '电话预约' });
    expect(await ask(id, { facilities: [eight, text] }, [city, sanyuan])).toEqual([
      '2/2 met -0',
      '2/2 met -0',
    ]);
    expect(await ask(id, { facilities: [eight, text, short, unread] }, [city])).toEqual([
      '2/4 soft_missed -2',
    ]);
    expect(await ask(id, { facilities: [eight, text, unread] }, [city])).toEqual([
      '2/3 insufficient blanks_decide',
    ]);
    const homes = [eight, facility(v0, { hours_per_day: 10 }), facility(v1, { hours_per_day: 2 })];
    expect(await askBeside(id, 'eldercare', { facilities: homes }, [city])).toEqual([
      '1/2 informative',
    ]);
  });

  it('public-private: a blank mode is in neither figure', async () => {
    const mode = (operation_mode: string | null, status = 'operating') =>
      facility(v0, { type: 'care_centre', operation_mode, status });
    const facilities = [
      mode('public_private'),
      mode('public_public'),
      mode('commissioned'),
      mode('private_private'),
      mode(null),
      mode('public_private', 'planned'),
    ];
    const id = 'public_private_operation_rate';
    expect(await ask(id, { facilities }, [city])).toEqual(['1/3 informative']);
    expect(
      await ask(id, { facilities }, [city], {
        overrides: { interpretations: { [id]: 'with_commissioned' } },
      }),
    ).toEqual(['2/3 informative']);
  });

  it('stations free to use: in principle all', async () => {
    const station = (premises_terms: string | null) =>
      facility(communities[0], { type: 'home_care_station', premises_terms });
    const id = 'station_free_use_rate';
    expect(await ask(id, { facilities: [station('free')] }, [city])).toEqual(['1/1 met -0']);
    expect(await ask(id, { facilities: [station('free'), station('owned')] }, [city])).toEqual([
      '1/2 soft_missed -1',
    ]);
    expect(await ask(id, { facilities: [station('free'), station(null)] }, [city])).toEqual([
      '1/2 insufficient blanks_decide',
    ]);
  });

  it('standards: one failed rule fails, a blank with none failed is an item missing', async () => {
    const home = (
      floors: number | null,
      lift: boolean | null,
      free: boolean | null,
      hours: number,
    ) => facility(v0, { floors, has_lift: lift, is_barrier_free: free, hours_per_day: hours });
    const facilities = [
      home(1, null, true, 8),
      home(2, true, true, 9),
      home(2, false, true, 9),
      home(2, null, true, 9),
      home(2, null, false, 9),
      home(1, null, true, 7),
    ];
    const id = 'standardised_facility_rate';
    expect(await ask(id, { facilities }, [city])).toEqual(['2/6 informative']);
    expect(
      await ask(id, { facilities: facilities.map((f) => ({ ...f, floor_area_m2: 100 })) }, [city], {
        overrides: { parameters: { [id]: { minimum_areas_m2: ['rural_happiness_home:101'] } } },
      }),
    ).toEqual(['0/6 informative']);
  });

  it('service stations: no class table, no figure; with one, by the people served', async () => {
    const id = 'service_station_standard_rate';
    const at = (area: number | null) =>
      facility(communities[0], { type: 'community_service_facility', floor_area_m2: area });
    const population = [{ unit_code: communities[0], as_of: '2020-11-01', residents: 3000 }];
    const data = { facilities: [at(600), at(599), at(null)], population };
    expect(await ask(id, data, [city])).toEqual(['?/? insufficient parameter_blank']);
    expect(
      await ask(id, data, [city], {
        overrides: { parameters: { [id]: { area_classes: ['0:300', '3000:600', '6000:900'] } } },
      }),
    ).toEqual(['1/3 informative']);
  });

  it('resettlement sites: only marked ones', async () => {
    const id = 'resettlement_site_facility';
    const admin_units = smallUnits.map((unit) => ({
      ...unit,
      is_resettlement_site: [v1, v2].includes(unit.unit_code as string)
        ? true
        : unit.level === 'village' && unit.unit_code !== v3
          ? false
          : null,
    }));
    const facilities = [facility(v1, { type: 'community_service_facility' }), facility(v2)];
    expect(await ask(id, { admin_units, facilities }, [city, mingxi])).toEqual([
      '1/2 informative',
      '1/2 informative',
    ]);
  });

  it('grids: named by a facility, or of a community with one', async () => {
    const id = 'grid_layout_coverage';
    const grid_units = ['G1', 'G2', 'G3', 'G4'].map((grid_code, i) => ({
      grid_code,
      unit_code: i < 2 ? communities[0] : communities[1],
    }));
    const centre = facility(v0, { type: 'day_care_centre' });
    const facility_services = [{ facility_id: centre.facility_id, unit_code: 'G3' }];
    const facilities = [facility(communities[0], { type: 'home_care_station' }), centre];
    expect(await ask(id, { facilities, facility_services, grid_units }, [city])).toEqual([
      '3/4 informative',
    ]);
  });

  it('grids: without them a 500 m net over households, cells with a facility in them', async () => {
    const households = [
      { household_id: 'a', unit_code: v0, lon: 117.0001, lat: 26.0001 },
      { household_id: 'b', unit_code: v0, lon: 117.0002, lat: 26.0001 },
      { household_id: 'c', unit_code: v0, lon: 117.0301, lat: 26.0001 },
      { household_id: 'd', unit_code: v0, lon: null, lat: null },
    ];
    const facilities = [facility(v0, { lon: 117.0003, lat: 26.0002 })];
    expect(await ask('grid_layout_coverage', { facilities, households }, [city])).toEqual([
      '1/2 informative',
    ]);
  });
});
