/** The words of the command line → arguments of one command, or what is wrong with them. */
import { parseArgs } from 'node:util';
import { ok, problem, type Result } from '../core/result';
import type { Arguments, Command, OptionDescription } from './command';

/** Options every command knows. */
export const commonOptions: readonly OptionDescription[] = [
  { name: 'lang', value: 'zh|en', help: 'cli.option.lang' },
  { name: 'help', help: 'cli.option.help' },
];

export function parseArguments(command: Command, words: readonly string[]): Result<Arguments> {
  const known = [...command.options, ...commonOptions];
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      known.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' } as const]),
    ),
  });
  const texts = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = token.rawName;
    const description = known.find(({ name }) => name === token.name);
    if (!description || !option.startsWith('--')) {
      return problem('option_unknown', { option, command: command.name });
    }
    if (texts.has(token.name)) return problem('option_twice', { option });
    // A next word that is an option itself is no value: the value was forgotten.
    const isForgotten = token.value === undefined || (!token.inlineValue && isOption(token.value));
    if (description.value && (isForgotten || token.value === '')) {
      return problem('option_without_value', { option, value: description.value });
    }
    if (!description.value && token.value !== undefined) {
      return problem('option_takes_no_value', { option });
    }
    texts.set(token.name, token.value ?? '');
  }
  const given: Arguments = {
    positionals,
    text: (name) => texts.get(name),
    required: (name) => texts.get(name) ?? '',
    has: (name) => texts.has(name),
  };
  return given.has('help') ? ok(given) : complete(command, given);
}

const isOption = (word: string) => /^--[a-z]/.test(word);

function complete(command: Command, given: Arguments): Result<Arguments> {
  const { name, positionals, options } = command;
  if (given.positionals.length < positionals.length) {
    return problem('argument_missing', {
      command: name,
      value: positionals[given.positionals.length],
    });
  }
  const takesMore = positionals.at(-1)?.endsWith('…') ?? false;
  if (given.positionals.length > positionals.length && !takesMore) {
    return problem('argument_unexpected', {
      command: name,
      value: given.positionals[positionals.length],
    });
  }
  const missing = options.find((option) => option.required && !given.has(option.name));
  if (missing) {
    return problem('option_missing', {
      command: name,
      option: `--${missing.name}`,
      value: missing.value ?? '',
    });
  }
  return ok(given);
}
