/** A format's files as one download: the file itself, or a zip of several. */
import { initWasm } from '@resvg/resvg-wasm';
import resvgUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import {
  countySummary,
  formats,
  publicSummary,
  shownWorkbook,
  type DocumentFile,
  type DocumentTools,
  type FormatName,
  type MapOptions,
  type ResultSummary,
  type ShownTable,
} from '../../../core/export';
import type { Language } from '../../../core/i18n/t';
import { ok, problem, type Result } from '../../../core/result';
import { pngOf } from '../../svg-picture';

export interface FilesOrder {
  readonly format: FormatName;
  readonly summary: ResultSummary;
  /** One county alone; null for the whole. */
  readonly countyCode: string | null;
  readonly profile: ResultSummary['profile'];
  readonly language: Language;
  readonly map: MapOptions;
  /** Where the page is served from; ends with a slash. */
  readonly baseUrl: string;
}

export interface MadeFile {
  readonly fileName: string;
  readonly blob: Blob;
}

export async function makeFiles(order: FilesOrder): Promise<Result<MadeFile>> {
  // Withheld in the whole first: a county alone must not tell what the city hides.
  const whole =
    order.profile === 'public'
      ? publicSummary(order.summary, order.map.approvalNumber !== null)
      : order.summary;
  const part = order.countyCode === null ? ok(whole) : countySummary(whole, order.countyCode);
  if (!part.ok) return part;
  const { language, map } = order;
  const tools = documentTools(order.baseUrl);
  const reported = { summary: part.value, whole, language, map };
  const files = await formats[order.format](reported, tools);
  if (files.length === 0) return problem('nothing_to_write');
  const unit = part.value.units[0].name;
  const [first] = files;
  if (files.length === 1)
    return ok({ fileName: `${unit}${first.name}`, blob: new Blob(parts(first)) });
  return ok({ fileName: `${unit}_${order.format}.zip`, blob: await zipped(files) });
}

/** A table as it is looked at. */
export async function makeShown(table: ShownTable, language: Language): Promise<Result<MadeFile>> {
  const { name, bytes } = await shownWorkbook(table, language);
  return ok({ fileName: name, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) });
}

const parts = ({ chunks }: DocumentFile) => chunks as readonly BlobPart[] as BlobPart[];

async function zipped(files: readonly DocumentFile[]): Promise<Blob> {
  const { zipSync } = await import('fflate');
  const entries: Record<string, Uint8Array> = {};
  for (const file of files) {
    entries[file.name] = new Uint8Array(await new Blob(parts(file)).arrayBuffer());
  }
  return new Blob([zipSync(entries, { level: 6 })]);
}

let font: Promise<Uint8Array> | null = null;
let resvg: Promise<void> | null = null;

function documentTools(baseUrl: string): DocumentTools {
  const readFont = () =>
    (font ??= fetch(`${baseUrl}fonts/noto-sans-sc.ttf`)
      .then((answer) => answer.arrayBuffer())
      .then((buffer) => new Uint8Array(buffer)));
  return {
    font: readFont,
    async picture(svg, widthPixels) {
      await (resvg ??= initWasm(fetch(resvgUrl)));
      return pngOf(svg, widthPixels, await readFont());
    },
  };
}
