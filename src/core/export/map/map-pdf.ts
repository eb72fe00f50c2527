/** Map sheets → one PDF, a page each, vectors and selectable text. */
import { pdfFile, type FontBytes } from '../report/pdf-file';
import type { MapSheet } from './map-sheet';

const pointsPerMillimetre = 72 / 25.4;

/** @param sheets at least one, all of one size */
export function mapPdf(sheets: readonly MapSheet[], font: FontBytes): Promise<Uint8Array> {
  const [{ width, height }] = sheets;
  const size = { width: width * pointsPerMillimetre, height: height * pointsPerMillimetre };
  return pdfFile(
    {
      pageSize: size,
      pageMargins: 0,
      defaultStyle: { font: 'Sans' },
      content: sheets.map(({ svg }, page) => ({
        svg,
        ...size,
        absolutePosition: { x: 0, y: 0 },
        ...(page < sheets.length - 1 ? { pageBreak: 'after' } : {}),
      })),
    },
    font,
  );
}
