/**
 * The rows of a table that are in sight, drawn by hand: as many as fit are made once, and scrolling writes
 * other words into them. With a reactive block for each cell a frame is over before a page of rows is;
 * moving rows from one end to the other costs the browser as much as new words in all of them.
 */
import { cellText, type Column } from './table';

/** One row as it should stand; null while it is on its way. */
export interface RowToDraw<R> {
  readonly row: R | null;
  readonly at: number;
  /** Undefined where rows cannot be picked. */
  readonly isSelected: boolean | undefined;
  readonly isPointed: boolean;
  readonly tabIndex: number | undefined;
}

interface DrawnRow<R> {
  readonly element: HTMLTableRowElement;
  readonly cells: readonly { readonly node: Text; readonly opens: HTMLButtonElement | null }[];
  readonly words: string[];
  readonly attributes: Map<string, string | null>;
  row: R | null;
}

export class RowPool<R> {
  readonly #body: HTMLTableSectionElement;
  #columns: readonly Column<R>[] = [];
  #rows: DrawnRow<R>[] = [];

  constructor(body: HTMLTableSectionElement) {
    this.#body = body;
  }

  draw(columns: readonly Column<R>[], shown: readonly RowToDraw<R>[]): void {
    const focused = this.#focused();
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#rows = [];
      this.#body.replaceChildren();
    }
    while (this.#rows.length > shown.length) this.#rows.pop()!.element.remove();
    while (this.#rows.length < shown.length) this.#rows.push(this.#made());
    shown.forEach((wanted, i) => this.#write(this.#rows[i], wanted));
    if (focused !== null && this.#focused() !== focused) this.focus(focused);
  }

  focus(at: number): void {
    const row = this.#body.querySelector<HTMLElement>(`tr[data-at="${at}"]`);
    row?.focus({ preventScroll: true });
  }

  /** The row that has the keyboard; it keeps it while rows are written over. */
  #focused(): number | null {
    const { activeElement } = document;
    if (!activeElement || !this.#body.contains(activeElement)) return null;
    return Number(activeElement.closest('tr')?.dataset['at']);
  }

  #made(): DrawnRow<R> {
    const element = document.createElement('tr');
    const cells = this.#columns.map((column) => {
      const cell = element.insertCell();
      if (column.align === 'right') cell.className = 'right';
      const node = document.createTextNode('');
      cell.append(node);
      if (!column.onopen) return { node, opens: null };
      const opens = document.createElement('button');
      Object.assign(opens, { type: 'button', className: 'opens', tabIndex: -1 });
      return { node, opens };
    });
    this.#body.append(element);
    const words = this.#columns.map(() => '');
    return { element, cells, words, attributes: new Map(), row: null };
  }

  #write(drawn: DrawnRow<R>, { row, at, isSelected, isPointed, tabIndex }: RowToDraw<R>): void {
    const set = (name: string, value: string | number | boolean | undefined) => {
      const text = value === undefined ? null : String(value);
      if (drawn.attributes.get(name) === text) return;
      drawn.attributes.set(name, text);
      if (text === null) drawn.element.removeAttribute(name);
      else drawn.element.setAttribute(name, text);
    };
    const classes = [isSelected !== undefined && 'pickable', isSelected && 'selected'];
    set(
      'class',
      [...classes, isPointed && 'pointed', row === null && 'coming'].filter(Boolean).join(' '),
    );
    set('data-at', at);
    set('aria-rowindex', at + 2);
    set('aria-selected', isSelected);
    set('tabindex', tabIndex);
    this.#columns.forEach((column, i) => {
      const words = row === null ? '' : cellText(column, row);
      if (words === drawn.words[i] && (row === null) === (drawn.row === null)) return;
      drawn.words[i] = words;
      const { node, opens } = drawn.cells[i];
      node.data = words;
      if (opens === null) return;
      if (row === null) opens.replaceWith(node);
      else if (node.parentNode !== opens) {
        node.replaceWith(opens);
        opens.append(node);
      }
    });
    drawn.row = row;
  }
}
