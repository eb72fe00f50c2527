/** A small city from lines and lines of CSV, so that whole runs can be worked out by hand. */
import { readTable, tableRequest, type ImportedTable } from '../../../src/core/import';
import { readNetwork, type Network } from '../../../src/core/network';
import {
  coverageGround,
  coverageRun,
  defaultSnapCaps,
  type CoverageGround,
  type CoverageParameters,
  type CoverageRun,
} from '../../../src/core/reach';
import type { Result } from '../../../src/core/result';

/** Metres in a degree along the equator, where the scenes lie. */
export const metresPerDegree = 111_319.490793;

export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

export interface DrawnStreet {
  /** [lon, lat] in metres east and north of 0, 0. */
  readonly line: readonly (readonly [number, number])[];
  readonly highway?: string;
}

export async function drawnNetwork(streets: readonly DrawnStreet[]): Promise<Network> {
  const features = streets.map(({ line, highway = 'residential' }) => ({
    type: 'Feature',
    properties: {
      highway,
      ...(highway === 'crossing' && { highway: 'footway', footway: highway }),
    },
    geometry: { type: 'LineString', coordinates: line.map(degrees) },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return expectOk(await readNetwork(new TextEncoder().encode(text), 'streets.geojson')).network;
}

/** On the equator a degree of latitude is a little shorter: 110,574.3 m. */
const degrees = ([x, y]: readonly [number, number]) => [x / metresPerDegree, y / 110_574.2727];

/** Rows as `id,x,y,…` in metres; columns beyond the place by name. */
export async function drawnTable(
  name: 'households' | 'facilities' | 'admin_units',
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<ImportedTable> {
  const x = columns.indexOf('lon');
  const lines = rows.map((row) =>
    row
      .map((cell, i) => {
        if (cell === '' || x < 0 || (i !== x && i !== x + 1)) return cell;
        return degrees([Number(row[x]), Number(row[x + 1])])[i - x];
      })
      .join(','),
  );
  const text = [columns.join(','), ...lines].join('\n');
  return expectOk(
    await readTable(new TextEncoder().encode(text), `${name}.csv`, tableRequest(name)),
  );
}

export interface DrawnCity {
  readonly network: Network;
  readonly households: ImportedTable;
  readonly facilities: ImportedTable;
  readonly units?: ImportedTable;
}

export function groundOf(city: DrawnCity): CoverageGround {
  return expectOk(coverageGround(city, { caps: defaultSnapCaps, weight: null }));
}

export const plainParameters: CoverageParameters = {
  minutes: 15,
  speedMS: 0.8,
  types: null,
  statuses: null,
  includesVillagePoints: false,
};

export function runOf(city: DrawnCity, parameters: Partial<CoverageParameters> = {}): CoverageRun {
  return expectOk(coverageRun(groundOf(city), { ...plainParameters, ...parameters }));
}
