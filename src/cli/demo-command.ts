/**
 * `demo`: the demo city as a data folder. A folder made from the same recipe is left as it is, so
 * that the command may stand before every start of the page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '../core/demo';
import { t } from '../core/i18n/t';
import { manifestFileName, manifestFormatVersion } from '../core/import';
import { ok, problem, type Result } from '../core/result';
import { sha256Of } from '../runtime/node/files';
import { checkOutput, writeWholeFolder } from '../runtime/node/write-files';
import type { Arguments, Command } from './command';
import { demoRecipe, demoSources } from './demo-recipe';

const DEFAULT_SEED = 1;
const LARGEST_SEED = 2_147_483_647;

export const demoCommand: Command = {
  name: 'demo',
  positionals: [],
  summary: 'cli.demo',
  options: [
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_demo' },
    { name: 'seed', value: 'N', help: 'cli.option.seed' },
    { name: 'county', value: 'CODE', help: 'cli.option.county' },
    { name: 'force', help: 'cli.option.force' },
  ],
  async run(given, context) {
    const out = given.required('out');
    const free = checkOutput(out, 'folder');
    if (!free.ok) return free;
    const options = demoOptions(given);
    if (!options.ok) return options;
    const recipe = demoRecipe(options.value);
    if (!given.has('force') && isUpToDate(out, recipe)) {
      context.print(t(context.language, 'cli.demo_up_to_date', { folder: out }));
      return ok(undefined);
    }
    const startMs = performance.now();
    const demo = generateDemo(demoSources, options.value, context.progress);
    context.progress('write', 0, 0);
    const files = Object.fromEntries(
      demo.files.map(({ name, bytes }) => [name, { sha256: sha256Of(bytes) }]),
    );
    const manifest = {
      format_version: manifestFormatVersion,
      title: demo.title,
      as_of: demo.asOf,
      divisions: 'current',
      generated: true,
      recipe,
      files,
    };
    const written = writeWholeFolder(out, [
      ...demo.files.map(({ name, bytes }) => ({ name, chunks: [bytes] })),
      { name: manifestFileName, chunks: [`${JSON.stringify(manifest, null, 1)}\n`] },
    ]);
    if (!written.ok) return written;
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    const megabytes = (demo.files.reduce((sum, f) => sum + f.bytes.length, 0) / 1e6).toFixed(1);
    context.print(t(context.language, 'cli.demo_made', { folder: out, seconds, megabytes }));
    context.print(demo.title);
    return ok(undefined);
  },
};

function demoOptions(given: Arguments): Result<{ seed: number; county?: string }> {
  const seedText = given.text('seed') ?? String(DEFAULT_SEED);
  const seed = Number(seedText);
  if (!/^\d+$/.test(seedText) || seed > LARGEST_SEED) {
    const params = { option: '--seed', value: seedText, least: 0, most: LARGEST_SEED };
    return problem('option_out_of_range', params);
  }
  const county = given.text('county');
  if (county === undefined) return ok({ seed });
  const code = county.padEnd(12, '0');
  const codes = [...demoSources.divisions.matchAll(/^(\d{12}),[^,]*,[^,]*,county,/gm)].map(
    (m) => m[1],
  );
  if (!codes.includes(code)) {
    const known = codes.map((c) => c.slice(0, 6)).join(', ');
    return problem('option_code_unknown', { option: '--county', value: county, codes: known });
  }
  return ok({ seed, county: code });
}

/** Made from this recipe, and every file still as it was written. */
function isUpToDate(folder: string, recipe: string): boolean {
  const path = join(folder, manifestFileName);
  if (!existsSync(path)) return false;
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
      recipe?: string;
      files?: Record<string, { sha256: string }>;
    };
    if (manifest.recipe !== recipe || !manifest.files) return false;
    return Object.entries(manifest.files).every(
      ([name, { sha256 }]) =>
        existsSync(join(folder, name)) && sha256Of(readFileSync(join(folder, name))) === sha256,
    );
  } catch {
    return false;
  }
}
