/**
 * Every format a result is handed out in, and what each writes. What differs between a page and Node (the
 * font, pictures) is given, so that both make the same files.
 */
import { t, type Language } from '../../i18n/t';
import { basisSheet } from '../handed-in/basis-sheet';
import { captionOf } from '../handed-in/cells';
import { sheetCsv } from '../handed-in/sheet-csv';
import { handedInSheets, handedInTables, handedInWorkbook } from '../handed-in/workbooks';
import { encodeGb18030 } from '../gb18030';
import { geopackage } from '../geodata/geopackage';
import { geoparquet } from '../geodata/geoparquet';
import { layerGeojson } from '../geodata/layer-geojson';
import { summaryLayers } from '../geodata/layers';
import { atlasSheets } from '../map/atlas';
import { workbook } from '../workbook/workbook';
import { mapPdf } from '../map/map-pdf';
import type { MapOptions } from '../map/map-options';
import { mapSheet } from '../map/map-sheet';
import { offlinePage } from '../page/offline-page';
import { numbered, type ReportFigure } from '../report/blocks';
import { docxFile } from '../report/docx-file';
import { reportPdf } from '../report/pdf-file';
import { reportBlocks } from '../report/report-blocks';
import { comparedSheet, type OptionsCompared } from '../scenario/compared-sheet';
import { summaryFileName } from '../summary/read-summary';
import type { ResultSummary } from '../summary/result-summary';

export interface DocumentFile {
  readonly name: string;
  /** Texts (UTF-8) or bytes, one after the other. */
  readonly chunks: readonly (string | Uint8Array)[];
}

/** What is reported, and the city it lies in. */
export interface Reported {
  readonly summary: ResultSummary;
  readonly whole: ResultSummary;
  readonly language: Language;
  readonly map: MapOptions;
  /** A plan's options held against the facilities as they are; internal only. */
  readonly compared?: OptionsCompared | null;
}

export interface DocumentTools {
  /** A TrueType font with Chinese characters. */
  font(): Promise<Uint8Array>;
  /** A picture (PNG) of an SVG, so many pixels wide. */
  picture(svg: string, widthPixels: number): Promise<Uint8Array>;
}

type WriteFormat = (reported: Reported, tools: DocumentTools) => Promise<DocumentFile[]>;

/** Dots of a printed picture along a millimetre: 300 to the inch. */
const dotsPerMillimetre = 300 / 25.4;

export const formatNames = [
  'xlsx',
  'docx',
  'pdf',
  'map',
  'atlas',
  'png',
  'html',
  'geojson',
  'gpkg',
  'geoparquet',
  'csv',
  'csv-gb18030',
  'json',
] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, WriteFormat>> = {
  async xlsx({ summary, language, compared }) {
    const files: DocumentFile[] = [];
    for (const table of handedInTables) {
      const { name, bytes } = await handedInWorkbook(table, summary, language);
      files.push({ name, chunks: [bytes] });
    }
    if (compared) {
      const sheets = [comparedSheet(compared, summary, language), basisSheet(summary, language)];
      const name = `${t(language, 'compare.title')}.xlsx`;
      files.push({ name, chunks: [await workbook(sheets, captionOf(summary, language))] });
    }
    return files;
  },
  async docx(reported, tools) {
    const bytes = await docxFile(blocksOf(reported), ({ svg }) => tools.picture(svg, 1800));
    return [{ name: `${t(reported.language, 'reports.file.report')}.docx`, chunks: [bytes] }];
  },
  async pdf(reported, tools) {
    const { summary, language } = reported;
    const footer = captionOf(summary, language);
    const bytes = await reportPdf(blocksOf(reported), await tools.font(), footer);
    return [{ name: `${t(language, 'reports.file.report')}.pdf`, chunks: [bytes] }];
  },
  async map({ summary, whole, language, map }, tools) {
    const sheet = mapSheet(summary, insetOf(summary, whole), map, language);
    const bytes = await mapPdf([sheet], await tools.font());
    return [{ name: `${t(language, 'reports.file.map')}.pdf`, chunks: [bytes] }];
  },
  async atlas({ summary, language, map }, tools) {
    if (summary.units[0].level !== 'city') return [];
    const sheets = atlasSheets(summary, map, language);
    const bytes = await mapPdf(sheets, await tools.font());
    return [{ name: `${t(language, 'reports.file.atlas')}.pdf`, chunks: [bytes] }];
  },
  async png({ summary, whole, language, map }, tools) {
    const sheet = mapSheet(summary, insetOf(summary, whole), map, language);
    const bytes = await tools.picture(sheet.svg, Math.round(sheet.width * dotsPerMillimetre));
    return [{ name: `${t(language, 'reports.file.map')}.png`, chunks: [bytes] }];
  },
  async csv(reported) {
    return csvFiles(reported, '', (text) => `\ufeff${text}`);
  },
  async 'csv-gb18030'(reported) {
    return csvFiles(reported, '.gb18030', encodeGb18030);
  },
  async html({ summary, whole, language, map, compared }) {
    const options = compared ? comparedSheet(compared, summary, language) : null;
    const page = offlinePage(summary, insetOf(summary, whole), map, language, options);
    return [{ name: `${t(language, 'reports.file.page')}.html`, chunks: [page] }];
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
    const files: DocumentFile[] = [];
    for (const layer of summaryLayers(summary))
      files.push({ name: `${layer.name}.parquet`, chunks: [await geoparquet(layer)] });
    return files;
  },
  async json({ summary }) {
    // As in the layers: an approval is of a map, not of its data.
    const told = summary.profile === 'public' ? { ...summary, borders: [] } : summary;
    return [{ name: summaryFileName, chunks: [`${JSON.stringify(told)}\n`] }];
  },
};

/** The report's blocks with their numbers and its map, in the order both documents have them. */
function blocksOf({ summary, whole, language, map, compared }: Reported) {
  const onPage: MapOptions = {
    ...map,
    paper: 'A4',
    orientation: 'landscape',
    isFigure: true,
  };
  const sheet = mapSheet(summary, insetOf(summary, whole), onPage, language);
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
  const options = compared ? comparedSheet(compared, summary, language) : null;
  return numbered(reportBlocks(summary, language, [figure], options), language);
}

/** A city needs no inset. */
const insetOf = (summary: ResultSummary, whole: ResultSummary) =>
  summary.units[0].level === 'city' ? null : whole;

function csvFiles(
  { summary, language, compared }: Reported,
  suffix: string,
  encode: (text: string) => string | Uint8Array,
): DocumentFile[] {
  const compareFile = compared
    ? [
        {
          name: `${t(language, 'compare.title')}${suffix}.csv`,
          chunks: [encode(sheetCsv(comparedSheet(compared, summary, language)))],
        },
      ]
    : [];
  const tables = handedInTables.flatMap((table) => {
    const sheets = handedInSheets(table, summary, language);
    const base = t(language, `reports.file.${table}`);
    return sheets.map((sheet) => ({
      name: `${sheets.length === 1 ? base : `${base}_${sheet.name}`}${suffix}.csv`,
      chunks: [encode(sheetCsv(sheet))],
    }));
  });
  return [...tables, ...compareFile];
}
