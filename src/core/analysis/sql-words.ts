/**
 * SQL text in pieces: enough to know names from strings and comments. Nothing is judged here; what a
 * statement may do is DuckDB's own parser's word (guard.ts).
 */
export type PieceKind = 'name' | 'quoted_name' | 'string' | 'number' | 'comment' | 'sign';

export interface Piece {
  readonly kind: PieceKind;
  /** False of a string, name or comment that never ends. */
  readonly isClosed: boolean;
  /** As written; of a quoted name what stands between the quotes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const patterns: readonly (readonly [PieceKind, RegExp])[] = [
  ['comment', /--[^\n]*/y],
  ['string', /'(?:[^']|'')*(?:'|$)|\$([A-Za-z_]*)\$[\s\S]*?(?:\$\1\$|$)/y],
  ['quoted_name', /"(?:[^"]|"")*(?:"|$)/y],
  ['number', /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['name', /[\p{L}_][\p{L}\p{N}_$]*/uy],
];

export function piecesOf(sql: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < sql.length) {
    if (/\s/.test(sql[at])) {
      at++;
      continue;
    }
    const piece = pieceAt(sql, at);
    pieces.push(piece);
    at = piece.to;
  }
  return pieces;
}

function pieceAt(sql: string, from: number): Piece {
  if (sql.startsWith('/*', from)) return blockComment(sql, from);
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = from;
    const found = pattern.exec(sql)?.[0];
    if (!found) continue;
    const isClosed =
      (kind !== 'string' && kind !== 'quoted_name') ||
      (found.length > 1 && found.endsWith(found[0]));
    const text =
      kind === 'quoted_name' ? found.slice(1).replace(/"$/, '').replaceAll('""', '"') : found;
    return { kind, isClosed, text, from, to: from + found.length };
  }
  return { kind: 'sign', isClosed: true, text: sql[from], from, to: from + 1 };
}

/** Comments of this kind stand in one another. */
function blockComment(sql: string, from: number): Piece {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth > 0) continue;
    const to = marks.lastIndex;
    return { kind: 'comment', isClosed: true, text: sql.slice(from, to), from, to };
  }
  const text = sql.slice(from);
  return { kind: 'comment', isClosed: false, text, from, to: sql.length };
}

/** Every name a text may take for a table; columns after a dot (`h.households`) are none. */
export function namesIn(sql: string): ReadonlySet<string> {
  const pieces = piecesOf(sql).filter(({ kind }) => kind !== 'comment');
  const isColumn = (at: number) =>
    pieces[at - 1]?.text === '.' && !/^(main|memory)$/i.test(pieces[at - 2]?.text ?? '');
  const names = pieces.filter(
    ({ kind }, at) => (kind === 'name' || kind === 'quoted_name') && !isColumn(at),
  );
  return new Set(names.map(({ text }) => text.toLowerCase()));
}

/** A text as SQL writes it: for the statements that are shown as well as run. */
export function literal(value: string | number | boolean): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}
