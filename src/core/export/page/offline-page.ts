/**
 * One HTML file that opens from a disk with the network off: the map, the figures, the lists, and a way
 * down from the city to the names of villages. No household is in it. Its own policy lets nothing in or
 * out; what moves is the browser's own (details, links), and a few lines that filter a list.
 */
import { t, type Language, type TextKey } from '../../i18n/t';
import { captionOf, countCell, percentWords } from '../handed-in/cells';
import { basisRows } from '../handed-in/basis-sheet';
import { coverageSheets } from '../handed-in/coverage-table';
import { uncoveredSheets } from '../handed-in/uncovered-table';
import { handedInSheets } from '../handed-in/workbooks';
import type { MapOptions } from '../map/map-options';
import { mapSheet } from '../map/map-sheet';
import { escaped } from '../text/markup';
import { bandSentence } from '../summary/bands';
import { countySummary } from '../summary/county-summary';
import { threeSentences } from '../summary/sentences';
import type { ResultSummary } from '../summary/result-summary';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { filterScript, style } from './page-parts';

export function offlinePage(
  summary: ResultSummary,
  whole: ResultSummary | null,
  map: MapOptions,
  language: Language,
  options: Sheet | null = null,
): string {
  const [top] = summary.units;
  const say = (key: TextKey) => escaped(t(language, key));
  const title = t(language, 'reports.report.title', { unit: top.name });
  const onPage: MapOptions = { ...map, paper: 'A4', orientation: 'landscape' };
  const link = (unitCode: string) => `#u${unitCode}`;
  const sheet = mapSheet(summary, whole, onPage, language, link);
  const [indicators] = handedInSheets('policy_indicators', summary, language);
  const [counties] = coverageSheets(summary, language);
  const codes = new Map(
    summary.units
      .filter(({ level }) => level === 'county')
      .map(({ name, unitCode }) => [name, unitCode]),
  );
  const countyLink = (name: string) =>
    `<a href="${link(codes.get(name) ?? '')}">${escaped(name)}</a>`;
  return [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    // Nothing is fetched; the hash-less inline parts are all there is.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<header><h1>${escaped(title)}</h1><p class="note">${escaped(captionOf(summary, language))}</p></header>`,
    `<main><section>${sentences(summary, language)}</section>`,
    `${scrolled('figure', 'map', t(language, 'reports.file.map'))}${sheet.svg.replace(/width="[\d.]+mm" height="[\d.]+mm"/, '')}</figure>`,
    `<section><h2>${escaped(indicators.title)}</h2>${table(without(indicators, indicatorColumns))}</section>`,
    options ? `<section><h2>${escaped(options.title)}</h2>${table(options)}</section>` : '',
    top.level === 'city'
      ? `<section><h2>${escaped(counties.title)}</h2>${table(without(counties, countyColumns), { column: 1, mark: countyLink })}</section>`
      : '',
    ...parts(summary).map((part) => unitSection(part, language)),
    `<section><h2>${say('reports.basis.title')}</h2>${definitions(basisRows(summary, language))}</section>`,
    `</main><script>${filterScript}</script></body></html>\n`,
  ].join('\n');
}

/** The counties of a city, each by itself; a county's report has one part, itself. */
function parts(summary: ResultSummary): ResultSummary[] {
  const counties = summary.units.filter(({ level }) => level === 'county');
  if (summary.units[0].level !== 'city') return [summary];
  return counties.flatMap(({ unitCode }) => {
    const county = countySummary(summary, unitCode);
    return county.ok ? [county.value] : [];
  });
}

/** A unit to open: what it comes to, its towns, and the names of those left out. */
function unitSection(part: ResultSummary, language: Language): string {
  const [unit] = part.units;
  const [total, covered] = unit.groups.age_60_plus;
  const rate = percentWords(covered, total, language);
  const head = t(language, 'reports.page.unit', {
    unit: unit.name,
    people: String(countCell(total, language)),
    covered: String(countCell(covered, language)),
    rate,
  });
  const [, towns] = coverageSheets(part, language);
  return [
    `<details id="u${unit.unitCode}"><summary>${escaped(head)}</summary>`,
    sentences(part, language),
    `<h3>${escaped(towns.title)}</h3>${table(towns, { column: 2, mark: townButton })}`,
    listOf(part, 'by_policy', language),
    listOf(part, 'on_foot', language),
    '</details>',
  ].join('');
}

/** A town's row leads to its villages in the lists below. */
const townButton = (name: string) =>
  `<button type="button" data-town="${escaped(name)}">${escaped(name)}</button>`;

/** The three sentences, and how sure the share is. */
const sentences = (part: ResultSummary, language: Language) =>
  [...threeSentences(part, language), bandSentence(part, language)]
    .map((text) => (text === null ? '' : paragraph(text)))
    .join('');

/** A list of villages as it is handed in, without what the page says already. */
function listOf(part: ResultSummary, list: 'by_policy' | 'on_foot', language: Language): string {
  const sheet = uncoveredSheets(part, language)[list === 'by_policy' ? 0 : 1];
  const label = escaped(t(language, 'reports.page.filter'));
  const title = `<h3>${escaped(sheet.title)}（${sheet.rows.length}）</h3>`;
  return `${title}<div class="list"><input type="search" placeholder="${label}" aria-label="${label}">${table(without(sheet, listColumns))}</div>`;
}

/** Of a list: town, village, 60+, facility, minutes, suggestion, priority, too long by, cause. */
const listColumns = [2, 3, 6, 10, 11, 14, 15, 12, 13] as const;
/** A county's row without the column of towns and the remark. */
const countyColumns = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** The sentence of the policy and the raw figures take too much room on a screen. */
const indicatorColumns = [0, 1, 2, 3, 4, 5, 6, 7] as const;

function without(sheet: Sheet, kept: readonly number[]): Sheet {
  const pick = <T>(row: readonly T[]) => kept.map((i) => row[i]);
  const totals = sheet.totals && pick(sheet.totals);
  return { ...sheet, columns: pick(sheet.columns), rows: sheet.rows.map(pick), totals };
}

/** The cells of a column that lead further, and how they are written. */
interface Linked {
  readonly column: number;
  readonly mark: (name: string) => string;
}

function table({ title, columns, rows, totals, remarks = [] }: Sheet, linked?: Linked): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column.head)}</th>`).join('');
  const line = (cells: readonly SheetCell[], look = '') =>
    `<tr${look}>${cells.map((value, i) => cell(value, columns[i].kind)).join('')}</tr>`;
  const row = (cells: readonly SheetCell[]) => {
    const name = linked && cells[linked.column];
    if (!linked || typeof name !== 'string') return line(cells);
    const plain = (value: SheetCell, i: number) =>
      i === linked.column ? `<td>${linked.mark(name)}</td>` : cell(value, columns[i].kind);
    return `<tr>${cells.map(plain).join('')}</tr>`;
  };
  const body = rows.map(row).join('');
  const foot = totals ? `<tfoot>${line(totals, ' class="totals"')}</tfoot>` : '';
  const notes = remarks.map((text) => `<p class="note">${escaped(text)}</p>`).join('');
  return `${scrolled('div', 'wide', title)}<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table></div>${notes}`;
}

function cell(value: SheetCell, kind: SheetColumn['kind']): string {
  if (typeof value !== 'number') return `<td>${escaped(value ?? '')}</td>`;
  const digits = kind === 'decimal' ? 1 : undefined;
  const text = value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits ?? 2,
  });
  return `<td class="number">${text}</td>`;
}

/** A box that scrolls, also with the keyboard. */
const scrolled = (tag: 'div' | 'figure', look: string, label: string) =>
  `<${tag} class="${look}" role="region" tabindex="0" aria-label="${escaped(label)}">`;

const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

function definitions(rows: readonly (readonly SheetCell[])[]): string {
  const pairs = rows.map(
    ([item, content]) =>
      `<dt>${escaped(String(item))}</dt><dd>${escaped(String(content ?? ''))}</dd>`,
  );
  return `<dl>${pairs.join('')}</dl>`;
}
