/** Asks everybody, compares the answers, prints one table. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ours } from './ours';
import { askPgrouting, pgroutingPrograms } from './pgrouting';
import { householdCount, isochroneCount, question, writeQuestion } from './question';
import { agreementOfNearest, agreementOfPolygons, agreementOfReached } from './agreement';

/** As the Python peers write it. */
interface PeerAnswer {
  readonly version: string;
  readonly prepareMs: number;
  readonly nearestMs: number;
  readonly nearestCount: number;
  readonly isochronesMs: number;
  readonly isochroneCount: number;
  readonly reached?: readonly number[];
  readonly polygons?: readonly (readonly (readonly [number, number])[][])[];
}

const environment = fileURLToPath(new URL('./peers/', import.meta.url));
const scripts = fileURLToPath(new URL('../../tests/bench/peers/', import.meta.url));

export async function runPeers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'carecircle-peers-'));
  // PostgreSQL's own user must come in.
  chmodSync(folder, 0o755);
  try {
    const asked = question();
    writeQuestion(asked, folder);
    const own = ours(asked);
    const { vertexCount, edgeCount } = asked.network;
    console.log(
      `${cpus().length} × ${cpus()[0].model}, Node ${process.version}; ${vertexCount} crossings, ` +
        `${edgeCount} streets, ${asked.facilities.length} facilities, ${householdCount} households`,
    );
    const alone = (own.searchesMs / isochroneCount).toFixed(2);
    say('CareCircle', own, householdCount, [`crossings reached, without a polygon: ${alone} ms`]);
    for (const name of ['pandana', 'pyvalhalla']) {
      const python = pythonWith(name);
      if (python === undefined) {
        console.log(`${name}: cannot be had here (pip install ${name}); left out`);
        continue;
      }
      const script = `${name === 'pandana' ? 'pandana' : 'valhalla'}-peer.py`;
      try {
        execFileSync(python, [join(scripts, script), folder], { stdio: 'ignore' });
        const answer = JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8')) as PeerAnswer;
        say(`${name} ${answer.version}`, answer, answer.nearestCount, [
          agreementOfNearest(own, join(folder, script.replace('-peer.py', '-nearest.bin'))),
          answer.reached && agreementOfReached(own, answer.reached),
          answer.polygons && agreementOfPolygons(own, asked, answer.polygons),
        ]);
      } catch (error) {
        console.log(`${name}: does not run here (${String(error).split('\n')[0]}); left out`);
      }
    }
    const programs = pgroutingPrograms();
    if (programs === undefined) {
      console.log(
        'pgRouting: not here (apt-get install postgresql postgresql-15-pgrouting); left out',
      );
      return;
    }
    try {
      const csv = readFileSync(join(folder, 'streets.csv'), 'utf8');
      const answer = await askPgrouting(programs, asked, csv, folder);
      const metres = Float32Array.from(asked.households, (at) => answer.metres.get(at) ?? -1);
      say(`pgRouting ${answer.version}`, answer, householdCount, [
        agreementOfNearest(own, metres),
        agreementOfReached(own, answer.reached),
      ]);
    } catch (error) {
      console.log(`pgRouting: does not run here (${String(error).split('\n')[0]}); left out`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Python that has the package, in its own environment under build/; made when first asked for. */
function pythonWith(name: string): string | undefined {
  const home = join(environment, name);
  const python = join(home, 'bin/python');
  const tries = [process.env.PEERS_PYTHON, 'python3.13', 'python3.12', 'python3'];
  for (const base of tries) {
    try {
      if (!existsSync(python)) {
        if (base === undefined) continue;
        mkdirSync(home, { recursive: true });
        execFileSync(base, ['-m', 'venv', home], { stdio: 'ignore' });
      }
      const install = ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', name, 'numpy'];
      execFileSync(python, install, { stdio: 'ignore' });
      return python;
    } catch {
      rmSync(home, { recursive: true, force: true });
    }
  }
  return undefined;
}

function say(
  name: string,
  times: { prepareMs: number; nearestMs: number; isochronesMs: number },
  nearestCount: number,
  agreements: (string | undefined)[],
): void {
  const each = (times.nearestMs * 1e6) / nearestCount;
  const isochrone = times.isochronesMs / isochroneCount;
  const figures = [
    `prepared in ${times.prepareMs.toFixed(0)} ms`,
    `nearest facility of ${nearestCount} households ${times.nearestMs.toFixed(1)} ms (${each.toFixed(0)} ns each)`,
    `an isochrone ${isochrone.toFixed(2)} ms`,
  ];
  console.log(`${name}: ${figures.join('; ')}`);
  for (const agreement of agreements) if (agreement) console.log(`  ${agreement}`);
}
