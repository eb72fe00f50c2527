/** `catalogue`: the indicators as data and the schema they follow, for another city to rewrite. */
import { catalogueSchema, sanmingCatalogue } from '../../core/indicators';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Command } from '../command';

export const catalogueCommand: Command = {
  name: 'catalogue',
  positionals: [],
  summary: 'cli.catalogue',
  options: [{ name: 'out', value: 'DIR', required: true, help: 'cli.option.out_catalogue' }],
  async run(given) {
    const free = checkOutput(given.required('out'), 'folder');
    if (!free.ok) return free;
    const text = (value: unknown) => [`${JSON.stringify(value, null, 2)}\n`];
    return writeWholeFolder(given.required('out'), [
      {
        name: 'catalogue.json',
        chunks: text({ $schema: './catalogue.schema.json', ...sanmingCatalogue }),
      },
      { name: 'catalogue.schema.json', chunks: text(catalogueSchema) },
    ]);
  },
};
