/** Where a city's files come from: the demo's folder on our own server, or the user's own disk. */
import { ok, problem, type Result } from '../../../core/result';

export interface CityFiles {
  /** Names as the user sees them, without folders; null where a server cannot list its files. */
  readonly names: readonly string[] | null;
  /** The bytes of one file; `file_missing` where there is none. */
  read(name: string): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/** `baseUrl` ends with a slash. A server that answers with a page for any address has no such file. */
export function servedFiles(baseUrl: string): CityFiles {
  return {
    names: null,
    async read(name) {
      const response = await fetch(new URL(name, baseUrl)).catch(() => null);
      const isPage = response?.headers.get('content-type')?.startsWith('text/html');
      if (!response?.ok || isPage) return problem('file_missing', { file: name });
      return ok(new Uint8Array(await response.arrayBuffer()));
    },
  };
}

/** Files the user chose; of two with one name the later stands. */
export function chosenFiles(files: readonly File[]): CityFiles {
  const byName = new Map(files.map((file) => [file.name, file]));
  return {
    names: [...byName.keys()],
    async read(name) {
      const file = byName.get(name);
      if (!file) return problem('file_missing', { file: name });
      try {
        return ok(new Uint8Array(await file.arrayBuffer()));
      } catch {
        return problem('file_unreadable', { file: name });
      }
    },
  };
}
