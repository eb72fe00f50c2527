/**
 * Which coordinate system a file is in. Sizes leave few hypotheses; named counties confirm the
 * projection and the order of axes; what lies 600 metres apart (WGS-84, GCJ-02, BD-09) is told only by
 * villages and streets. Where evidence does not suffice the answer is `uncertain`, never a guess.
 */
import {
  countyShare,
  margin,
  testifyAreas,
  testifySeats,
  testifyStreets,
  type PlaceEvidence,
  type Sample,
  type Testimony,
} from './evidence';
import { detectable, toWgs84, type DatumId } from './systems';

export interface Hypothesis {
  readonly datum: DatumId;
  /** The first coordinate is north: survey axes, or latitude before longitude. */
  readonly isSwapped: boolean;
  /** Share of points within the region. */
  readonly inRegion: number;
  /** Share within the county they name; null where none is named. */
  readonly inCounty: number | null;
  readonly testimonies: readonly Testimony[];
}

export interface DatumAnswer {
  readonly status: 'certain' | 'uncertain' | 'none';
  /** The likeliest; with `uncertain` only the first of several. Null where nothing fits. */
  readonly best: Hypothesis | null;
  /** Everything the sizes allow, the likeliest first. */
  readonly hypotheses: readonly Hypothesis[];
  /** Log-likelihood between the best and the next; Infinity where there is no other. */
  readonly margin: number;
  /** A key of `datum.*` in i18n: why the answer is what it is. */
  readonly reason:
    | 'only_one'
    | 'evidence'
    | 'no_village_evidence'
    | 'evidence_thin'
    | 'evidence_contradicts'
    | 'not_in_county'
    | 'outside'
    | 'no_points';
}

const MOST_POINTS = 3000;
const LEAST_IN_REGION = 0.6;
const LEAST_IN_COUNTY = 0.8;
const SURE_MARGIN = 9;
const CONTRADICTION = -4.5;
const REGION_MARGIN_DEGREES = 0.25;

/**
 * @param x, y as written, NaN where there is none
 * @param codes units that rows name, blank where unknown
 */
export async function detectDatum(
  x: Float64Array,
  y: Float64Array,
  codes: (row: number) => string,
  evidence: PlaceEvidence,
): Promise<DatumAnswer> {
  const rows = sampleRows(x, y);
  if (rows.length === 0)
    return { status: 'none', best: null, hypotheses: [], margin: 0, reason: 'no_points' };
  const own = rows.map(codes);
  const region = evidence.areas?.bounds() ?? evidence.counties?.bounds() ?? null;
  const places: { hypothesis: Omit<Hypothesis, 'testimonies'>; sample: Sample }[] = [];
  for (const datum of detectable) {
    const convert = await toWgs84(datum);
    if (!convert) continue;
    for (const isSwapped of [false, true]) {
      const lon = new Float64Array(rows.length);
      const lat = new Float64Array(rows.length);
      let inside = 0;
      for (const [i, row] of rows.entries()) {
        const first = isSwapped ? y[row] : x[row];
        const second = isSwapped ? x[row] : y[row];
        if (!isOfSize(datum, first, second)) {
          lon[i] = lat[i] = NaN;
          continue;
        }
        [lon[i], lat[i]] = convert(first, second);
        if (isIn(region, lon[i], lat[i])) inside++;
      }
      const sample = { lon, lat, codes: own };
      const inRegion = inside / rows.length;
      if (inRegion >= LEAST_IN_REGION)
        places.push({
          hypothesis: {
            datum,
            isSwapped,
            inRegion,
            inCounty: countyShare(sample, evidence.counties),
          },
          sample,
        });
    }
  }
  if (places.length === 0)
    return { status: 'none', best: null, hypotheses: [], margin: 0, reason: 'outside' };
  const cells = cellsOf(places[0].sample);
  return judge(
    places.map(({ hypothesis, sample }) => ({
      ...hypothesis,
      testimonies: testimoniesOf(sample, evidence, cells),
    })),
  );
}

function testimoniesOf(
  sample: Sample,
  { areas, seats, streets }: PlaceEvidence,
  cells: readonly string[],
): Testimony[] {
  return [
    areas && testifyAreas(sample, areas),
    seats && testifySeats(sample, seats),
    streets && testifyStreets(sample, streets, cells),
  ].filter((one) => one !== null);
}

function judge(hypotheses: readonly Hypothesis[]): DatumAnswer {
  const total = (a: Hypothesis, b: Hypothesis) =>
    a.testimonies.reduce((all, one) => all + against(one, b), 0);
  // Where a county is named, it decides over axes and projections before anything else is asked.
  const inCounty = hypotheses.filter(
    (one) => one.inCounty === null || one.inCounty >= LEAST_IN_COUNTY,
  );
  const ranked = [...(inCounty.length > 0 ? inCounty : hypotheses)].sort(
    (a, b) => total(b, a) || (b.inCounty ?? 0) - (a.inCounty ?? 0),
  );
  const [best, ...others] = ranked;
  const least = Math.min(Infinity, ...others.map((other) => total(best, other)));
  const answer = (status: DatumAnswer['status'], reason: DatumAnswer['reason']): DatumAnswer => ({
    status,
    best,
    hypotheses: ranked,
    margin: least,
    reason,
  });
  if (inCounty.length === 0) return answer('uncertain', 'not_in_county');
  if (best.testimonies.some(({ isPlausible }) => !isPlausible))
    return answer('uncertain', 'evidence_contradicts');
  if (others.length === 0) return answer('certain', 'only_one');
  if (best.testimonies.length === 0) return answer('uncertain', 'no_village_evidence');
  const isContradicted = others.some((other) =>
    best.testimonies.some((one) => against(one, other) < CONTRADICTION),
  );
  if (isContradicted) return answer('uncertain', 'evidence_contradicts');
  return least >= SURE_MARGIN
    ? answer('certain', 'evidence')
    : answer('uncertain', 'evidence_thin');
}

function against(one: Testimony, { testimonies }: Hypothesis): number {
  const other = testimonies.find(({ kind }) => kind === one.kind);
  return other ? margin(one, other) : 0;
}

/** Rows with coordinates, spread evenly over the table where there are many. */
function sampleRows(x: Float64Array, y: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < x.length; row++) if (!Number.isNaN(x[row] + y[row])) rows.push(row);
  if (rows.length <= MOST_POINTS) return rows;
  return Array.from(
    { length: MOST_POINTS },
    (_, i) => rows[Math.floor((i * rows.length) / MOST_POINTS)],
  );
}

/** Squares of about a kilometre; points in one square see the same streets. */
function cellsOf({ lon, lat }: Sample): string[] {
  return Array.from(lon, (value, i) => `${Math.floor(value * 100)},${Math.floor(lat[i] * 100)}`);
}

/** A projection is not asked about numbers it never writes: far outside it answers nonsense. */
function isOfSize(datum: DatumId, x: number, y: number): boolean {
  if (!datum.startsWith('EPSG')) return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  if (datum === 'EPSG:3857') return x > 7e6 && x < 1.6e7 && y > 1e6 && y < 8e6;
  const zone = Math.floor(x / 1e6);
  const hasZone =
    datum === 'EPSG:4527' ? 39 : datum === 'EPSG:4528' ? 40 : datum === 'EPSG:4498' ? 20 : 0;
  return zone === hasZone && y > 1e6 && y < 6e6;
}

function isIn(
  region: readonly [number, number, number, number] | null,
  lon: number,
  lat: number,
): boolean {
  if (!region) return Number.isFinite(lon + lat);
  const [west, south, east, north] = region;
  const m = REGION_MARGIN_DEGREES;
  return lon >= west - m && lon <= east + m && lat >= south - m && lat <= north + m;
}
