/** The 15-minute circle for `indicators`: streets and tables of the folder through the engine. */
import type { DataFolder } from '../../core/import';
import { circleOrder, storeCircles, type Catalogue, type Overrides } from '../../core/indicators';
import { readNetwork } from '../../core/network';
import type { CoverageGround, SnapCaps } from '../../core/reach';
import { ok, type Note, type Result } from '../../core/result';
import type { Database } from '../../core/store/database';
import type { Context } from '../command';
import { groundTogether } from '../coverage/ground-together';

/** Streets with these very tables put on them, made for something else before. */
export interface MadeGround {
  readonly ground: CoverageGround;
  readonly caps: SnapCaps;
}

/** Fills coverage_circles; what is missing for it is a note, since other indicators need none of it. */
export async function computeCircles(
  database: Database,
  { tables, streets }: DataFolder,
  catalogue: Catalogue,
  overrides: Overrides,
  context: Context,
  made: MadeGround | null = null,
): Promise<Result<readonly Note[]>> {
  const { households, facilities, admin_units: units } = tables;
  if (!households || !facilities || !units || !streets) {
    const given = { households, facilities, admin_units: units, streets };
    const missing = Object.entries(given).flatMap(([name, file]) => (file ? [] : [name]));
    return ok([{ code: 'circle_not_computed', params: { missing: missing.join(', ') } }]);
  }
  const order = circleOrder(catalogue, overrides);
  if (made !== null && isSameCaps(made.caps, order.caps))
    return ok(notesOf(await storeCircles(database, made.ground, order, context.progress)));
  const network = await readNetwork(streets.bytes, streets.fileName, context.progress);
  if (!network.ok) return network;
  const ground = await groundTogether(
    { network: network.value.network, households, facilities, units },
    { caps: order.caps, weight: null },
    context.progress,
  );
  if (!ground.ok) return ground;
  const runs = await storeCircles(database, ground.value, order, context.progress);
  return ok([...network.value.notes, ...notesOf(runs)]);
}

function isSameCaps(a: SnapCaps, b: SnapCaps): boolean {
  return (
    a.townMaxSnapM === b.townMaxSnapM &&
    a.villageMaxSnapM === b.villageMaxSnapM &&
    a.maxSnapM === b.maxSnapM
  );
}

/** Nothing to walk to is a finding about one indicator, not the end of the others. */
function notesOf(runs: Awaited<ReturnType<typeof storeCircles>>): readonly Note[] {
  if (runs.ok) return runs.value[0]?.notes ?? [];
  const { code, params } = runs.problem;
  return [{ code, params }];
}
