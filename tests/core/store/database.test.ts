import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dictionaryOf, UNKNOWN_BOOLEAN, UNKNOWN_INTEGER } from '../../../src/core/store/columns';
import { SqlError } from '../../../src/core/store/database';
import { quoted } from '../../../src/core/store/open';
import { openBothDatabases, type BothDatabases } from './both-databases';

describe('the native engine and the WASM one', () => {
  let both: BothDatabases;
  beforeAll(async () => {
    both = await openBothDatabases();
    await both.insert('households', {
      household_id: { kind: 'text', values: ['h1', 'h二', 'h𠮷'] },
      unit_code: dictionaryOf(['350404001001', null, '350404001001']),
      lon: { kind: 'number', values: Float64Array.of(117.6, NaN, 117.7) },
      persons: { kind: 'integer', values: Int32Array.of(3, UNKNOWN_INTEGER, 0) },
      living_alone: { kind: 'boolean', values: Uint8Array.of(1, UNKNOWN_BOOLEAN, 0) },
      as_of: dictionaryOf(['2020-11-01', null, '1969-12-31']),
    });
  });
  afterAll(() => both.close());

  it('keep what was put in, unknown as NULL and never as 0', async () => {
    const rows = await both.query(
      `SELECT household_id, unit_code, lon, lat, persons, living_alone, as_of, source
       FROM households ORDER BY lon NULLS LAST`,
    );
    expect(rows).toEqual([
      {
        household_id: 'h1',
        unit_code: '350404001001',
        lon: 117.6,
        lat: null,
        persons: 3,
        living_alone: true,
        as_of: '2020-11-01',
        source: null,
      },
      {
        household_id: 'h𠮷',
        unit_code: '350404001001',
        lon: 117.7,
        lat: null,
        persons: 0,
        living_alone: false,
        as_of: '1969-12-31',
        source: null,
      },
      {
        household_id: 'h二',
        unit_code: null,
        lon: null,
        lat: null,
        persons: null,
        living_alone: null,
        as_of: null,
        source: null,
      },
    ]);
  });

  it('answer whole numbers as numbers and bind values', async () => {
    expect(
      await both.query(
        `SELECT COUNT(*) AS n, SUM(persons) AS persons, SUM(living_alone::INTEGER) AS alone,
           ?::INTEGER AS seven, ? AS text, ?::BOOLEAN AS yes, ?::DOUBLE AS nothing,
           1.25::DECIMAL(5,2) AS decimal, DATE '2020-02-29' AS day
         FROM households`,
        [7, "it's", true, null],
      ),
    ).toEqual([
      {
        n: 3,
        persons: 3,
        alone: 1,
        seven: 7,
        text: "it's",
        yes: true,
        nothing: null,
        decimal: 1.25,
        day: '2020-02-29',
      },
    ]);
  });

  it('take plain lists too', async () => {
    await both.insert('volunteers', {
      unit_code: ['350404000000', '350405000000'],
      registered_volunteers: [12, null],
    });
    expect(
      await both.query('SELECT unit_code, registered_volunteers AS n FROM volunteers ORDER BY 1'),
    ).toEqual([
      { unit_code: '350404000000', n: 12 },
      { unit_code: '350405000000', n: null },
    ]);
  });

  it('refuse a second row of the same key', async () => {
    const once = { facility_id: ['twice'] };
    for (const database of [both.native, both.wasm]) {
      await database.insert('facilities', once);
      await expect(database.insert('facilities', once)).rejects.toBeInstanceOf(SqlError);
    }
  });

  it('keep the SQL in their errors', async () => {
    for (const database of [both.native, both.wasm]) {
      await expect(database.query('SELECT no_such FROM households')).rejects.toThrow(
        /no_such[\s\S]*SELECT no_such FROM households/,
      );
    }
  });

  it('take any name as an identifier once it is quoted', async () => {
    expect(await both.query(`SELECT 1 AS ${quoted('a "b"; --')}`)).toEqual([{ 'a "b"; --': 1 }]);
  });
});
