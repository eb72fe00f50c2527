/**
 * The command line: arguments → core → files. Exit codes: 0 done, 2 something is wrong with what
 * was given (said with file, row and remedy, no output left behind), 1 a bug of ours.
 */
import { version } from '../../package.json';
import { t } from '../core/i18n/t';
import type { Problem } from '../core/result';
import { commands } from './commands';
import { commandHelp, programHelp } from './help';
import { languageOf } from './language';
import { parseArguments } from './parse-arguments';
import { problemLine, terminalContext } from './report';

const exitCodes = { done: 0, bug: 1, input: 2 } as const;

async function main(words: readonly string[]): Promise<number> {
  const { language, rest, found } = languageOf(words, process.env);
  const context = terminalContext(language, version);
  const refuse = (problem: Problem, commandName?: string) => {
    context.say(problemLine(language, problem));
    if (commandName !== undefined) {
      context.say(t(language, 'cli.see_help', { command: `${commandName} --help`.trim() }));
    }
    return exitCodes.input;
  };
  if (found) return refuse(found, '');
  const [name, ...more] = rest;
  if (name === undefined || name === '--help' || name === 'help') {
    context.print(programHelp(language, version, commands));
    return exitCodes.done;
  }
  if (name === '--version') {
    context.print(version);
    return exitCodes.done;
  }
  const entry = commands.find((one) => one.name === name);
  if (!entry) {
    const known = commands.map((one) => one.name).join(', ');
    return refuse({ code: 'command_unknown', params: { command: name, commands: known } }, '');
  }
  const command = await entry.load();
  const given = parseArguments(command, more);
  if (!given.ok) return refuse(given.problem, name);
  if (given.value.has('help')) {
    context.print(commandHelp(language, command));
    return exitCodes.done;
  }
  const done = await command.run(given.value, context);
  context.end();
  return done.ok ? exitCodes.done : refuse(done.problem);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (bug: unknown) => {
    process.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
    process.exitCode = exitCodes.bug;
  },
);
