/** The formats of `report`: what each writes from a summary. */
import {
  atlasSheets,
  captionOf,
  defaultMapOptions,
  docxFile,
  encodeGb18030,
  geopackage,
  geoparquet,
  handedInSheets,
  handedInTables,
  handedInWorkbook,
  layerGeojson,
  mapPdf,
  mapSheet,
  numbered,
  reportBlocks,
  reportPdf,
  sheetCsv,
  summaryFileName,
  summaryLayers,
  type MapOptions,
  type ReportFigure,
  type ResultSummary,
} from '../../core/export';
import { t, type Language } from '../../core/i18n/t';
import { documentFont } from '../../runtime/node/document-font';
import { svgPicture } from '../../runtime/node/svg-picture';
import type { OutputFile } from '../../runtime/node/write-files';

/** What is reported, and the city it lies in. */
export interface Reported {
  readonly summary: ResultSummary;
  readonly whole: ResultSummary;
  readonly language: Language;
}

type WriteFormat = (reported: Reported) => Promise<OutputFile[]>;

/** Dots of a printed picture along a millimetre: 300 to the inch. */
const dotsPerMillimetre = 300 / 25.4;

export const formatNames = [
  'xlsx',
  'docx',
  'pdf',
  'map',
  'atlas',
  'png',
  'geojson',
  'gpkg',
  'geoparquet',
  'csv',
  'csv-gb18030',
  'json',
] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, WriteFormat>> = {
  async xlsx({ summary, language }) {
    const files: OutputFile[] = [];
    for (const table of handedInTables) {
      const { name, bytes } = await handedInWorkbook(table, summary, language);
      files.push({ name, chunks: [bytes] });
    }
    return files;
  },
  async docx(reported) {
    const bytes = await docxFile(blocksOf(reported), ({ svg }) => svgPicture(svg, 1800));
    return [{ name: `${t(reported.language, 'reports.file.report')}.docx`, chunks: [bytes] }];
  },
  async pdf(reported) {
    const { summary, language } = reported;
    const footer = captionOf(summary, language);
    const bytes = await reportPdf(blocksOf(reported), documentFont(), footer);
    return [{ name: `${t(language, 'reports.file.report')}.pdf`, chunks: [bytes] }];
  },
  async map({ summary, whole, language }) {
    const sheet = mapSheet(summary, insetOf(summary, whole), defaultMapOptions, language);
    const bytes = await mapPdf([sheet], documentFont());
    return [{ name: `${t(language, 'reports.file.map')}.pdf`, chunks: [bytes] }];
  },
  async atlas({ summary, language }) {
    if (summary.units[0].level !== 'city') return [];
    const sheets = atlasSheets(summary, defaultMapOptions, language);
    const bytes = await mapPdf(sheets, documentFont());
    return [{ name: `${t(language, 'reports.file.atlas')}.pdf`, chunks: [bytes] }];
  },
  async png({ summary, whole, language }) {
    const sheet = mapSheet(summary, insetOf(summary, whole), defaultMapOptions, language);
    const bytes = await svgPicture(sheet.svg, Math.round(sheet.width * dotsPerMillimetre));
    return [{ name: `${t(language, 'reports.file.map')}.png`, chunks: [bytes] }];
  },
  async csv({ summary, language }) {
    return csvFiles(summary, language, '', (text) => `\ufeff${text}`);
  },
  async 'csv-gb18030'({ summary, language }) {
    return csvFiles(summary, language, '.gb18030', encodeGb18030);
  },
  async geojson({ summary }) {
    return summaryLayers(summary).map((layer) => ({
      name: `${layer.name}.geojson`,
      chunks: [layerGeojson(layer)],
    }));
  },
  async gpkg({ summary }) {
    const bytes = await geopackage(summaryLayers(summary), summary.asOf ?? '1970-01-01');
    return [{ name: 'carecircle.gpkg', chunks: [bytes] }];
  },
  async geoparquet({ summary }) {
    const files: OutputFile[] = [];
    for (const layer of summaryLayers(summary))
      files.push({ name: `${layer.name}.parquet`, chunks: [await geoparquet(layer)] });
    return files;
  },
  async json({ summary }) {
    return [{ name: summaryFileName, chunks: [`${JSON.stringify(summary)}\n`] }];
  },
};

/** The report's blocks with their numbers and its map, in the order both documents have them. */
function blocksOf({ summary, whole, language }: Reported) {
  const sheet = mapSheet(summary, insetOf(summary, whole), reportMap, language);
  const title = t(language, 'reports.report.figure_circle', {
    unit: summary.units[0].name,
    minutes: summary.parameters.minutes,
  });
  const figure: ReportFigure = {
    kind: 'figure',
    title,
    svg: sheet.svg,
    ratio: sheet.width / sheet.height,
  };
  return numbered(reportBlocks(summary, language, [figure]), language);
}

const reportMap: MapOptions = { ...defaultMapOptions, paper: 'A4' };

/** A city needs no inset. */
const insetOf = (summary: ResultSummary, whole: ResultSummary) =>
  summary.units[0].level === 'city' ? null : whole;

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
