/**
 * One HTML file that opens from a disk with the network off: the map, the figures, the lists, and a way
 * down from the city to the names of villages. No household is in it. Its own policy lets nothing in or
 * out; what moves is the browser's own (details, links), and a few lines that filter a list.
 */
import { t, type Language, type TextKey } from '../../i18n/t';
import { captionOf, countCell, percentCell, word } from '../handed-in/cells';
import { basisRows } from '../handed-in/basis-sheet';
import { handedInSheets } from '../handed-in/workbooks';
import { mapSheet, type MapOptions } from '../map/map-sheet';
import { escaped } from '../map/svg';
import { countySummary } from '../summary/county-summary';
import { threeSentences } from '../summary/sentences';
import type { ResultSummary, UncoveredSummary } from '../summary/result-summary';
import type { Sheet, SheetCell } from '../workbook/sheet';
import { filterScript, style } from './page-parts';

export function offlinePage(
  summary: ResultSummary,
  whole: ResultSummary | null,
  map: MapOptions,
  language: Language,
): string {
  const [top] = summary.units;
  const say = (key: TextKey) => escaped(t(language, key));
  const title = t(language, 'reports.report.title', { unit: top.name });
  const onPage: MapOptions = { ...map, paper: 'A4', orientation: 'landscape' };
  const link = (unitCode: string) => `#u${unitCode}`;
  const sheet = mapSheet(summary, whole, onPage, language, link);
  const [indicators] = handedInSheets('policy_indicators', summary, language);
  return [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    // Nothing is fetched; the hash-less inline parts are all there is.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<header><h1>${escaped(title)}</h1><p class="note">${escaped(captionOf(summary, language))}</p></header>`,
    `<main><section>${threeSentences(summary, language).map(paragraph).join('')}</section>`,
    `<figure>${sheet.svg.replace(/width="[\d.]+mm" height="[\d.]+mm"/, '')}</figure>`,
    `<section><h2>${escaped(indicators.title)}</h2>${table(withoutClauses(indicators))}</section>`,
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
  const rate = percentCell(covered, total, language);
  const head = t(language, 'reports.page.unit', {
    unit: unit.name,
    people: String(countCell(total, language)),
    covered: String(countCell(covered, language)),
    rate: String(rate),
  });
  const sheets = handedInSheets('coverage_rates', part, language);
  const towns = sheets[sheets.length - 1];
  return [
    `<details id="u${unit.unitCode}"><summary>${escaped(head)}</summary>`,
    threeSentences(part, language).map(paragraph).join(''),
    `<h3>${escaped(towns.title)}</h3>${table(towns)}`,
    listOf(part.uncovered.byPolicy, 'by_policy', language),
    listOf(part.uncovered.onFoot, 'on_foot', language),
    '</details>',
  ].join('');
}

function listOf(
  rows: readonly UncoveredSummary[],
  list: 'by_policy' | 'on_foot',
  language: Language,
): string {
  const title = t(language, `reports.uncovered.title_${list}`);
  return `<h3>${escaped(title)}（${rows.length}）</h3>${villages(rows, language)}`;
}

function villages(rows: readonly UncoveredSummary[], language: Language): string {
  const head = (name: string) => t(language, `reports.head.${name}` as TextKey);
  const heads = ['town', 'village', 'age_60_plus', 'walk_minutes', 'cause', 'suggestion'].map(head);
  const body = rows.map((row) => [
    row.town_name,
    row.name,
    countCell(row.age_60_plus, language),
    row.median_minutes === null ? '—' : Math.ceil(row.median_minutes * 10) / 10,
    word('cause', row.cause, language),
    word('suggestion', row.suggestion, language),
  ]);
  const label = escaped(t(language, 'reports.page.filter'));
  return `<div class="list"><input type="search" placeholder="${label}" aria-label="${label}">${tableOf(heads, body)}</div>`;
}

/** The sentence of the policy and the raw figures take too much room on a screen. */
function withoutClauses(sheet: Sheet): Sheet {
  const kept = [0, 1, 2, 3, 4, 5, 6, 7];
  const pick = <T>(row: readonly T[]) => kept.map((i) => row[i]);
  return { ...sheet, columns: pick(sheet.columns), rows: sheet.rows.map(pick) };
}

function table({ columns, rows, totals, remarks = [] }: Sheet): string {
  const all = totals ? [...rows, totals] : rows;
  const notes = remarks.map((text) => `<p class="note">${escaped(text)}</p>`);
  return (
    tableOf(
      columns.map(({ head }) => head),
      all,
    ) + notes.join('')
  );
}

function tableOf(heads: readonly string[], rows: readonly (readonly SheetCell[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cell(value: SheetCell): string {
  if (typeof value === 'number') return `<td class="number">${value.toLocaleString('en-US')}</td>`;
  return `<td>${escaped(value ?? '')}</td>`;
}

const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

function definitions(rows: readonly (readonly SheetCell[])[]): string {
  const pairs = rows.map(
    ([item, content]) =>
      `<dt>${escaped(String(item))}</dt><dd>${escaped(String(content ?? ''))}</dd>`,
  );
  return `<dl>${pairs.join('')}</dl>`;
}
