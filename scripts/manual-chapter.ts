/**
 * A chapter of the manual: Markdown in which {{key}} stands for the words of the screen, so that a
 * button renamed is renamed here too, and one that is gone stops the build. Becomes sections of HTML
 * when the page is built; markup of the text's own is shown as text.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked, type Tokens } from 'marked';
import { zh } from '../src/core/i18n/zh';

export interface ManualSection {
  /** What links point at. */
  readonly id: string;
  readonly title: string;
  /** 1 begins a chapter. */
  readonly level: number;
  readonly html: string;
  /** For the search: title and words, without markup. */
  readonly text: string;
}

export interface ManualChapter {
  /** Whom it is for. */
  readonly group: string;
  readonly sections: readonly ManualSection[];
}

/** Beyond this a text of the screen is a sentence, not a name. */
const longestName = 16;
/** Under every picture: what it shows is generated. */
const sample = `（${zh['data.generated']}）`;
const pictures = join(import.meta.dirname, '..', 'static', 'manual');

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escape(text),
    image: ({ href, text }: Tokens.Image) => {
      const [width, height] = sizeOf(href);
      const words = escape(text);
      const img = `<img src="${href}" alt="${words}" width="${width}" height="${height}" loading="lazy" />`;
      return `<figure><a href="${href}">${img}</a><figcaption>${words}${sample}</figcaption></figure>`;
    },
    code({ text }) {
      return `<pre tabindex="0"><code>${escape(text)}</code></pre>`;
    },
    table({ header, rows }: Tokens.Table) {
      const row = (cells: Tokens.TableCell[], tag: string) =>
        `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
      const body = rows.map((cells) => row(cells, 'td')).join('');
      return `<div class="table" tabindex="0" role="group"><table><thead>${row(header, 'th')}</thead><tbody>${body}</tbody></table></div>`;
    },
  },
});

export function readChapter(markdown: string): ManualChapter {
  const parts = /^---\ngroup: (.+)\n---\n([\s\S]*)$/.exec(markdown);
  if (parts === null) throw new Error('a chapter begins with ---, its group and ---');
  const [, group, body] = parts;
  const sections = body
    .split(/^(?=#{1,2} )/m)
    .filter((text) => text.trim() !== '')
    .map(readSection);
  return { group, sections };
}

function readSection(markdown: string): ManualSection {
  const heading = /^(#{1,2}) (.+) \{#([a-z0-9-]+)\}\n/.exec(markdown);
  if (heading === null) throw new Error(`no heading with an {#id}: ${markdown.slice(0, 60)}`);
  const [line, marks, title, id] = heading;
  const drawn = marked.parse(markdown.slice(line.length), { async: false });
  const html = drawn
    // A picture that stands alone needs no paragraph around it.
    .replace(/<p>(<figure>.*?<\/figure>)<\/p>/g, '$1')
    .replace(/\{\{([\w.:-]+)\}\}/g, (_, key: string) => named(key));
  const text = `${title} ${html.replace(/<[^>]*>/g, ' ')}`.replace(/\s+/g, ' ');
  return { id, title, level: marks.length, html, text };
}

function named(key: string): string {
  const words = (zh as Record<string, string>)[key];
  if (words === undefined)
    throw new Error(`the manual names ${key}, which the screen no longer has`);
  if (/\{\w+\}/.test(words)) throw new Error(`the manual names ${key}, which wants values`);
  return words.length <= longestName ? `<b>${escape(words)}</b>` : escape(words);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Width and height in CSS pixels of a WebP, so that the text does not jump when pictures come. */
function sizeOf(name: string): readonly [number, number] {
  const path = join(pictures, name);
  if (!existsSync(path))
    throw new Error(`static/manual/${name} is missing: scripts/manual-pictures.mjs`);
  const bytes = readFileSync(path);
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return [1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3)];
  if (kind === 'VP8 ') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  throw new Error(`static/manual/${name} is not a lossy WebP`);
}
