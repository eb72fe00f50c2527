/** SVG → PNG without a browser, with the documents' own font. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm } from '@resvg/resvg-wasm';
import { pngOf } from '../svg-picture';
import { documentFont } from './document-font';

let ready: Promise<void> | null = null;

/** @param widthPixels of the picture; the height follows */
export async function svgPicture(svg: string, widthPixels: number): Promise<Uint8Array> {
  ready ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  await ready;
  return pngOf(svg, widthPixels, documentFont());
}
