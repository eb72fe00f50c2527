/**
 * What is open and what came in → one table, and what changed. Rows meet by their key; rows whose id
 * the import had to make meet by name and unit. A blank that comes in does not erase what was known.
 */
import { textAt, type ColumnData } from '../../store/columns';
import { tableDescription, type TableName } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';
import { ChangeList, type TableChanges } from './changes';
import { joinedColumn, ofTextKind, type Origin } from './joined-columns';
import { matchRows, nthMadeId } from './match-rows';

/**
 * `add`: what came in is added to what is there or brings it up to date. `replace_towns`: of the
 * towns it speaks of, rows that did not come again go. `replace`: all rows that did not come again go.
 */
export type JoinMode = 'add' | 'replace_towns' | 'replace';

export interface JoinedTable {
  readonly table: ImportedTable;
  readonly changes: TableChanges;
}

export function joinTables(
  base: ImportedTable | undefined,
  incoming: ImportedTable,
  mode: JoinMode,
): JoinedTable {
  const name = incoming.name as TableName;
  const before = base ?? emptyTable(name);
  const matches = matchRows(before, incoming);
  const stays = staying(before, incoming, mode);
  const incomingOf = new Int32Array(before.rowCount).fill(-1);
  for (let row = 0; row < incoming.rowCount; row++)
    if (matches.baseOf[row] >= 0) incomingOf[matches.baseOf[row]] = row;

  const list = new ChangeList(before, incoming);
  const origin: Origin = { base: [], incoming: [] };
  const put = (baseRow: number, incomingRow: number) => {
    origin.base.push(baseRow);
    origin.incoming.push(incomingRow);
  };
  for (let row = 0; row < before.rowCount; row++) {
    const renewed = incomingOf[row];
    if (renewed >= 0) {
      put(row, renewed);
      list.compare(row, renewed);
    } else if (stays(row)) put(row, -1);
    else list.removed(row);
  }
  for (let row = 0; row < incoming.rowCount; row++) {
    if (matches.baseOf[row] >= 0) continue;
    put(-1, row);
    list.added(row);
  }
  return {
    table: joined(before, incoming, origin, matches.isMade),
    changes: list.finish(name, before.rowCount, origin.base.length),
  };
}

/** Which rows of the base stay although they did not come again. */
function staying(
  base: ImportedTable,
  incoming: ImportedTable,
  mode: JoinMode,
): (row: number) => boolean {
  if (mode === 'replace') return () => false;
  if (mode === 'add') return () => true;
  const towns = townsOf(incoming);
  const unit = base.columns.unit_code;
  return (row) => !towns.has((textAt(unit, row) ?? '').slice(0, 9));
}

/** The first nine digits of every unit the rows speak of. */
export function townsOf({ columns, rowCount }: ImportedTable): ReadonlySet<string> {
  const towns = new Set<string>();
  for (let row = 0; row < rowCount; row++) {
    const code = textAt(columns.unit_code, row) ?? '';
    if (code.length >= 9) towns.add(code.slice(0, 9));
  }
  return towns;
}

function joined(
  base: ImportedTable,
  incoming: ImportedTable,
  origin: Origin,
  isMade: (row: number) => boolean,
): ImportedTable {
  const { columns, key } = tableDescription(incoming.name as TableName);
  const out: Record<string, ColumnData> = {};
  for (const { name, type } of columns) {
    const own = base.columns[name];
    const other = incoming.columns[name];
    if (own || other) out[name] = joinedColumn(name, type, own, other, origin, incoming);
  }
  if (key.length === 1 && out[key[0]]) renewIds(out[key[0]], base.columns[key[0]], origin, isMade);
  const rowCount = origin.base.length;
  return {
    name: incoming.name,
    fileName: base.rowCount === 0 ? incoming.fileName : base.fileName,
    rowCount,
    columns: out,
    rowNumbers: Uint32Array.from({ length: rowCount }, (_, row) =>
      origin.incoming[row] >= 0
        ? incoming.rowNumbers[origin.incoming[row]]
        : base.rowNumbers[origin.base[row]],
    ),
    notes: [...base.notes, ...incoming.notes],
  };
}

/** A row found again keeps its id; an id that was made and is taken gets a number behind it. */
function renewIds(
  ids: ColumnData,
  own: ColumnData | undefined,
  origin: Origin,
  isMade: (row: number) => boolean,
): void {
  if (ids.kind !== 'text') return;
  const values = ids.values as (string | null)[];
  const seen = new Set(ofTextKind(own));
  for (let row = 0; row < values.length; row++) {
    const incomingRow = origin.incoming[row];
    if (incomingRow < 0 || !isMade(incomingRow)) continue;
    const baseRow = origin.base[row];
    if (baseRow >= 0) values[row] = textAt(own, baseRow);
    else {
      const made = values[row] ?? '';
      for (let n = 2; seen.has(values[row]!); n++) values[row] = nthMadeId(made, n);
      seen.add(values[row]!);
    }
  }
}

const emptyTable = (name: TableName): ImportedTable => ({
  name,
  fileName: name,
  rowCount: 0,
  columns: {},
  rowNumbers: new Uint32Array(0),
  notes: [],
});
