/** `network`: streets of any format → our own file, and their figures. */
import { encodeNetwork, networkStatistics } from '../../core/network';
import { t, type TextKey } from '../../core/i18n/t';
import { ok } from '../../core/result';
import { checkOutput, writeWholeFile } from '../../runtime/node/write-files';
import type { Command } from '../command';
import { openStreets } from '../streets';

export const networkCommand: Command = {
  name: 'network',
  positionals: ['INPUT'],
  summary: 'cli.network',
  options: [{ name: 'out', value: 'FILE', required: true, help: 'cli.option.out_network' }],
  async run(given, context) {
    const out = given.required('out');
    const free = checkOutput(out, 'file');
    if (!free.ok) return free;
    const streets = await openStreets(given.positionals[0], context);
    if (!streets.ok) return streets;
    const { network } = streets.value;
    context.progress('write', 0, 0);
    const written = writeWholeFile(out, [encodeNetwork(network)]);
    if (!written.ok) return written;

    const figures = networkStatistics(network);
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    const lines: [TextKey, string][] = [
      ['cli.nodes', String(figures.nodes)],
      ['cli.arcs', String(figures.arcs)],
      ['cli.kilometres', figures.kilometres.toFixed(1)],
      ['cli.components', String(figures.components)],
      ['cli.largest_by_nodes', percent(figures.largestShareByNodes)],
      ['cli.largest_by_length', percent(figures.largestShareByLength)],
    ];
    for (const [key, value] of lines) context.print(`${t(context.language, key)}\t${value}`);
    return ok(undefined);
  },
};
