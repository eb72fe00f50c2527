/** Edits of options and plans: each returns a new value, or the same one where nothing differs. */
import type { Change, Correction, Plan, PlannedSite, Scenario } from './scenario';

/** Puts sites into an option; one whose id is there already takes the place of the other. */
export function withSites(scenario: Scenario, sites: readonly PlannedSite[]): Scenario {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const kept = scenario.changes.map((change): Change => {
    const site = change.kind === 'add' ? byId.get(change.site.id) : undefined;
    if (site === undefined) return change;
    byId.delete(site.id);
    return { kind: 'add', site };
  });
  const added = [...byId.values()].map((site): Change => ({ kind: 'add', site }));
  return { ...scenario, changes: [...kept, ...added] };
}

export function withoutSites(scenario: Scenario, ids: readonly string[]): Scenario {
  const changes = scenario.changes.filter(
    (change) => change.kind !== 'add' || !ids.includes(change.site.id),
  );
  return changes.length === scenario.changes.length ? scenario : { ...scenario, changes };
}

/**
 * Corrects a facility; an earlier correction of the same kind is replaced, for `change` completed. A
 * field given as undefined is as in the data again.
 */
export function withCorrection(scenario: Scenario, correction: Correction): Scenario {
  const isSame = (change: Change) =>
    change.kind === correction.kind && change.facilityId === correction.facilityId;
  const earlier = scenario.changes.find(isSame);
  const merged = earlier ? ({ ...earlier, ...correction } as Correction) : correction;
  const others = scenario.changes.filter((change) => !isSame(change));
  return { ...scenario, changes: saysNothing(merged) ? others : [...others, merged] };
}

/** What was changed and put back to what it was. */
function saysNothing(correction: Correction): boolean {
  if (correction.kind !== 'change') return false;
  const { type, status, capacityPersons } = correction;
  return [type, status, capacityPersons].every((value) => value === undefined);
}

/** Takes back corrections of a facility: all of them, or those of one kind. */
export function withoutCorrection(
  scenario: Scenario,
  facilityId: string,
  kind?: Correction['kind'],
): Scenario {
  const changes = scenario.changes.filter(
    (change) =>
      change.kind === 'add' ||
      change.facilityId !== facilityId ||
      (kind !== undefined && change.kind !== kind),
  );
  return changes.length === scenario.changes.length ? scenario : { ...scenario, changes };
}

/** Puts an option into a plan: in place of the one with its id, else at the end. */
export function withOption(plan: Plan, option: Scenario): Plan {
  const isThere = plan.options.some(({ id }) => id === option.id);
  const options = isThere
    ? plan.options.map((one) => (one.id === option.id ? option : one))
    : [...plan.options, option];
  return { ...plan, options };
}

export function withoutOption(plan: Plan, id: string): Plan {
  return { ...plan, options: plan.options.filter((option) => option.id !== id) };
}

/** An id of this kind that no option and no site of the plan has: `option-3`, `site-12`. */
export function freeId(plan: Plan, kind: 'option' | 'site'): string {
  const numbers = plan.options.flatMap((option) =>
    kind === 'option'
      ? [numberIn(option.id)]
      : option.changes.map((change) => (change.kind === 'add' ? numberIn(change.site.id) : 0)),
  );
  return `${kind}-${Math.max(0, ...numbers) + 1}`;
}

function numberIn(id: string): number {
  const digits = /^(?:option|site)-(\d{1,9})$/.exec(id);
  return digits ? Number(digits[1]) : 0;
}
