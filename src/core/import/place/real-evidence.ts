/** What is known of the city without any file of the user's: borders, names and codes, seats. */
import { dictionaryOf, textAt, type TableData } from '../../store/columns';
import { readCsv } from '../read/csv';
import { openJson } from '../raw/json';
import { tableRequest, type ImportedTable } from '../table/imported-table';
import { UnitIndex } from '../understand/unit-index';
import { UnitAreas } from './areas';

export interface RealTexts {
  /** GeoJSON with `unit_code`, WGS-84. */
  readonly counties: string;
  readonly divisions: string;
  /** unit_code, lon, lat, seat_source; places made by a rule are no evidence and no seat. */
  readonly seats: string;
}

export interface RealEvidence {
  readonly counties: UnitAreas;
  readonly units: UnitIndex;
}

export async function realEvidence({
  counties,
  divisions,
  seats,
}: RealTexts): Promise<RealEvidence> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read = readCsv(bytes(divisions), 'divisions', tableRequest('admin_units'));
  if (!read.ok) throw new Error(read.problem.code);
  const table: TableData = withSeats(read.value, seats);
  return { counties: areasOf(bytes(counties)), units: new UnitIndex(table) };
}

/** The real units of some counties, six digits each, and the city above them: a city's table where the user brought none. */
export function realUnits(
  { divisions, seats }: Pick<RealTexts, 'divisions' | 'seats'>,
  counties: ReadonlySet<string>,
): ImportedTable {
  const [head, ...lines] = divisions.split(/\r?\n/);
  const kept = lines.filter(
    (line) => counties.has(line.slice(0, 6)) || line.slice(4, 12) === '00000000',
  );
  const text = [head, ...kept, ''].join('\n');
  const read = readCsv(new TextEncoder().encode(text), 'divisions', tableRequest('admin_units'));
  if (!read.ok) throw new Error(read.problem.code);
  return { ...read.value, ...withSeats(read.value, seats) };
}

/** Areas by their `unit_code` out of a GeoJSON; features without one are left out. */
export function areasOf(geojson: Uint8Array): UnitAreas {
  const areas = new UnitAreas();
  const opened = openJson(geojson, 'areas');
  if (!opened.ok || opened.value.kind !== 'tables') return areas;
  for (const table of opened.value.tables) {
    const at = table.sample[0].cells.indexOf('unit_code');
    const codes = new Map<number, string>();
    for (const rows of table.batches())
      for (const { cells, number } of rows) codes.set(number, cells[at] ?? '');
    for (const { number, polygons } of table.areas) {
      const code = codes.get(number) ?? '';
      if (/^\d{6,12}$/.test(code)) areas.add(code.padEnd(12, '0'), polygons);
    }
  }
  return areas;
}

function withSeats(table: ImportedTable, seats: string): TableData {
  const places = new Map<string, [number, number]>();
  for (const line of seats.trim().split(/\r?\n/).slice(1)) {
    const [code, lon, lat, source] = line.split(',');
    if (!source.startsWith('rule:')) places.set(code, [Number(lon), Number(lat)]);
  }
  const lon = new Float64Array(table.rowCount).fill(NaN);
  const lat = new Float64Array(table.rowCount).fill(NaN);
  const codes: string[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    codes.push(textAt(table.columns.unit_code, row) ?? '');
    const place = places.get(codes[row]);
    if (place) [lon[row], lat[row]] = place;
  }
  return {
    rowCount: table.rowCount,
    columns: {
      ...table.columns,
      unit_code: dictionaryOf(codes),
      lon: { kind: 'number', values: lon },
      lat: { kind: 'number', values: lat },
    },
  };
}
