/** What could stand at the caret of a query: tables after FROM and JOIN, columns, functions, keywords. */
import { piecesOf } from './sql-words';

export interface KnownTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

export interface Completion {
  readonly text: string;
  readonly kind: 'table' | 'column' | 'function' | 'keyword';
  /** The table of a column, or its type. */
  readonly detail: string;
}

const keywords =
  'SELECT FROM WHERE GROUP BY ORDER BY HAVING LIMIT JOIN LEFT JOIN ON USING AND OR NOT NULL IS IN BETWEEN LIKE CASE WHEN THEN ELSE END AS DISTINCT WITH UNION ALL DESC ASC NULLS LAST OVER PARTITION BY FILTER QUALIFY DESCRIBE SUMMARIZE EXPLAIN';
const phrases = /(?:GROUP|ORDER|PARTITION) BY|LEFT JOIN|NULLS LAST|\w+/g;
const functions =
  'count sum avg min max median quantile_cont round floor ceil coalesce nullif left right length lower upper contains starts_with row_number rank ntile list string_agg date_part abs greatest least corr';

export interface Completed {
  /** Where the word at the caret begins: what is chosen takes its place. */
  readonly from: number;
  readonly options: readonly Completion[];
}

const atMost = 12;

/** Empty inside strings and comments, and where nothing has been typed yet. */
export function completions(sql: string, caret: number, tables: readonly KnownTable[]): Completed {
  const pieces = piecesOf(sql);
  const at = pieces.findIndex(({ from, to }) => from < caret && caret <= to);
  const piece = pieces[at];
  const isWord = piece?.kind === 'name';
  const before = isWord ? pieces[at - 1] : piece;
  const isAfterDot = before?.text === '.' && (isWord || before.to === caret);
  if (piece !== undefined && !isWord && !isAfterDot) return { from: caret, options: [] };
  const word = isWord ? sql.slice(piece.from, caret).toLowerCase() : '';
  const from = isWord ? piece.from : caret;
  if (isAfterDot) {
    const owner = pieces[(isWord ? at : at + 1) - 2]?.text ?? '';
    return { from, options: matching(columnsOf(tableOf(owner, sql, tables)), word) };
  }
  if (word === '') return { from, options: [] };
  const last = pieces[at - 1]?.text.toUpperCase();
  const tableNames = tables.map((table) => option(table.name, 'table', ''));
  if (last === 'FROM' || last === 'JOIN') return { from, options: matching(tableNames, word) };
  const named = tables.filter(({ name }) => pieces.some(({ text }) => text === name));
  const columns = columnsOf(named.length > 0 ? named : tables);
  const rest = [
    ...functions.split(' ').map((name) => option(name, 'function', '')),
    ...[...new Set(keywords.match(phrases))].map((text) => option(text, 'keyword', '')),
  ];
  return { from, options: matching([...columns, ...tableNames, ...rest], word) };
}

/** The table of a name or of an alias (`FROM households AS h`). */
function tableOf(name: string, sql: string, tables: readonly KnownTable[]): readonly KnownTable[] {
  const pieces = piecesOf(sql).filter(({ kind }) => kind !== 'comment');
  const wanted = pieces.findIndex(({ text }, i) => {
    const previous = pieces[i - 1]?.text.toUpperCase() === 'AS' ? pieces[i - 2] : pieces[i - 1];
    return text === name && tables.some((table) => table.name === previous?.text);
  });
  const isAs = pieces[wanted - 1]?.text.toUpperCase() === 'AS';
  const found = wanted < 0 ? name : pieces[wanted - (isAs ? 2 : 1)].text;
  return tables.filter((table) => table.name === found);
}

function columnsOf(tables: readonly KnownTable[]): Completion[] {
  const seen = new Map<string, Completion>();
  for (const { name: table, columns } of tables)
    for (const { name } of columns)
      if (!seen.has(name)) seen.set(name, option(name, 'column', table));
  return [...seen.values()];
}

function option(text: string, kind: Completion['kind'], detail: string): Completion {
  return { text, kind, detail };
}

/** Beginnings first, then words that hold it. */
function matching(options: readonly Completion[], word: string): readonly Completion[] {
  const lower = options.map((one) => ({ one, text: one.text.toLowerCase() }));
  const begins = lower.filter(({ text }) => text.startsWith(word) && text !== word);
  const holds = lower.filter(({ text }) => !text.startsWith(word) && text.includes(word));
  return [...begins, ...(word.length > 1 ? holds : [])].slice(0, atMost).map(({ one }) => one);
}
