/**
 * Named parameters for both engines: `$name` in a .sql file becomes a numbered, typed place, so that
 * every value is bound and none is pasted into the text.
 */
import type { SqlValue } from '../store/database';
import { definitionsIn } from './families';
import type { BoundQuery, Parameters, ParameterValue } from './types';

export interface PreparedQuery {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const place = /\$([a-z][a-z0-9_]*)/g;

/** The query with only the parameters it names; a name without a value throws (a bug of ours). */
export function boundQuery(sql: string, parameters: Parameters): BoundQuery {
  const used: Record<string, SqlValue> = {};
  for (const [, name] of withoutComments(sql).matchAll(place)) {
    if (!(name in parameters)) throw new Error(`no value for $${name}`);
    used[name] = asSqlValue(parameters[name]);
  }
  return { sql, definitions: definitionsIn(sql), parameters: used };
}

/** The numbered form the database takes. */
export function prepared({
  sql,
  parameters,
}: Pick<BoundQuery, 'sql' | 'parameters'>): PreparedQuery {
  const names = Object.keys(parameters);
  const text = withoutComments(sql).replace(
    place,
    (_, name: string) => `CAST($${names.indexOf(name) + 1} AS ${sqlType(parameters[name])})`,
  );
  return { sql: text, values: names.map((name) => parameters[name]) };
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, '');
}

function asSqlValue(value: ParameterValue): SqlValue {
  return Array.isArray(value) ? value.join(',') : (value as SqlValue);
}

function sqlType(value: SqlValue): string {
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'number') return Number.isInteger(value) ? 'BIGINT' : 'DOUBLE';
  return 'VARCHAR';
}
