/** A chart on the page as a file: the SVG with its title and notes, or the same drawn at three times the size. */
import { lines } from '../../../../core/export/text/text-width';
import { mapGround } from '../../../../core/palette';
import { save as saveFile } from '../../../state/exports.svelte';

const head = 26;
const line = 16;
const scale = 3;

export async function savePicture(
  chart: SVGSVGElement,
  format: 'svg' | 'png',
  title: string,
  notes: readonly string[],
): Promise<void> {
  const { width, height } = chart.viewBox.baseVal;
  const rows = notes.flatMap((note) => lines(note, 10, width - 16));
  const whole = height + head + rows.length * line + 6;
  const inner = chart.cloneNode(true) as SVGSVGElement;
  inner.querySelectorAll('[data-screen]').forEach((part) => part.remove());
  inner.setAttribute('y', String(head));
  inner.setAttribute('width', String(width));
  inner.setAttribute('height', String(height));
  const text = (x: number, y: number, size: number, words: string) =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${mapGround.ink}">${escaped(words)}</text>`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif">`,
    `<rect width="100%" height="100%" fill="${mapGround.halo}"/>`,
    text(8, 18, 14, title),
    new XMLSerializer().serializeToString(inner),
    ...rows.map((row, i) => text(8, head + height + (i + 1) * line, 10, row)),
    '</svg>',
  ];
  const svg = parts.join('');
  const name = title.replace(/[\\/:*?"<>|]/g, '_');
  if (format === 'svg') return saveFile(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = whole * scale;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) saveFile(`${name}.png`, blob);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
