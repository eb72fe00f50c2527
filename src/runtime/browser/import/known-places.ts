/**
 * What is known of the places before a file is read: real borders, names and seats, and beyond them
 * only what the user brought, in the open city or beside the file. Generated streets and places are
 * no evidence.
 */
import counties from '../../../../data/sanming-counties.geojson?raw';
import divisions from '../../../../data/sanming-divisions.csv?raw';
import seats from '../../../../data/sanming-seats.csv?raw';
import {
  areasOf,
  HamletIndex,
  realEvidence,
  realUnits,
  townsOf,
  UnitIndex,
  type ImportedTable,
  type PlacedBatch,
  type PlaceEvidence,
  type RealEvidence,
} from '../../../core/import';
import { buildSnapIndex, type Network } from '../../../core/network';

/** Of the open city, if it is the user's own. */
export interface OwnPlaces {
  readonly units: ImportedTable | null;
  readonly areas: Uint8Array | null;
  readonly network: Network | null;
  readonly hamlets: ImportedTable | null;
  readonly population: ImportedTable | null;
}

export class KnownPlaces {
  readonly real: RealEvidence;
  units: UnitIndex;
  evidence: PlaceEvidence;
  network: Network | null = null;
  hamlets: HamletIndex | null = null;
  hamletTable: ImportedTable | null = null;
  /** Totals of the open city. */
  population: ImportedTable | null = null;
  /** Of facilities that were placed. */
  readonly addresses = new Map<string, readonly [number, number]>();

  private constructor(real: RealEvidence) {
    this.real = real;
    this.units = real.units;
    this.evidence = { counties: real.counties, areas: null, seats: null, streets: null };
  }

  static async with(own: OwnPlaces | null): Promise<KnownPlaces> {
    const known = new KnownPlaces(await realEvidence({ counties, divisions, seats }));
    if (own?.units) known.takeUnits(own.units);
    if (own?.network) known.takeStreets(own.network);
    if (own?.hamlets) known.takeHamlets(own.hamlets);
    known.population = own?.population ?? null;
    if (own?.areas) known.takeAreas(own.areas);
    return known;
  }

  takeAreas(geojson: Uint8Array): void {
    const areas = areasOf(geojson);
    if (areas.size > 0) this.evidence = { ...this.evidence, areas };
  }

  /** The real units of the counties that tables speak of; null where they speak of none we know. */
  unitsOf(tables: readonly ImportedTable[]): ImportedTable | null {
    const counties = new Set(
      tables.flatMap((table) => [...townsOf(table)].map((town) => town.slice(0, 6))),
    );
    const isKnown = [...counties].some((county) => this.real.units.unit(`${county}000000`));
    return isKnown ? realUnits({ divisions, seats }, counties) : null;
  }

  takeHamlets(table: ImportedTable): void {
    this.hamlets = new HamletIndex(table);
    this.hamletTable = table;
  }

  takeUnits(table: ImportedTable): void {
    this.units = new UnitIndex(table);
    this.evidence = { ...this.evidence, seats: this.units };
  }

  /** What was just placed helps the files beside it: names and seats, hamlets, addresses. */
  takeTable({ table, addresses }: PlacedBatch): void {
    if (table.rowCount === 0) return;
    if (table.name === 'admin_units') this.takeUnits(table);
    if (table.name === 'hamlets') this.takeHamlets(table);
    if (table.name !== 'facilities') return;
    for (const [address, place] of addresses) this.addresses.set(address, place);
  }

  takeStreets(network: Network): void {
    this.network = network;
    this.evidence = { ...this.evidence, streets: buildSnapIndex(network) };
  }
}
