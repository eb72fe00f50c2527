/** Coordinates as written → WGS-84 places of a table, with precision, source and originals kept. */
import { isOnGlobe, quantiseDegrees } from '../../geo';
import { dictionaryOf, textAt, type ColumnData } from '../../store/columns';
import { tableDescription, type TableName } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';
import type { ReadRows } from '../rows/row-reader';
import type { ReportBuilder } from '../rows/report-builder';
import type { UnitIndex } from '../understand/unit-index';
import type { UnitAreas } from './areas';
import { crowding, MOST_ON_ONE_SPOT } from './crowding';
import type { HamletIndex } from './hamlets';
import { addressKey, climb, type KnownAddresses, type Precision } from './ladder';
import type { DatumId, ToWgs84 } from './systems';

export interface PlaceOptions {
  /** Null where the system is unknown or uncalibrated: originals are kept, places come from the ladder alone. */
  readonly convert: ToWgs84 | null;
  readonly datum: DatumId | null;
  /** The user must name the system: until then rows with coordinates have no place at all. */
  readonly isUncertain: boolean;
  readonly isSwapped: boolean;
  readonly counties: UnitAreas | null;
  /** Units whose seats may stand for rows without a place. */
  readonly units: UnitIndex;
  readonly hamlets?: HamletIndex | null;
  /** Of facilities placed before. */
  readonly addresses?: KnownAddresses;
}

export interface PlacedRows {
  /** Of the rows with coordinates, for tables that name the same ones. */
  readonly addresses: KnownAddresses;
  readonly table: ImportedTable;
  readonly precision: Readonly<Record<string, number>>;
  readonly outsideCity: number;
  readonly outsideCounty: number;
}

/** A house may lie a little over a border that was drawn for a picture. */
const BORDER_TOLERANCE_M = 300;

export function placeRows(
  read: ReadRows,
  options: PlaceOptions,
  report: ReportBuilder,
): PlacedRows {
  const { table, x, y, addresses, hamlets } = read;
  const { units, counties } = options;
  const count = table.rowCount;
  const { columns: described } = tableDescription(table.name as TableName);
  const columnNames = new Set(described.map(({ name }) => name));
  const lon = new Float64Array(count).fill(NaN);
  const lat = new Float64Array(count).fill(NaN);
  const precisions = new Array<string | null>(count).fill('none');
  const sources = new Array<string | null>(count).fill(null);
  const code = (row: number) => textAt(table.columns.unit_code, row) ?? '';
  const onOneSpot = crowding(x, y);
  const known = new Map(options.addresses);
  const system = options.datum ?? (options.isUncertain ? 'uncertain' : 'uncalibrated');
  const precision: Record<string, number> = {};
  let outsideCity = 0;
  let outsideCounty = 0;

  for (let row = 0; row < count; row++) {
    if (Number.isNaN(x[row] + y[row])) continue;
    sources[row] = system;
    const isCrowd = onOneSpot(row) > MOST_ON_ONE_SPOT;
    if (isCrowd)
      report.doubt({
        ...read.placeOf(row),
        reason: 'placeholder',
        column: 'lon',
        value: `${x[row]}, ${y[row]}`,
        detail: String(onOneSpot(row)),
      });
    const unit = code(row);
    const place = placeOf(x[row], y[row], countyOf(unit), options);
    if (!place) {
      if (options.convert)
        report.doubt({
          ...read.placeOf(row),
          reason: 'not_on_globe',
          column: 'lon',
          value: `${x[row]}, ${y[row]}`,
        });
      continue;
    }
    [lon[row], lat[row]] = place.at;
    if (place.isExchanged)
      report.mended(
        'lon',
        `${x[row]}, ${y[row]}`,
        `${lon[row]}, ${lat[row]}`,
        'exchanged',
        read.placeOf(row),
      );
    const own = textAt(table.columns.location_precision, row) as Precision | null;
    precisions[row] = isCrowd ? 'village' : (own ?? 'door');
    if (!isCrowd && addresses[row]) known.set(addressKey(unit, addresses[row]), place.at);
    if (place.isHome) continue;
    const where = whereOutside(unit, lon[row], lat[row], counties);
    if (where === 'outside_city') outsideCity++;
    if (where === 'outside_county') outsideCounty++;
    if (where)
      report.doubt({
        ...read.placeOf(row),
        reason: where,
        column: 'lon',
        value: `${lon[row]}, ${lat[row]}`,
      });
  }
  const ladder = { addresses: known, hamlets: options.hamlets ?? null, units };
  // A table that cannot say how good a place is gets none but its own.
  const mayClimb = columnNames.has('location_precision');
  for (let row = 0; mayClimb && row < count; row++) {
    const isPlaced = !Number.isNaN(lon[row]);
    if (isPlaced || (options.isUncertain && !Number.isNaN(x[row] + y[row]))) continue;
    const rung = climb(
      { code: code(row), hamlet: hamlets[row] ?? '', address: addresses[row] ?? '' },
      ladder,
    );
    if (!rung) continue;
    lon[row] = rung.lon;
    lat[row] = rung.lat;
    precisions[row] = rung.precision;
    // The file's own coordinates, if they could not be used, stay beside the place by the ladder.
    sources[row] = rung.by;
  }
  for (const word of precisions) precision[word ?? 'none'] = (precision[word ?? 'none'] ?? 0) + 1;
  const placed: Record<string, ColumnData> = {
    lon: { kind: 'number', values: lon },
    lat: { kind: 'number', values: lat },
    location_precision: dictionaryOf(precisions),
    coord_source: dictionaryOf(sources),
    source_x: { kind: 'number', values: x },
    source_y: { kind: 'number', values: y },
  };
  const columns: Record<string, ColumnData> = { ...table.columns };
  for (const name of columnNames) if (name in placed) columns[name] = placed[name];
  return { table: { ...table, columns }, addresses: known, precision, outsideCity, outsideCounty };
}

interface Place {
  readonly at: readonly [number, number];
  /** The pair was written the other way round than the rest of the file. */
  readonly isExchanged: boolean;
  /** Within the county the row names. */
  readonly isHome: boolean;
}

/** The place of a pair; where only the exchanged pair lies in the region, that one. */
function placeOf(
  x: number,
  y: number,
  county: string,
  { convert, isSwapped, counties }: PlaceOptions,
): Place | null {
  if (!convert) return null;
  const at = isSwapped ? degrees(convert, y, x) : degrees(convert, x, y);
  const isHome = at !== null && (counties?.contains(county, at[0], at[1]) ?? false);
  if (at && (isHome || !counties || counties.anyContains(at[0], at[1])))
    return { at, isExchanged: false, isHome };
  const other = isSwapped ? degrees(convert, x, y) : degrees(convert, y, x);
  if (other && counties?.anyContains(other[0], other[1]))
    return { at: other, isExchanged: true, isHome: counties.contains(county, other[0], other[1]) };
  return at && { at, isExchanged: false, isHome };
}

function degrees(convert: ToWgs84, x: number, y: number): readonly [number, number] | null {
  const [lon, lat] = convert(x, y);
  if (!Number.isFinite(lon + lat) || !isOnGlobe(lon, lat)) return null;
  return [quantiseDegrees(lon), quantiseDegrees(lat)];
}

const countyOf = (code: string) => `${code.slice(0, 6)}000000`;

/** Of a place that is not in the county its row names. */
function whereOutside(
  code: string,
  lon: number,
  lat: number,
  counties: UnitAreas | null,
): string | null {
  if (!counties || counties.size === 0) return null;
  const county = countyOf(code);
  if (counties.has(county)) {
    if (counties.isNearBorder(county, lon, lat, BORDER_TOLERANCE_M)) return null;
    return counties.anyContains(lon, lat) ? 'outside_county' : 'outside_city';
  }
  // A unit of somewhere else is measured against nothing of ours.
  return code === '' && !counties.anyContains(lon, lat) ? 'outside_city' : null;
}
