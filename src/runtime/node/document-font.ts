/** The font that documents embed, from the project's own static folder. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join('static', 'fonts', 'noto-sans-sc.ttf');

/** Noto Sans SC, cut down to GB 2312 and the characters of the product; see static/fonts/OFL.txt. */
export function documentFont(): Uint8Array {
  let folder = dirname(fileURLToPath(import.meta.url));
  // The bundle stands some folders below the project's own.
  while (!existsSync(join(folder, file)) && dirname(folder) !== folder) folder = dirname(folder);
  return new Uint8Array(readFileSync(join(folder, file)));
}
