/** The formats of `report`: what each writes from a summary. */
import {
  captionOf,
  docxFile,
  encodeGb18030,
  handedInSheets,
  handedInTables,
  handedInWorkbook,
  numbered,
  reportBlocks,
  reportPdf,
  sheetCsv,
  summaryFileName,
  type ResultSummary,
} from '../../core/export';
import { t, type Language } from '../../core/i18n/t';
import { documentFont } from '../../runtime/node/document-font';
import type { OutputFile } from '../../runtime/node/write-files';

type WriteFormat = (summary: ResultSummary, language: Language) => Promise<OutputFile[]>;

export const formatNames = ['xlsx', 'docx', 'pdf', 'csv', 'csv-gb18030', 'json'] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, WriteFormat>> = {
  async xlsx(summary, language) {
    const files: OutputFile[] = [];
    for (const table of handedInTables) {
      const { name, bytes } = await handedInWorkbook(table, summary, language);
      files.push({ name, chunks: [bytes] });
    }
    return files;
  },
  async docx(summary, language) {
    const name = `${t(language, 'reports.file.report')}.docx`;
    return [{ name, chunks: [await docxFile(blocksOf(summary, language), null)] }];
  },
  async pdf(summary, language) {
    const footer = captionOf(summary, language);
    const bytes = await reportPdf(blocksOf(summary, language), documentFont(), footer);
    return [{ name: `${t(language, 'reports.file.report')}.pdf`, chunks: [bytes] }];
  },
  async csv(summary, language) {
    return csvFiles(summary, language, '', (text) => `\ufeff${text}`);
  },
  async 'csv-gb18030'(summary, language) {
    return csvFiles(summary, language, '.gb18030', encodeGb18030);
  },
  async json(summary) {
    return [{ name: summaryFileName, chunks: [`${JSON.stringify(summary)}\n`] }];
  },
};

/** The report's blocks with their numbers, in the order both documents have them. */
function blocksOf(summary: ResultSummary, language: Language) {
  return numbered(reportBlocks(summary, language), language);
}

function csvFiles(
  summary: ResultSummary,
  language: Language,
  suffix: string,
  encode: (text: string) => string | Uint8Array,
): OutputFile[] {
  return handedInTables.flatMap((table) => {
    const sheets = handedInSheets(table, summary, language);
    const base = t(language, `reports.file.${table}`);
    return sheets.map((sheet) => ({
      name: `${sheets.length === 1 ? base : `${base}_${sheet.name}`}${suffix}.csv`,
      chunks: [encode(sheetCsv(sheet))],
    }));
  });
}
