/** SVG → PNG by resvg, compiled to WebAssembly; the same options in a page and in Node. */
import { Resvg } from '@resvg/resvg-wasm';

/** @param widthPixels of the picture; the height follows. resvg must have been started. */
export function pngOf(svg: string, widthPixels: number, font: Uint8Array): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPixels },
    font: { fontBuffers: [font], defaultFontFamily: 'Noto Sans SC', loadSystemFonts: false },
    background: '#ffffff',
  });
  return drawn.render().asPng();
}
