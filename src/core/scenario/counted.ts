/** What of an option changes anybody's walk: names, costs, years and sites only considered do not. */
import type { Scenario } from './scenario';

/** Whether two options leave the same facilities standing; null is the facilities as they are. */
export function countTheSame(a: Scenario | null, b: Scenario | null): boolean {
  return a === b || counted(a) === counted(b);
}

function counted(scenario: Scenario | null): string {
  const told = (scenario?.changes ?? []).flatMap((change): object[] => {
    if (change.kind !== 'add') return [change];
    const { id, type, lon, lat, unitCode, isChosen } = change.site;
    return isChosen ? [{ kind: 'add', id, type, lon, lat, unitCode }] : [];
  });
  return JSON.stringify(told);
}
