/**
 * Blocks → .docx on A4 in the layout of official papers: 标题 二号小标宋, 正文 三号仿宋, headings 黑体 and
 * 楷体. Fonts are named, not embedded; each has a fallback that every Chinese office program knows. The
 * library is loaded when first needed.
 */
import type { IRunOptions, Paragraph, Table } from 'docx';
import type { ReportBlock, ReportFigure, ReportTable } from './blocks';

/** A figure as a picture, since word processors differ in what they take of SVG. */
export type PictureOf = (figure: ReportFigure) => Promise<Uint8Array>;

/** Font names; a program that lacks the first takes the East Asian default of the document. */
const fonts = {
  title: 'FZXiaoBiaoSong-B05S',
  body: 'FangSong_GB2312',
  heading1: 'SimHei',
  heading2: 'KaiTi_GB2312',
} as const;

/** Half points: 二号 is 22 pt, 三号 16 pt, 小四 12 pt, 五号 10.5 pt. */
const sizes = { title: 44, body: 32, note: 24, table: 21 } as const;

/** A4 and margins of official papers (GB/T 9704), in twentieths of a point. */
const page = { width: 11906, height: 16838, top: 2098, bottom: 1985, left: 1588, right: 1474 };
const textWidth = page.width - page.left - page.right;

export async function docxFile(
  blocks: readonly ReportBlock[],
  pictureOf: PictureOf | null,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const children: (Paragraph | Table)[] = [];
  for (const block of blocks) children.push(...(await parts(block)));
  const file = new docx.Document({
    styles: { default: { document: { run: run(fonts.body, sizes.body) } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
          },
        },
        footers: { default: new docx.Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  const bytes = await docx.Packer.pack(file, 'uint8array');
  return bytes as Uint8Array;

  function pageNumber(): Paragraph {
    const number = new docx.TextRun({
      children: ['\u2014 ', docx.PageNumber.CURRENT, ' \u2014'],
      ...run('SimSun', 28),
    });
    return new docx.Paragraph({ alignment: 'center', children: [number] });
  }

  async function parts(block: ReportBlock): Promise<(Paragraph | Table)[]> {
    switch (block.kind) {
      case 'title':
        return [line(block.text, fonts.title, sizes.title, { alignment: 'center', after: 240 })];
      case 'note':
        return [line(block.text, fonts.body, sizes.note, { alignment: 'center', after: 360 })];
      case 'heading':
        return [
          line(block.text, block.level === 1 ? fonts.heading1 : fonts.heading2, sizes.body, {
            heading: block.level === 1 ? 'Heading1' : 'Heading2',
            indent: 2 * 320,
          }),
        ];
      case 'paragraph':
        return [line(block.text, fonts.body, sizes.body, { indent: 2 * 320 })];
      case 'table':
        return [
          caption(block.title),
          unitLine(block.unitLine),
          table(block),
          line('', fonts.body, 8),
        ];
      case 'figure':
        return pictureOf === null ? [] : [await picture(block, pictureOf), caption(block.title)];
    }
  }

  function line(
    text: string,
    font: string,
    size: number,
    given: {
      alignment?: 'center' | 'right';
      heading?: 'Heading1' | 'Heading2';
      indent?: number;
      after?: number;
      keepNext?: boolean;
    } = {},
  ): Paragraph {
    return new docx.Paragraph({
      alignment: given.alignment ?? 'both',
      heading: given.heading,
      keepNext: given.keepNext ?? given.heading !== undefined,
      indent: given.indent === undefined ? undefined : { firstLine: given.indent },
      // Fixed lines of 28 pt, as official papers have them; small print has lines of its own size.
      spacing: {
        line: size >= sizes.body ? 560 : Math.round(size * 15),
        lineRule: 'exact',
        after: given.after ?? 0,
      },
      children: [new docx.TextRun({ text, ...run(font, size) })],
    });
  }

  function caption(text: string): Paragraph {
    return line(text, fonts.heading1, sizes.note, { alignment: 'center', keepNext: true });
  }

  function unitLine(text: string): Paragraph {
    return line(text, fonts.body, sizes.table, { alignment: 'right', keepNext: true });
  }

  function table({ columns, rows }: ReportTable): Table {
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => Math.floor((textWidth * share) / whole));
    const cell = (text: string, i: number, isHead: boolean) =>
      new docx.TableCell({
        width: { size: widths[i], type: 'dxa' },
        verticalAlign: 'center',
        margins: { top: 30, bottom: 30, left: 70, right: 70 },
        children: [
          new docx.Paragraph({
            alignment: isHead ? 'center' : columns[i].align,
            children: [
              new docx.TextRun({ text, ...run(isHead ? fonts.heading1 : fonts.body, sizes.table) }),
            ],
          }),
        ],
      });
    return new docx.Table({
      width: { size: textWidth, type: 'dxa' },
      columnWidths: widths,
      rows: [
        new docx.TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ head }, i) => cell(head, i, true)),
        }),
        ...rows.map(
          (row) =>
            new docx.TableRow({
              cantSplit: true,
              children: row.map((value, i) => cell(value === null ? '' : String(value), i, false)),
            }),
        ),
      ],
    });
  }

  async function picture(figure: ReportFigure, draw: PictureOf): Promise<Paragraph> {
    const width = textWidth / 15;
    return new docx.Paragraph({
      alignment: 'center',
      keepNext: true,
      children: [
        new docx.ImageRun({
          type: 'png',
          data: await draw(figure),
          transformation: { width, height: Math.round(width / figure.ratio) },
          altText: { name: figure.title, title: figure.title, description: figure.title },
        }),
      ],
    });
  }
}

/** Chinese in `font`, figures and Latin letters in Times New Roman. */
function run(font: string, size: number): IRunOptions {
  return {
    size,
    // Built-in headings would be blue.
    color: '000000',
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: font, cs: font },
  };
}
