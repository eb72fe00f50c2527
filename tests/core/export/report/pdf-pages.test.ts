/** Where pages of the PDF report end: never with a head or caption whose table stands on the next. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportBlock } from '../../../../src/core/export/report/blocks';
import { reportPdf } from '../../../../src/core/export/report/pdf-file';
import { documentFont } from '../../../../src/runtime/node/document-font';

const hasReader = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** So many lines, then heads, a caption and a table. */
function blocks(lines: number): ReportBlock[] {
  return [
    ...Array.from({ length: lines }, (): ReportBlock => ({ kind: 'paragraph', text: 'line' })),
    { kind: 'heading', level: 1, text: 'first head' },
    { kind: 'heading', level: 2, text: 'second head' },
    {
      kind: 'table',
      title: 'caption',
      unitLine: '',
      columns: [{ head: 'column', share: 1, align: 'left' }],
      rows: Array.from({ length: 30 }, (_, i) => [`row ${i}`]),
    },
  ];
}

describe.skipIf(!hasReader)('pages of the PDF report', () => {
  it('end with words, whatever stands before a table', async () => {
    const font = documentFont();
    const folder = mkdtempSync(join(tmpdir(), 'pages-'));
    const ends: string[] = [];
    for (let lines = 19; lines <= 28; lines++) {
      const path = join(folder, `${lines}.pdf`);
      writeFileSync(path, await reportPdf(blocks(lines), font, 'footer'));
      const pages = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
        .split('\f')
        .slice(0, -1);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages)
        ends.push(
          page
            .trim()
            .split(/\s*\n\s*/)
            .at(-2)!,
        );
    }
    expect(ends.filter((end) => /head|caption|column/.test(end))).toEqual([]);
  }, 60_000);
});
