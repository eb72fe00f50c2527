/**
 * Output that is either whole or not there: everything is written beside its place under a name of
 * its own and moved only when the last byte stands. A folder that exists keeps its other files.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, problem, type Result } from '../../core/result';

export interface OutputFile {
  readonly name: string;
  /** Texts (UTF-8) or bytes, written one after the other. */
  readonly chunks: Iterable<string | Uint8Array>;
}

/** One file, at `path`; folders above it are made. */
export function writeWholeFile(path: string, chunks: OutputFile['chunks']): Result<void> {
  return writing(path, (partial) => {
    if (existsSync(path) && statSync(path).isDirectory()) {
      return problem('output_is_folder', { file: path });
    }
    writeChunks(partial, chunks);
    renameSync(partial, path);
    return ok(undefined);
  });
}

/** Several files into one folder, all or none. */
export function writeWholeFolder(path: string, files: readonly OutputFile[]): Result<void> {
  return writing(path, (partial) => {
    if (existsSync(path) && !statSync(path).isDirectory()) {
      return problem('output_is_file', { file: path });
    }
    mkdirSync(partial);
    for (const { name, chunks } of files) writeChunks(join(partial, name), chunks);
    if (!existsSync(path)) renameSync(partial, path);
    else for (const { name } of files) renameSync(join(partial, name), join(path, name));
    return ok(undefined);
  });
}

/** Says before any work whether output can stand at `path`. */
export function checkOutput(path: string, kind: 'file' | 'folder'): Result<void> {
  if (!existsSync(path)) return ok(undefined);
  const isFolder = statSync(path).isDirectory();
  if (kind === 'file' && isFolder) return problem('output_is_folder', { file: path });
  if (kind === 'folder' && !isFolder) return problem('output_is_file', { file: path });
  return ok(undefined);
}

function writing(path: string, write: (partial: string) => Result<void>): Result<void> {
  const full = resolve(path);
  const partial = join(dirname(full), `.${basename(full)}.partial-${process.pid}`);
  const clear = () => {
    if (existsSync(partial)) rmSync(partial, { recursive: true, force: true });
  };
  let firstMade: string | undefined;
  const stop = () => {
    clear();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    firstMade = mkdirSync(dirname(full), { recursive: true });
    const written = write(partial);
    if (!written.ok && firstMade) rmSync(firstMade, { recursive: true, force: true });
    return written;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException)?.code;
    if (firstMade) rmSync(firstMade, { recursive: true, force: true });
    if (typeof code !== 'string') throw cause;
    return problem('output_not_writable', { file: path, reason: code });
  } finally {
    clear();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function writeChunks(path: string, chunks: OutputFile['chunks']): void {
  const file = openSync(path, 'w');
  try {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}
