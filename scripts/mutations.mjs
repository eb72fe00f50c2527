/**
 * npm run mutations [-- WORD]: breaks the engine on purpose, one fault at a time, on a copy, and runs
 * the tests that must notice. A fault that no test notices is named, and the exit code is 1.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reach = (file) => `src/core/reach/${file}`;
const tests = (...names) => names.map((name) => `tests/core/${name}`);

const mutations = [
  {
    fault: 'a facility is reached from one end of its street alone',
    file: reach('search/seeds.ts'),
    from: 'if (endCm !== UNREACHED) push(',
    to: 'if (false) push(',
    tests: tests('reach/scenes.test.ts', 'reach/search/nearest.test.ts'),
  },
  {
    fault: 'the leg from the door to the street is forgotten',
    file: reach('search/seeds.ts'),
    from: 'network.edgeFrom[edge], startCm + doorCm, index',
    to: 'network.edgeFrom[edge], startCm, index',
    tests: tests('reach/scenes.test.ts', 'reach/search/nearest.test.ts'),
  },
  {
    fault: 'nobody walks along the street they share with a facility',
    file: reach('walks/households.ts'),
    from: 'if (costCm <= limitCm) keepNearer(',
    to: 'if (costCm < 0) keepNearer(',
    tests: tests('reach/scenes.test.ts', 'reach/search/nearest.test.ts'),
  },
  {
    fault: 'a walk of exactly the limit is not covered',
    file: reach('walks/coverage-states.ts'),
    from: 'costCm[i] >= 0 && costCm[i] <= own',
    to: 'costCm[i] >= 0 && costCm[i] < own',
    tests: tests('reach/scenes.test.ts', 'reach/coverage/coverage.test.ts'),
  },
  {
    fault: 'streets of one direction are walked both ways',
    file: reach('streets/walk-costs.ts'),
    from: 'if ((network.edgeDirections[edge] & needed) === 0) return UNREACHED;',
    to: '',
    tests: tests('reach/search/nearest.test.ts'),
  },
  {
    fault: 'oneway for vehicles binds walkers',
    file: 'src/core/network/read/walkable.ts',
    from: "'oneway:foot'",
    to: "'oneway'",
    tests: tests('network'),
  },
  {
    fault: 'up and down are exchanged',
    file: reach('streets/slope.ts'),
    from: 'there += 1 / speedOnSlope(grade);',
    to: 'there += 1 / speedOnSlope(-grade);',
    tests: tests('reach/streets/slope.test.ts'),
  },
  {
    fault: 'downhill is faster than the level',
    file: reach('streets/slope.ts'),
    from: 'Math.min(1, Math.exp(',
    to: 'Math.max(0, Math.exp(',
    tests: tests('reach/streets/slope.test.ts'),
  },
  {
    fault: 'the two ways may belong to two facilities',
    file: reach('walks/judged-nearest.ts'),
    from: 'if (facility !== home.walks.facility[i]) isLeft[i] = 1;',
    to: 'if (facility < 0) isLeft[i] = 1;',
    tests: tests('reach/coverage/conditions.test.ts'),
  },
  {
    fault: 'what is left of a walk at a vertex is taken too small',
    file: reach('walks/judged-nearest.ts'),
    from: '? -1 : longestCm - label[2 * v]',
    to: '? -1 : longestCm - label[2 * v] - 500',
    tests: tests('reach/coverage/conditions.test.ts'),
  },
  {
    fault: 'the rim around a part is too narrow',
    file: reach('search/parts.ts'),
    from: '(limitCm / 100) * caution + 1',
    to: 'limitCm / 400',
    tests: tests('reach/search/parts.test.ts'),
  },
  {
    fault: 'a removed facility leaves its labels behind',
    file: reach('live/live-nearest.ts'),
    from: 'if (label[2 * next + 1] === facility) this.#forget(next);',
    to: '',
    tests: tests('reach/live/live.test.ts'),
  },
  {
    fault: 'a facility withdrawn on slopes leaves its street entries behind',
    file: reach('live/judged-walks.ts'),
    from: 'this.#unlink(edge, entry);',
    to: '',
    tests: tests('reach/live/live.test.ts'),
  },
  {
    fault: 'sums follow to the village and no further',
    file: reach('live/live.ts'),
    from: 'for (let u = unit[i]; u >= 0; u = tree.parent[u]) sums',
    to: 'for (let u = unit[i]; u >= 0; u = -1) sums',
    tests: tests('reach/live/live.test.ts'),
  },
  {
    fault: 'the cap of the way to the street is forgotten',
    file: 'src/core/reach/coverage/coverage-ground.ts',
    from: 'capM[row] = maxSnapM ?? (isTown ? townMaxSnapM : villageMaxSnapM);',
    to: 'capM[row] = maxSnapM ?? villageMaxSnapM;',
    tests: tests('reach/coverage'),
  },
];

const asked = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'carecircle-mutations-'));
const missed = [];
try {
  for (const name of [
    'src',
    'tests',
    'data',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { fault, file, from, to, tests } of mutations) {
    if (!`${fault} ${file}`.includes(asked)) continue;
    const path = join(folder, file);
    const whole = readFileSync(path, 'utf8');
    const count = whole.split(from).length - 1;
    if (count !== 1) throw new Error(`${file}: found ${count} times: ${from}`);
    writeFileSync(path, whole.replace(from, to));
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { status } = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...tests], {
      cwd: folder,
      stdio: 'ignore',
    });
    writeFileSync(path, whole);
    console.log(`${status === 0 ? 'MISSED ' : 'noticed'}  ${fault}`);
    if (status === 0) missed.push(fault);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed.length === 0 ? 0 : 1);
