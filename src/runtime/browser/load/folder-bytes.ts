/** City files as core's data folder wants them, with what went wrong on the way kept aside. */
import type { FolderFiles } from '../../../core/import';
import type { Result } from '../../../core/result';
import type { CityFiles } from './city-files';

export class FolderBytes implements FolderFiles {
  readonly names: readonly string[];
  readonly sha256?: FolderFiles['sha256'];
  /** The first file that could not be read; what core says of it then is beside the point. */
  failed: Result<never> | null = null;
  readonly #files: CityFiles;

  constructor(files: CityFiles, names: readonly string[], sha256?: FolderFiles['sha256']) {
    this.#files = files;
    this.names = names;
    this.sha256 = sha256;
  }

  async read(name: string): Promise<Uint8Array> {
    const bytes = await this.#files.read(name);
    if (bytes.ok) return bytes.value;
    this.failed ??= bytes;
    return new Uint8Array(0);
  }
}
