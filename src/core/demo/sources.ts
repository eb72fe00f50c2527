/**
 * The real part of the demo: the extracts under `data/` as typed rows. Their origin, date and
 * licence are in data/SOURCES.md.
 */
export interface DemoSourceTexts {
  /** data/sanming-divisions.csv */
  readonly divisions: string;
  /** data/sanming-seats.csv */
  readonly seats: string;
  /** data/sanming-census-2020.csv */
  readonly census: string;
  /** data/sanming-counties.geojson */
  readonly counties: string;
}

export type Ring = readonly (readonly [number, number])[];

export interface CensusRow {
  readonly residents: number;
  readonly household_members: number;
  readonly family_households: number;
  readonly urban_residents: number;
  readonly one_person_households: number;
  readonly households_with_65_plus: number;
  readonly households_with_one_65_plus: number;
  readonly households_with_two_65_plus: number;
  readonly households_with_three_65_plus: number;
  readonly age_60_64: number;
  readonly age_65_74: number;
  readonly age_75_79: number;
  readonly age_80_plus: number;
}

export interface Village {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** The township that hosts it, if its own parent is left out. */
  readonly hostCode: string | null;
}

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly kind: 'subdistrict' | 'town' | 'township';
  readonly lon: number;
  readonly lat: number;
  readonly seatSource: string;
  readonly villages: Village[];
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly ring: Ring;
  readonly census: CensusRow;
  readonly towns: Town[];
}

export interface City {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly census: CensusRow;
  readonly counties: County[];
}

/** Rows of a simple CSV without quotes, by column name. */
function rowsOf(text: string): Record<string, string>[] {
  const [head, ...lines] = text.trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, fields[i]]));
  });
}

/** The city with its counties, townships and village-level units, in the order of their codes. */
export function readSources(texts: DemoSourceTexts): City {
  const seats = new Map(rowsOf(texts.seats).map((row) => [row.unit_code, row]));
  const census = new Map(
    rowsOf(texts.census).map(({ unit_code, ...figures }) => [
      unit_code,
      Object.fromEntries(
        Object.entries(figures).map(([k, v]) => [k, Number(v)]),
      ) as unknown as CensusRow,
    ]),
  );
  const features = (
    JSON.parse(texts.counties) as {
      features: { properties: { unit_code: string }; geometry: { coordinates: Ring[] } }[];
    }
  ).features;
  const rings = new Map(
    features.map((f) => [f.properties.unit_code, f.geometry.coordinates[0]] as const),
  );
  const seatOf = (code: string) => {
    const row = seats.get(code)!;
    return { lon: Number(row.lon), lat: Number(row.lat) };
  };

  const units = rowsOf(texts.divisions);
  const towns = new Map<string, Town>();
  const counties = new Map<string, County>();
  let city: City | undefined;
  for (const { unit_code: code, name, level } of units) {
    if (level === 'city')
      city = { code, name, ...seatOf(code), census: census.get(code)!, counties: [] };
    if (level !== 'county') continue;
    const ring = rings.get(code)!;
    counties.set(code, { code, name, ...seatOf(code), ring, census: census.get(code)!, towns: [] });
  }
  for (const { unit_code: code, parent_code: parent, name, level, kind } of units) {
    if (level !== 'town') continue;
    const seatSource = seats.get(code)!.seat_source;
    const town = {
      code,
      name,
      kind: kind as Town['kind'],
      ...seatOf(code),
      seatSource,
      villages: [],
    };
    towns.set(code, town);
    counties.get(parent)!.towns.push(town);
  }
  for (const row of units) {
    if (row.level !== 'village') continue;
    const { unit_code: code, name, kind, host_code: host } = row;
    towns.get(row.parent_code)!.villages.push({ code, name, kind, hostCode: host || null });
  }
  city!.counties.push(...counties.values());
  return city!;
}
