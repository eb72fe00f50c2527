/**
 * `node scripts/together.mjs NAME …`: npm scripts side by side, as many at a time as there are
 * processors. What each one says comes whole when it ends; all of them run, so every fault is seen.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** @returns {Promise<boolean>} whether it went well */
function run(name) {
  const start = performance.now();
  const script = spawn('npm', ['run', '-s', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  script.stdout.on('data', (chunk) => said.push(chunk));
  script.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    script.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

const waiting = process.argv.slice(2);
const outcomes = [];
async function work() {
  while (waiting.length > 0) outcomes.push(await run(waiting.shift()));
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
