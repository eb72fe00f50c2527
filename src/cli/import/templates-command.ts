/** `templates`: an empty workbook of each table. */
import { templateBytes } from '../../core/import';
import { ok } from '../../core/result';
import { tableNames } from '../../core/store/tables';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Command } from '../command';

export const templatesCommand: Command = {
  name: 'templates',
  positionals: [],
  summary: 'cli.templates',
  options: [{ name: 'out', value: 'DIR', required: true, help: 'cli.option.out_import' }],
  async run(given, context) {
    const out = given.required('out');
    const free = checkOutput(out, 'folder');
    if (!free.ok) return free;
    const files: { name: string; chunks: Uint8Array[] }[] = [];
    for (const table of tableNames) {
      files.push({ name: `${table}.xlsx`, chunks: [await templateBytes(table, context.language)] });
    }
    const written = writeWholeFolder(out, files);
    if (!written.ok) return written;
    for (const { name } of files) context.print(`${out}/${name}`);
    return ok(undefined);
  },
};
