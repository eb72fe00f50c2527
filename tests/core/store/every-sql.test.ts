import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBothDatabases, type BothDatabases } from './both-databases';

/** All but the indicators', whose named values are filled by their own code and tested there. */
const files = import.meta.glob<string>(
  ['../../../src/core/**/*.sql', '!../../../src/core/indicators/**'],
  { query: '?raw', import: 'default', eager: true },
);
const nameOf = (path: string) => path.split('/').at(-1)!;
const relations = Object.entries(files).filter(
  ([path, sql]) => nameOf(path) !== 'schema.sql' && /CREATE /.test(sql),
);
const queries = Object.entries(files).filter(
  ([path, sql]) => nameOf(path) !== 'schema.sql' && !/CREATE /.test(sql),
);

/** How many values a statement wants: $1 … $n, or so many question marks. */
function valueCount(sql: string): number {
  const bare = sql.replace(/--.*$/gm, '').replace(/'[^']*'/g, '');
  const numbered = [...bare.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]));
  return numbered.length ? Math.max(...numbered) : bare.split('?').length - 1;
}

describe('every .sql of core runs on the native engine and on the WASM one', () => {
  let both: BothDatabases;
  beforeAll(async () => {
    both = await openBothDatabases();
    // Relations stand on one another: each round makes those whose ground is laid.
    let waiting = relations;
    for (let round = 0; round < relations.length && waiting.length > 0; round++) {
      const refused: typeof waiting = [];
      for (const relation of waiting) {
        try {
          await both.run(relation[1]);
        } catch {
          refused.push(relation);
        }
      }
      waiting = refused;
    }
    expect(waiting.map(([path]) => nameOf(path))).toEqual([]);
  });
  afterAll(() => both.close());

  it('finds them', () => {
    expect(Object.keys(files).map(nameOf)).toContain('schema.sql');
    expect(queries.length).toBeGreaterThan(1);
  });

  it.each(queries.map(([path, sql]) => [nameOf(path), sql]))('%s', async (_, sql) => {
    await both.query(sql, new Array(valueCount(sql)).fill(null));
  });
});
