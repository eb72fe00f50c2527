/** `check`: the data quality report alone, as JSON on standard output, in words on standard error. */
import { importReport } from '../../core/import';
import { ok } from '../../core/result';
import type { Command } from '../command';
import { importOptions, runImport } from './import-inputs';
import { nothing, sayAll } from './import-command';

export const checkCommand: Command = {
  name: 'check',
  positionals: ['FILE…'],
  summary: 'cli.check',
  options: [{ name: 'as', value: 'TABLE', help: 'cli.option.as' }, ...importOptions],
  async run(given, context) {
    const imported = await runImport(given, context);
    if (!imported.ok) return imported;
    const { outcome, inputs } = imported.value;
    sayAll(imported.value, context);
    context.print(
      JSON.stringify(importReport(outcome, { version: context.version, inputs }), null, 1),
    );
    return outcome.table ? ok(undefined) : nothing(imported.value);
  },
};
