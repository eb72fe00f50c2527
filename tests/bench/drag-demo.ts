/**
 * Dragging a facility over the demo city, in Chromium: for each frame the place is snapped, the
 * facility moved, every household's walk, owner and state, all units' sums and the colours of the
 * changed households follow. What is measured is the script of the frame.
 */
import { readDataFolder } from '../../src/core/import';
import { buildSnapIndex, readNetwork, snapPoints } from '../../src/core/network';
import {
  LiveCoverage,
  coverageGround,
  defaultSnapCaps,
  limitCm,
  populationGroups,
} from '../../src/core/reach';

const streets = 'streets.network';
const colours = [
  [0, 114, 178],
  [213, 94, 0],
  [120, 120, 120],
  [200, 200, 200],
];

async function bytesOf(name: string): Promise<Uint8Array> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Milliseconds of script for each frame of three drags of 200 frames through the three largest places. */
export async function dragDemo(): Promise<{ frames: number[]; homes: number; checks: boolean }> {
  const manifest = JSON.parse(new TextDecoder().decode(await bytesOf('manifest.json')));
  const listed = Object.keys(manifest.files);
  const folder = await readDataFolder(
    { names: ['manifest.json', ...listed], read: bytesOf },
    { only: ['admin_units', 'facilities', 'households'] },
  );
  if (!folder.ok) throw new Error(folder.problem.code);
  const { households, facilities, admin_units: units } = folder.value.tables;
  const read = await readNetwork(await bytesOf(streets), streets);
  if (!read.ok || !households || !facilities) throw new Error('the demo city is incomplete');
  const { network } = read.value;
  const snapIndex = buildSnapIndex(network);
  const made = coverageGround(
    { network, households, facilities, units },
    { caps: defaultSnapCaps, weight: null, snapIndex },
  );
  if (!made.ok) throw new Error(made.problem.code);
  const ground = made.value;
  const columns = Object.fromEntries(
    populationGroups.map((group) => [group, ground.population[group]?.values]),
  );
  const live = new LiveCoverage({
    network,
    facilities: ground.facilityPoints,
    households: ground.householdPoints,
    limit: limitCm(15, 0.8),
    tree: ground.units,
    unit: ground.unit,
    columns,
  });
  const homes = live.states.length;
  const paint = new Uint8Array(4 * homes);
  const lon = new Float64Array(1);
  const lat = new Float64Array(1);
  const frames: number[] = [];
  const count = ground.facilityPoints.edge.length;
  for (let drag = 0; drag < 3; drag++) {
    const facility = Math.floor((drag * count) / 3);
    const edge = Math.max(0, ground.facilityPoints.edge[facility]);
    const centre = network.edgeFrom[edge];
    for (let frame = 0; frame < 200; frame++) {
      // Outwards in a spiral, about 20 m a frame.
      const angle = frame / 10;
      lon[0] = network.vertexLon[centre] + 0.0001 * frame * Math.cos(angle);
      lat[0] = network.vertexLat[centre] + 0.0001 * frame * Math.sin(angle);
      const begin = performance.now();
      const to = snapPoints(snapIndex, lon, lat, 1000);
      live.move(facility, { edge: to.edge[0], alongCm: to.alongCm[0], doorCm: to.doorCm[0] });
      for (let c = 0; c < live.changedCount; c++) {
        const i = live.changed[c];
        paint.set(colours[live.states[i]], 4 * i);
      }
      frames.push(performance.now() - begin);
      await new Promise((next) => requestAnimationFrame(next));
    }
  }
  return { frames, homes, checks: isWhatARebuildGives() };

  function isWhatARebuildGives(): boolean {
    const rebuilt = new LiveCoverage({
      network,
      facilities: live.facilities,
      households: ground.householdPoints,
      limit: limitCm(15, 0.8),
      tree: ground.units,
      unit: ground.unit,
      columns,
    });
    return (
      rebuilt.costCm.every((cm, i) => cm === live.costCm[i]) &&
      rebuilt.states.every((state, i) => state === live.states[i]) &&
      JSON.stringify(rebuilt.sums) === JSON.stringify(live.sums)
    );
  }
}
