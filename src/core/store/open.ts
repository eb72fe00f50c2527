/** A database ready for use: the tables of schema.sql, and nothing that reaches for the network. */
import type { Database } from './database';
import schema from './schema.sql?raw';

/** Creates every table. Extensions stay off: with them DuckDB would look for files on the network. */
export async function createTables(database: Database): Promise<void> {
  await database.run('SET autoinstall_known_extensions = false');
  await database.run('SET autoload_known_extensions = false');
  await database.run(schema);
}

/** An identifier, quoted for SQL: the one door for names that are not literals of ours. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
