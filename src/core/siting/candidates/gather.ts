/**
 * Candidates out of what a city already has: premises that stand empty, village offices, junctions
 * of its streets. Always in the same order, so that the same ask finds the same candidates.
 */
import type { ImportedTable } from '../../import';
import { UnitAreas } from '../../import/place/areas';
import type { Network } from '../../network';
import { textAt, valueAt } from '../../store/columns';
import type { CandidatePlace } from './candidate-place';
import { spreadJunctions } from './junctions';

type Polygons = Parameters<UnitAreas['add']>[1];

export interface CandidateLand {
  readonly network: Network;
  readonly units?: ImportedTable;
  readonly premises?: ImportedTable;
  /** Areas of units, by code. */
  readonly areas: ReadonlyMap<string, Polygons>;
}

export interface CandidateChoice {
  readonly premises: boolean;
  readonly offices: boolean;
  /** Junctions at least about so far apart; null for none. */
  readonly junctionSpacingM: number | null;
  /** Places the planner drew; taken as they are. */
  readonly drawn: readonly CandidatePlace[];
  /** Only those of this unit or of units below it; null takes all. */
  readonly withinUnit: string | null;
  /** A drawn area that junctions must lie in: one ring of [lon, lat]; null for none. */
  readonly withinRing: readonly (readonly [number, number])[] | null;
}

/** Most junctions at a time: beyond it they are taken further apart. */
const MOST_JUNCTIONS = 5000;

export function gatherCandidates(land: CandidateLand, choice: CandidateChoice): CandidatePlace[] {
  const finder = new UnitFinder(land);
  const isWanted = ({ unitCode }: CandidatePlace): boolean =>
    choice.withinUnit === null || finder.isWithin(unitCode, choice.withinUnit);
  const found: CandidatePlace[] = [];
  if (choice.premises && land.premises) {
    found.push(...placesOf(land.premises, 'premise', 'premise_id', 'renovation_cost_10k_yuan'));
  }
  if (choice.offices && land.units) {
    const { level } = land.units.columns;
    const offices = placesOf(land.units, 'office', 'unit_code', null);
    const isVillage = new Set<string>();
    for (let row = 0; row < land.units.rowCount; row++) {
      if (textAt(level, row) === 'village') isVillage.add(codeAt(land.units, row));
    }
    found.push(...offices.filter(({ unitCode }) => isVillage.has(unitCode ?? '')));
  }
  if (choice.junctionSpacingM !== null) {
    const ring = choice.withinRing === null ? null : ringArea(choice.withinRing);
    const isInside = (lon: number, lat: number): boolean =>
      (ring === null || ring.contains('ring', lon, lat)) &&
      (choice.withinUnit === null || finder.mayLieIn(choice.withinUnit, lon, lat));
    const { network } = land;
    for (const v of spreadJunctions(network, choice.junctionSpacingM, MOST_JUNCTIONS, isInside)) {
      const [lon, lat] = [network.vertexLon[v], network.vertexLat[v]];
      const unitCode = finder.unitAt(lon, lat);
      found.push({
        id: `J${v}`,
        source: 'junction',
        name: null,
        lon,
        lat,
        unitCode,
        cost: null,
      });
    }
  }
  return [...found.filter(isWanted), ...choice.drawn];
}

function placesOf(
  table: ImportedTable,
  source: 'premise' | 'office',
  idColumn: string,
  costColumn: string | null,
): CandidatePlace[] {
  const { columns } = table;
  const places: CandidatePlace[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [lon, lat] = [valueAt(columns.lon, row), valueAt(columns.lat, row)];
    const id = textAt(columns[idColumn], row);
    if (typeof lon !== 'number' || typeof lat !== 'number' || id === null) continue;
    const cost = costColumn === null ? null : valueAt(columns[costColumn], row);
    places.push({
      id: source === 'office' ? `V${id}` : id,
      source,
      name: textAt(columns.name, row),
      lon,
      lat,
      unitCode: textAt(columns.unit_code, row),
      cost: typeof cost === 'number' ? cost : null,
    });
  }
  return places;
}

function codeAt(units: ImportedTable, row: number): string {
  return textAt(units.columns.unit_code, row) ?? '';
}

function ringArea(ring: readonly (readonly [number, number])[]): UnitAreas {
  const area = new UnitAreas();
  area.add('ring', [[[...ring, ring[0]]]]);
  return area;
}

/** In which village a place lies: by the areas where there are any, else by the nearest office. */
class UnitFinder {
  readonly #areas = new UnitAreas();
  readonly #villages: { code: string; lon: number; lat: number; hasArea: boolean }[] = [];
  readonly #above = new Map<string, string>();

  constructor({ units, areas }: CandidateLand) {
    for (const [code, polygons] of areas) this.#areas.add(code, polygons);
    for (let row = 0; units && row < units.rowCount; row++) {
      const code = codeAt(units, row);
      const { parent_code: parent, host_code: host, level, lon, lat } = units.columns;
      const above = textAt(host, row) ?? textAt(parent, row);
      if (above !== null) this.#above.set(code, above);
      if (textAt(level, row) !== 'village') continue;
      const [x, y] = [valueAt(lon, row), valueAt(lat, row)];
      if (typeof x !== 'number' || typeof y !== 'number') continue;
      this.#villages.push({ code, lon: x, lat: y, hasArea: this.#areas.has(code) });
    }
  }

  isWithin(code: string | null, wanted: string): boolean {
    let at: string | undefined = code ?? undefined;
    for (let steps = 0; at !== undefined && steps < 8; steps++) {
      if (at === wanted) return true;
      at = this.#above.get(at);
    }
    return false;
  }

  /** False only where the unit has an area and the place lies outside. */
  mayLieIn(code: string, lon: number, lat: number): boolean {
    return !this.#areas.has(code) || this.#areas.contains(code, lon, lat);
  }

  unitAt(lon: number, lat: number): string | null {
    let nearest: string | null = null;
    let best = Infinity;
    for (const village of this.#villages) {
      if (village.hasArea && this.#areas.contains(village.code, lon, lat)) return village.code;
      // A degree of longitude is about 0.9 of one of latitude here; nearest needs no better.
      const distance = (0.9 * (village.lon - lon)) ** 2 + (village.lat - lat) ** 2;
      if (distance < best) [best, nearest] = [distance, village.code];
    }
    return nearest;
  }
}
