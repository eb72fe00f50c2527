/**
 * households.parquet: rows by unit and along its streets, so that coordinates change little from row
 * to row. Coordinates are DECIMAL(8,5) with delta packing, codes a dictionary, ids derive from their
 * neighbours; a page reads 900,000 rows in about a second.
 */
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { HousedPeople } from '../people/house';
import type { SettledUnit } from '../streets/settled-unit';

const PRECISIONS = ['door', 'village', 'none'];

type Column = { name: string; data: ArrayLike<unknown> & object; encoding?: string };

export function householdsParquet(
  parts: readonly HousedPeople[],
  units: readonly SettledUnit[],
  provenance: { asOf: string; source: string },
): Uint8Array {
  const rows = parts.reduce((sum, p) => sum + p.unit.length, 0);
  const ints = (read: (part: HousedPeople, i: number) => number | null) => {
    const out = new Array<number | null>(rows);
    let row = 0;
    for (const part of parts) for (let i = 0; i < part.unit.length; i++) out[row++] = read(part, i);
    return out;
  };
  const texts = (read: (part: HousedPeople, i: number) => string | null) => {
    const out = new Array<string | null>(rows);
    let row = 0;
    for (const part of parts) for (let i = 0; i < part.unit.length; i++) out[row++] = read(part, i);
    return out;
  };
  const flags = (read: (part: HousedPeople, i: number) => boolean) => {
    const out = new Array<boolean>(rows);
    let row = 0;
    for (const part of parts) for (let i = 0; i < part.unit.length; i++) out[row++] = read(part, i);
    return out;
  };
  const codes = units.map((u) => u.village.code);
  const band = (name: keyof HousedPeople['people']): Column => ({
    name,
    data: ints((p, i) => p.people[name][i]),
  });
  const place = (name: string, read: (p: HousedPeople) => Int32Array): Column => ({
    name,
    data: ints((p, i) => (p.precision[i] === 2 ? null : read(p)[i] / 1e5)),
    encoding: 'DELTA_BINARY_PACKED',
  });
  const columns: Column[] = [
    {
      name: 'household_id',
      data: texts((p, i) => p.householdId[i]),
      encoding: 'DELTA_LENGTH_BYTE_ARRAY',
    },
    { name: 'unit_code', data: texts((p, i) => codes[p.unit[i]]) },
    place('lon', (p) => p.lonE5),
    place('lat', (p) => p.latE5),
    band('persons'),
    band('age_60_64'),
    band('age_65_74'),
    band('age_75_79'),
    band('age_80_plus'),
    { name: 'living_alone', data: flags((p, i) => livesAlone(p, i)) },
    band('dependent'),
    { name: 'is_collective', data: flags((p, i) => p.isCollective[i] === 1) },
    { name: 'location_precision', data: texts((p, i) => PRECISIONS[p.precision[i]]) },
    { name: 'coord_source', data: texts((p, i) => (p.precision[i] === 2 ? null : 'generated')) },
    { name: 'as_of', data: texts(() => provenance.asOf) },
    { name: 'source', data: texts(() => provenance.source) },
  ];
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map(({ name, data, encoding }) => ({ name, data, encoding })) as never,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(schemaOf)] as never,
    rowGroupSize: 250_000,
    statistics: false,
    createdBy: 'carecircle',
  });
  return new Uint8Array(writer.getBuffer());
}

/** Someone of 60 or more in a household of one. */
export function livesAlone({ people }: HousedPeople, i: number): boolean {
  return (
    people.persons[i] === 1 &&
    people.age_60_64[i] + people.age_65_74[i] + people.age_75_79[i] + people.age_80_plus[i] === 1
  );
}

function schemaOf({ name }: Column) {
  switch (name) {
    case 'lon':
    case 'lat':
      return {
        name,
        type: 'INT32',
        converted_type: 'DECIMAL',
        scale: 5,
        precision: 8,
        repetition_type: 'OPTIONAL',
      };
    case 'living_alone':
    case 'is_collective':
      return { name, type: 'BOOLEAN', repetition_type: 'REQUIRED' };
    case 'household_id':
    case 'unit_code':
    case 'location_precision':
    case 'as_of':
    case 'source':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' };
    case 'coord_source':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' };
    default:
      return { name, type: 'INT32', repetition_type: 'REQUIRED' };
  }
}
