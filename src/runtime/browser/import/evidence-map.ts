/** What the points of a file are seen against: borders, seats and streets around them. */
import type { PlacedBatch } from '../../../core/import';
import { textAt } from '../../../core/store/columns';
import type { DatumChoice, EvidenceMap } from '../data/import-data';
import type { KnownPlaces } from './known-places';

/** Half a side of the close view, degrees: about two kilometres. */
const CLOSE = 0.02;
const MOST_SEATS = 400;
const MOST_STREETS = 4000;

type Line = readonly (readonly number[])[];

export function evidenceMap(
  known: KnownPlaces,
  choices: readonly DatumChoice[],
  { table }: PlacedBatch,
): EvidenceMap {
  const [first] = choices;
  if (!first) return { borders: [], streets: [], seats: [], middle: null };
  const middle = densest(first.points);
  const counties = new Set<string>();
  for (let row = 0; row < table.rowCount; row++)
    counties.add((textAt(table.columns.unit_code, row) ?? '').slice(0, 6));
  return {
    borders: borderLines(known, counties),
    streets: middle ? streetLines(known, middle) : [],
    seats: [...known.units.all()]
      .filter(({ code, lon }) => !Number.isNaN(lon) && counties.has(code.slice(0, 6)))
      .slice(0, MOST_SEATS)
      .map(({ name, lon, lat }) => ({ name, lon, lat })),
    middle,
  };
}

/** The borders of the counties that rows name, of all where they name none; areas the user brought. */
function borderLines(
  { evidence: { counties, areas } }: KnownPlaces,
  named: ReadonlySet<string>,
): Line[] {
  const lines: Line[] = [];
  for (const units of [counties, areas]) {
    const codes = [...(units?.codes() ?? [])];
    const wanted = codes.filter((code) => named.has(code.slice(0, 6)));
    for (const code of wanted.length > 0 ? wanted : codes)
      lines.push(...(units?.polygonsOf(code) ?? []).flat());
  }
  return lines;
}

/** The middle of the square kilometre with most points. */
function densest(points: Float64Array): readonly [number, number] | null {
  const cells = new Map<string, [count: number, lon: number, lat: number]>();
  let best: [number, number, number] | null = null;
  for (let i = 0; i < points.length; i += 2) {
    const key = `${Math.floor(points[i] * 100)},${Math.floor(points[i + 1] * 100)}`;
    const cell = cells.get(key) ?? [0, 0, 0];
    cells.set(key, cell);
    cell[0]++;
    cell[1] += points[i];
    cell[2] += points[i + 1];
    if (!best || cell[0] > best[0]) best = cell;
  }
  return best ? [best[1] / best[0], best[2] / best[0]] : null;
}

function streetLines({ network }: KnownPlaces, [lon, lat]: readonly [number, number]): Line[] {
  if (!network) return [];
  const { edgeCount, shapeStart, shapeLon, shapeLat } = network;
  const lines: Line[] = [];
  for (let edge = 0; edge < edgeCount && lines.length < MOST_STREETS; edge++) {
    const from = shapeStart[edge];
    if (Math.abs(shapeLon[from] - lon) > CLOSE || Math.abs(shapeLat[from] - lat) > CLOSE) continue;
    lines.push(
      Array.from({ length: shapeStart[edge + 1] - from }, (_, i) => [
        shapeLon[from + i],
        shapeLat[from + i],
      ]),
    );
  }
  return lines;
}
