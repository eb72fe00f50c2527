/** What schema.sql says of its tables and columns in comments, for whoever writes SQL. */
import schema from '../store/schema.sql?raw';

/** Comments by `table` and `table.column`. */
export function schemaNotes(): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let table = '';
  for (const line of schema.split('\n')) {
    const opened = /^CREATE TABLE (\w+) \((?:\s*-- (.+))?/.exec(line);
    if (opened) {
      table = opened[1];
      if (opened[2]) notes.set(table, opened[2]);
    }
    const column = /^ {2}(\w+) [A-Z]+[^-]*-- (.+)$/.exec(line);
    if (column) notes.set(`${table}.${column[1]}`, column[2]);
  }
  return notes;
}
