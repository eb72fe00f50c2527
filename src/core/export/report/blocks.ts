/**
 * A report as blocks in reading order, whatever file it becomes: .docx and .pdf say the same because
 * they are made from the same blocks.
 */
import { t, type Language } from '../../i18n/t';
import type { SheetCell } from '../workbook/sheet';

export interface ReportColumn {
  readonly head: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface ReportTable {
  readonly kind: 'table';
  /** Without its number: tables and figures are numbered in order. */
  readonly title: string;
  readonly unitLine: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface ReportFigure {
  readonly kind: 'figure';
  readonly title: string;
  readonly svg: string;
  /** Width over height. */
  readonly ratio: number;
}

export type ReportBlock =
  | { readonly kind: 'title' | 'note' | 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | ReportTable
  | ReportFigure;

/** Blocks with headings, tables and figures numbered: in words or figures as the language has it. */
export function numbered(blocks: readonly ReportBlock[], language: Language): ReportBlock[] {
  let [first, second, tables, figures] = [0, 0, 0, 0];
  return blocks.map((block): ReportBlock => {
    if (block.kind === 'table') {
      const name = t(language, 'reports.report.table', { number: ++tables });
      return { ...block, title: `${name} ${block.title}` };
    }
    if (block.kind === 'figure') {
      const name = t(language, 'reports.report.figure', { number: ++figures });
      return { ...block, title: `${name} ${block.title}` };
    }
    if (block.kind !== 'heading') return block;
    if (block.level === 1) second = 0;
    if (block.level === 1) first++;
    else second++;
    const mark = t(language, `reports.report.heading_${block.level}`, {
      first: headingNumber(first, language),
      second: headingNumber(second, language),
    });
    return { ...block, text: mark + block.text };
  });
}

/** 1 to 99 in the digits of the language; Chinese headings say ten as a word. */
export function headingNumber(number: number, language: Language): string {
  const digits = [...t(language, 'reports.report.digits')];
  const ten = digits[10];
  if (ten === undefined || number < 10) return digits[number] ?? String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? '' : digits[tens]}${ten}${ones === 0 ? '' : digits[ones]}`;
}
