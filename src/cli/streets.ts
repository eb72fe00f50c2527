/** Streets of any kind from a file: a saved network as it is, anything else built. */
import type { Network } from '../core/network';
import { readNetwork } from '../core/network';
import { ok, type Result } from '../core/result';
import { readDiskFile, type DiskFile } from '../runtime/node/files';
import type { Context } from './command';

export interface OpenStreets {
  readonly file: DiskFile;
  readonly network: Network;
}

export async function openStreets(path: string, context: Context): Promise<Result<OpenStreets>> {
  const file = await readDiskFile(path);
  if (!file.ok) return file;
  const read = await readNetwork(file.value.bytes, file.value.name, context.progress);
  if (!read.ok) return read;
  read.value.notes.forEach((note) => context.note(note));
  return ok({ file: file.value, network: read.value.network });
}
