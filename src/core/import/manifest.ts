/** manifest.json: what a data folder says of itself. */
import { ok, problem, type Result } from '../result';
import { decodeText } from './read/text';

export const manifestFileName = 'manifest.json';
export const manifestFormatVersion = 1;

export interface Manifest {
  readonly format_version: number;
  readonly title: string;
  /** ISO day the data stand for. */
  readonly as_of: string | null;
  readonly divisions: 'current' | '2017';
  /** True for sample data, which every screen and file must then say. */
  readonly generated: boolean;
  /** By file name; sha256 is that of the uncompressed content, in lower-case hexadecimal. */
  readonly files: Readonly<Record<string, { readonly sha256?: string }>>;
}

export function parseManifest(bytes: Uint8Array): Result<Manifest> {
  const file = manifestFileName;
  let content: Partial<Record<keyof Manifest, unknown>>;
  try {
    content = JSON.parse(decodeText(bytes).text) as typeof content;
  } catch {
    return problem('json_broken', { file });
  }
  const wrong = (field: string) => problem('manifest_field', { file, column: field });
  if (content === null || typeof content !== 'object') return problem('json_broken', { file });
  const {
    format_version,
    title,
    as_of = null,
    divisions = 'current',
    generated,
    files = {},
  } = content;
  if (format_version !== manifestFormatVersion) {
    return problem('manifest_version', { file, value: String(format_version) });
  }
  if (typeof title !== 'string') return wrong('title');
  if (as_of !== null && typeof as_of !== 'string') return wrong('as_of');
  if (divisions !== 'current' && divisions !== '2017') return wrong('divisions');
  if (typeof generated !== 'boolean') return wrong('generated');
  if (files === null || typeof files !== 'object') return wrong('files');
  return ok({
    format_version,
    title,
    as_of,
    divisions,
    generated,
    files: files as Manifest['files'],
  });
}
