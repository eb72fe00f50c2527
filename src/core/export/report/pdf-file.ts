/** Blocks → PDF on A4, text selectable, figures as vectors. The library is loaded when first needed. */
import type { ReportBlock, ReportTable } from './blocks';

/** A TrueType font with Chinese characters; the file embeds what it uses of it. */
export type FontBytes = Uint8Array;

const fontName = 'Sans';
/** Points: A4 less its margins. */
const textWidth = 595.28 - 2 * 56;

export async function reportPdf(
  blocks: readonly ReportBlock[],
  font: FontBytes,
  footer: string,
): Promise<Uint8Array> {
  return pdfFile(
    {
      pageSize: 'A4',
      pageMargins: [56, 60, 56, 56],
      defaultStyle: { font: fontName, fontSize: 11, lineHeight: 1.45 },
      footer: (current: number, count: number) => ({
        style: footerStyle,
        columns: [
          { style: footerStyle, text: footer, alignment: 'left' },
          { style: footerStyle, text: `${current} / ${count}`, alignment: 'right' },
        ],
        margin: [56, 16, 56, 0],
        fontSize: 8,
      }),
      content: blocks.flatMap(content),
      pageBreakBefore: standsAlone,
    },
    font,
  );
}

const footerStyle = 'footer';

interface LaidOut {
  readonly style?: string;
  readonly headlineLevel?: number;
  readonly table?: object;
  /** From 0 at the top of the page's text to 1 at its foot. */
  readonly startPosition: { readonly verticalRatio: number };
}

/** Below this a caption, a table's head and its first row seldom fit. */
const lowestCaption = 0.86;

/**
 * Whether nothing but heads and captions follows on the page: then it goes to the next. A table whose
 * rows all went on is still said to begin here, with its cells: captions so low are not left to it.
 */
function standsAlone(
  node: LaidOut,
  page: { getFollowingNodesOnPage(): readonly LaidOut[] },
): boolean {
  if (node.headlineLevel === undefined) return false;
  const following = page.getFollowingNodesOnPage();
  const isHead = ({ headlineLevel }: LaidOut) => headlineLevel !== undefined;
  const isNothing = (one: LaidOut) =>
    isHead(one) || one.table !== undefined || one.style === footerStyle;
  const words = following.findIndex((one) => !isHead(one));
  const last = (words < 0 ? following : following.slice(0, words)).at(-1) ?? node;
  const isLow = last.headlineLevel === 3 && last.startPosition.verticalRatio > lowestCaption;
  return isLow || following.every(isNothing);
}

interface PdfMake {
  addVirtualFileSystem(files: Readonly<Record<string, { readonly data: Uint8Array }>>): void;
  addFonts(fonts: object): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

/** @param definition as pdfmake takes it; its font is `Sans` */
export async function pdfFile(definition: object, font: FontBytes): Promise<Uint8Array> {
  const { default: pdfMake } = (await import('pdfmake/build/pdfmake.js')) as { default: PdfMake };
  const file = 'sans.ttf';
  pdfMake.addVirtualFileSystem({ [file]: { data: font } });
  pdfMake.addFonts({ [fontName]: { normal: file, bold: file, italics: file, bolditalics: file } });
  return pdfMake.createPdf(definition).getBuffer();
}

function content(block: ReportBlock): object[] {
  switch (block.kind) {
    case 'title':
      return [{ text: block.text, fontSize: 22, alignment: 'center', margin: [0, 0, 0, 6] }];
    case 'note':
      return [{ text: block.text, fontSize: 9, alignment: 'center', margin: [0, 0, 0, 14] }];
    case 'heading':
      return [
        {
          text: block.text,
          fontSize: block.level === 1 ? 15 : 12.5,
          margin: [0, block.level === 1 ? 12 : 8, 0, 4],
          headlineLevel: block.level,
        },
      ];
    case 'paragraph':
      return [{ text: block.text, margin: [0, 0, 0, 5], alignment: 'justify', leadingIndent: 22 }];
    case 'table':
      return table(block);
    case 'figure':
      return [
        { svg: block.svg, width: textWidth, margin: [0, 6, 0, 2] },
        { text: block.title, fontSize: 10, alignment: 'center', margin: [0, 0, 0, 10] },
      ];
  }
}

function table({ title, unitLine, columns, rows }: ReportTable): object[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const padding = 9 * columns.length;
  return [
    { text: title, fontSize: 10.5, alignment: 'center', margin: [0, 6, 0, 0], headlineLevel: 3 },
    { text: unitLine, fontSize: 8.5, alignment: 'right', headlineLevel: 3 },
    {
      fontSize: 9,
      lineHeight: 1.2,
      margin: [0, 0, 0, 10],
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, fillColor: headFill },
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: columns.map(({ share }) => ((textWidth - padding) * share) / whole),
        body: [
          columns.map(({ head }) => ({ text: head, alignment: 'center' })),
          ...rows.map((row) =>
            row.map((cell, i) => ({
              text: cell === null ? '' : String(cell),
              alignment: columns[i].align,
            })),
          ),
        ],
      },
    },
  ];
}

const headFill = (row: number) => (row === 0 ? '#e8eef2' : null);
