/**
 * The built command line, started anew for each of many commands in one process: what a process of its
 * own costs is saved. Commands come as JSON on standard input, answers go out likewise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const program = process.argv[2];
const commands = JSON.parse(readFileSync(0, 'utf8'));
const answer = process.stdout.write.bind(process.stdout);
const answers = [];
for (const [number, words] of commands.entries()) {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'])
    process[stream].write = (text) => {
      said[stream] += text;
      return true;
    };
  process.argv = [process.execPath, program, ...words];
  process.exitCode = undefined;
  await import(`${pathToFileURL(program)}?${number}`);
  while (process.exitCode === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
  const names = readdirSync('.', { recursive: true }).sort();
  answers.push({ code: process.exitCode, ...said, names });
}
process.exitCode = 0;
answer(JSON.stringify(answers));
