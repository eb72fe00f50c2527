/** The 15-minute circle for `indicators`: streets and tables of the folder through the engine. */
import type { DataFolder } from '../../core/import';
import { circleOrder, storeCircles, type Catalogue, type Overrides } from '../../core/indicators';
import { readNetwork } from '../../core/network';
import { ok, type Note, type Result } from '../../core/result';
import type { Database } from '../../core/store/database';
import type { Context } from '../command';
import { groundTogether } from '../coverage/ground-together';

/** Fills coverage_circles; what is missing for it is a note, since other indicators need none of it. */
export async function computeCircles(
  database: Database,
  { tables, streets }: DataFolder,
  catalogue: Catalogue,
  overrides: Overrides,
  context: Context,
): Promise<Result<readonly Note[]>> {
  const { households, facilities, admin_units: units } = tables;
  if (!households || !facilities || !units || !streets) {
    const given = { households, facilities, admin_units: units, streets };
    const missing = Object.entries(given).flatMap(([name, file]) => (file ? [] : [name]));
    return ok([{ code: 'circle_not_computed', params: { missing: missing.join(', ') } }]);
  }
  const network = await readNetwork(streets.bytes, streets.fileName, context.progress);
  if (!network.ok) return network;
  const order = circleOrder(catalogue, overrides);
  const ground = await groundTogether(
    { network: network.value.network, households, facilities, units },
    { caps: order.caps, weight: null },
    context.progress,
  );
  if (!ground.ok) return ground;
  const runs = await storeCircles(database, ground.value, order, context.progress);
  if (runs.ok) return ok([...network.value.notes, ...(runs.value[0]?.notes ?? [])]);
  // Nothing to walk to is a finding about one indicator, not the end of the others.
  const { code, params } = runs.problem;
  return ok([...network.value.notes, { code, params }]);
}
