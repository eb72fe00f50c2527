/**
 * By what the policy is read: its own targets, readings and lists, or the user's over them. Plain
 * immutable values, so that undo is a list of them.
 */
import type { Catalogue, Divisions, Overrides } from '../../runtime/browser/data/policy-data';

export interface PolicySettings {
  /** Null is Sanming's own. */
  readonly catalogue: Catalogue | null;
  readonly catalogueName: string | null;
  /** Null is as the data says. */
  readonly divisions: Divisions | null;
  readonly overrides: Overrides;
}

export const ownSettings: PolicySettings = {
  catalogue: null,
  catalogueName: null,
  divisions: null,
  overrides: {},
};

export class PolicyHistory {
  #past = $state.raw<readonly PolicySettings[]>([]);
  #present = $state.raw<PolicySettings>(ownSettings);
  #future = $state.raw<readonly PolicySettings[]>([]);

  get present(): PolicySettings {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  put(settings: PolicySettings): void {
    this.#past = [...this.#past, this.#present];
    this.#present = settings;
    this.#future = [];
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#future = [this.#present, ...this.#future];
    this.#present = before;
    this.#past = this.#past.slice(0, -1);
  }

  redo(): void {
    const [after, ...rest] = this.#future;
    if (after === undefined) return;
    this.#past = [...this.#past, this.#present];
    this.#present = after;
    this.#future = rest;
  }
}

/** One indicator's target; undefined gives the policy's own back. */
export function withTarget(
  overrides: Overrides,
  id: string,
  target: number | null | undefined,
): Overrides {
  return { ...overrides, targets: withEntry(overrides.targets, id, target) };
}

export function withReading(overrides: Overrides, id: string, reading: string): Overrides {
  return { ...overrides, interpretations: withEntry(overrides.interpretations, id, reading) };
}

/** Facility types that count for one indicator; undefined gives its own list back. */
export function withTypes(
  overrides: Overrides,
  id: string,
  types: readonly string[] | undefined,
): Overrides {
  return withParameters(overrides, id, { counted_types: types });
}

/** How far a door may lie from its street, in metres; undefined gives the published limit back. */
export function withLimits(
  overrides: Overrides,
  id: string,
  limits: { readonly town_max_snap_m?: number; readonly village_max_snap_m?: number },
): Overrides {
  return withParameters(overrides, id, limits);
}

function withParameters(
  overrides: Overrides,
  id: string,
  changed: Readonly<Record<string, number | readonly string[] | undefined>>,
): Overrides {
  let own: NonNullable<Overrides['parameters']>[string] = overrides.parameters?.[id] ?? {};
  for (const [name, value] of Object.entries(changed)) own = withEntry(own, name, value);
  const given = Object.keys(own).length === 0 ? undefined : own;
  return { ...overrides, parameters: withEntry(overrides.parameters, id, given) };
}

export function withCentralTowns(
  overrides: Overrides,
  codes: readonly string[] | undefined,
): Overrides {
  return { ...overrides, shared: withEntry(overrides.shared, 'central_towns', codes) };
}

/** One indicator as the policy has it. */
export function withoutIndicator(overrides: Overrides, id: string): Overrides {
  return {
    ...overrides,
    targets: withEntry(overrides.targets, id, undefined),
    interpretations: withEntry(overrides.interpretations, id, undefined),
    parameters: withEntry(overrides.parameters, id, undefined),
  };
}

function withEntry<T>(
  entries: Readonly<Record<string, T>> | undefined,
  name: string,
  value: T | undefined,
): Record<string, T> {
  const others = Object.entries(entries ?? {}).filter(([other]) => other !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}
