/**
 * The demo city as files: real names, borders and totals, everything else generated from a seed.
 * The same seed gives the same bytes; one county alone is that county
 * of the city, but for a hamlet or two beside a road across the border.
 */
import { buildNetwork, encodeNetwork } from '../network';
import type { Progress } from '../result';
import { areasGeojson } from './files/areas';
import { tableCsv } from './files/csv';
import { terrainTiff } from './files/geotiff';
import { householdsParquet } from './files/households-parquet';
import { HEIGHT, WIDTH, xOf, yOf } from './land/frame';
import { makeLand } from './land/land';
import { DEMO_TITLE, GENERATED_FROM_CENSUS } from './names';
import { houseCounty } from './people/house';
import { basinRadiusM, planCounty } from './people/plan';
import { populationRows, unitRows } from './people/unit-tables';
import { facilityTables } from './services/facility-tables';
import { planFacilities } from './services/plan-facilities';
import { AS_OF } from './services/facility-plan';
import { dutyRows, gridRows, premiseRows } from './services/duties';
import { organisationTables } from './services/organisations';
import { readSources, type County, type DemoSourceTexts } from './sources';
import { layStreets } from './streets/lay-streets';

export interface DemoOptions {
  readonly seed: number;
  /** 12-digit code of one county; absent for the whole city. */
  readonly county?: string;
}

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Demo {
  readonly title: string;
  readonly asOf: string;
  /** Every file of the data folder but manifest.json, which names their sums. */
  readonly files: DemoFile[];
}

const STAGES = 6;
/** Cells of terrain around the outermost border. */
const MARGIN = 12;

export function generateDemo(
  texts: DemoSourceTexts,
  options: DemoOptions,
  progress: Progress = () => {},
): Demo {
  const { seed, county: only } = options;
  const city = readSources(texts);
  const counties = city.counties.filter((c) => only === undefined || c.code === only);
  if (counties.length === 0) throw new Error(`no county ${only}`);
  const keep = (code: string) => only === undefined || code === only;

  progress('demo_land', 0, STAGES);
  const plans = city.counties.map((county) => planCounty(county, seed));
  const basins = plans.flatMap((plan) =>
    plan.towns.map(({ town, coreHouseholds }) => ({
      lon: town.lon,
      lat: town.lat,
      radiusM: basinRadiusM(coreHouseholds),
    })),
  );
  const land = makeLand(city, basins, seed);

  progress('demo_streets', 1, STAGES);
  const { streets, units } = layStreets(city, plans, land, seed, only);
  const network = encodeNetwork(buildNetwork(streets.lines()));

  progress('demo_people', 2, STAGES);
  const parts = counties.map((county) => {
    const first = units.findIndex((u) => u.countyCode === county.code);
    const own = units.filter((u) => u.countyCode === county.code);
    return houseCounty(county.code, county.census, own, first, seed);
  });
  progress('demo_households_file', 3, STAGES);
  const households = householdsParquet(parts, units, {
    asOf: AS_OF,
    source: GENERATED_FROM_CENSUS,
  });

  progress('demo_services', 4, STAGES);
  const byCode = new Map(units.map((u) => [u.village.code, u]));
  const { facilities, services } = facilityTables(
    planFacilities(city, plans, seed),
    byCode,
    land,
    seed,
  );
  const organisations = organisationTables(city, seed, keep);
  const townNames = new Map(
    city.counties.flatMap((c) => c.towns.map((t) => [t.code, t.name] as const)),
  );

  progress('demo_areas', 5, STAGES);
  const files: DemoFile[] = [
    {
      name: 'admin_units.csv',
      bytes: tableCsv('admin_units', unitRows(city, counties, units, seed)),
    },
    {
      name: 'population.csv',
      bytes: tableCsv('population', populationRows(city, counties, units, parts)),
    },
    { name: 'facilities.csv', bytes: tableCsv('facilities', facilities) },
    { name: 'facility_services.csv', bytes: tableCsv('facility_services', services) },
    {
      name: 'premises.csv',
      bytes: tableCsv('premises', premiseRows(units, townNames, land, seed)),
    },
    { name: 'grid_units.csv', bytes: tableCsv('grid_units', gridRows(units, seed)) },
    ...(['orgs', 'org_links', 'social_workers', 'volunteers'] as const).map((name) => ({
      name: `${name}.csv`,
      bytes: tableCsv(name, organisations[name]),
    })),
    { name: 'duties.csv', bytes: tableCsv('duties', dutyRows(city, seed, keep)) },
    { name: 'households.parquet', bytes: households },
    { name: 'streets.network', bytes: network },
    { name: 'areas.geojson', bytes: areasGeojson(counties, units) },
    { name: 'terrain.tif', bytes: terrainTiff(land.height, cellBounds(counties)) },
  ];
  progress('demo_areas', STAGES, STAGES);
  return { title: DEMO_TITLE, asOf: AS_OF, files };
}

/** First column and row, columns and rows of the cells around some counties. */
function cellBounds(counties: readonly County[]): [number, number, number, number] {
  const xs = counties.flatMap((c) => c.ring.map(([lon]) => xOf(lon)));
  const ys = counties.flatMap((c) => c.ring.map(([, lat]) => yOf(lat)));
  const column = Math.max(0, Math.floor(Math.min(...xs)) - MARGIN);
  const row = Math.max(0, Math.floor(Math.min(...ys)) - MARGIN);
  const right = Math.min(WIDTH, Math.ceil(Math.max(...xs)) + MARGIN);
  const bottom = Math.min(HEIGHT, Math.ceil(Math.max(...ys)) + MARGIN);
  return [column, row, right - column, bottom - row];
}
