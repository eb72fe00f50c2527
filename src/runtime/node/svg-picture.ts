/** SVG → PNG without a browser: resvg, compiled to WebAssembly, with the documents' own font. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { documentFont } from './document-font';

let ready: Promise<void> | null = null;

/** @param widthPixels of the picture; the height follows */
export async function svgPicture(svg: string, widthPixels: number): Promise<Uint8Array> {
  ready ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  await ready;
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPixels },
    font: {
      fontBuffers: [documentFont()],
      defaultFontFamily: 'Noto Sans SC',
      loadSystemFonts: false,
    },
    background: '#ffffff',
  });
  return drawn.render().asPng();
}
