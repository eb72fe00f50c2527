/** The help: of the program, and of one command. */
import { t, type Language } from '../core/i18n/t';
import type { Command, OptionDescription } from './command';
import type { CommandEntry } from './commands';
import { commonOptions } from './parse-arguments';

export function programHelp(
  language: Language,
  version: string,
  commands: readonly CommandEntry[],
): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `carecircle ${version} – ${t(language, 'cli.what')}`,
    '',
    t(language, 'cli.usage'),
    '  carecircle COMMAND [OPTIONS]',
    '  carecircle COMMAND --help',
    '',
    t(language, 'cli.commands'),
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${t(language, summary)}`),
    '',
    ...commonHelp(language),
  ].join('\n');
}

export function commandHelp(language: Language, command: Command): string {
  const usage = [command.name, ...command.positionals, ...command.options.map(usageOf)].join(' ');
  return [
    t(language, command.summary),
    '',
    t(language, 'cli.usage'),
    `  carecircle ${usage}`,
    '',
    t(language, 'cli.options'),
    ...optionLines(language, command.options),
    '',
    ...commonHelp(language),
  ].join('\n');
}

function commonHelp(language: Language): string[] {
  return [
    t(language, 'cli.common_options'),
    ...optionLines(language, commonOptions),
    '',
    t(language, 'cli.exit_codes'),
    `  0  ${t(language, 'cli.exit_done')}`,
    `  1  ${t(language, 'cli.exit_bug')}`,
    `  2  ${t(language, 'cli.exit_input')}`,
  ];
}

const shown = ({ name, value }: OptionDescription) => `--${name}${value ? ` ${value}` : ''}`;

function usageOf(option: OptionDescription): string {
  return option.required ? shown(option) : `[${shown(option)}]`;
}

function optionLines(language: Language, options: readonly OptionDescription[]): string[] {
  const width = Math.max(...options.map((option) => shown(option).length));
  return options.map((option) => `  ${shown(option).padEnd(width)}  ${t(language, option.help)}`);
}
