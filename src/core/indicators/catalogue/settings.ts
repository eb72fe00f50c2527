/**
 * What a run uses: the catalogue as published, with the user's targets, readings and lists over it, and
 * a record of every difference, since every output must say what was changed.
 */
import { measures } from '../measures';
import type {
  Catalogue,
  Change,
  IndicatorEntry,
  Interpretation,
  Parameters,
  ParameterValue,
} from '../types';

export interface Overrides {
  /** By indicator; null takes a target away. */
  readonly targets?: Readonly<Record<string, number | null>>;
  /** By indicator: the id of an alternative. */
  readonly interpretations?: Readonly<Record<string, string>>;
  /** By indicator: parameters over all others. */
  readonly parameters?: Readonly<Record<string, Parameters>>;
  /** Parameters of every indicator: counted_statuses, central_towns. */
  readonly shared?: Parameters;
}

export interface EffectiveEntry {
  readonly entry: IndicatorEntry;
  readonly interpretation: Interpretation;
  readonly parameters: Parameters;
  readonly changes: readonly Change[];
}

/** One entry as this run uses it; an unknown interpretation id falls back to the chosen one. */
export function effectiveEntry(
  catalogue: Catalogue,
  entry: IndicatorEntry,
  overrides: Overrides = {},
): EffectiveEntry {
  const changes: Change[] = [];
  const wanted = overrides.interpretations?.[entry.id];
  const interpretation =
    entry.alternatives.find((alternative) => alternative.id === wanted) ?? entry.interpretation;
  if (interpretation.id !== entry.interpretation.id) {
    changes.push({
      what: 'interpretation',
      name: 'interpretation',
      from: entry.interpretation.id,
      to: interpretation.id,
    });
  }
  const target = overrides.targets?.[entry.id];
  const hasTarget = target !== undefined && target !== entry.target;
  if (hasTarget) changes.push({ what: 'target', name: 'target', from: entry.target, to: target });
  const own = overrides.parameters?.[entry.id] ?? {};
  const published: Parameters = {
    ...catalogue.parameters,
    ...entry.parameters,
    ...entry.interpretation.parameters,
  };
  const parameters: Parameters = {
    ...published,
    ...overrides.shared,
    ...interpretation.parameters,
    ...own,
  };
  const shared = Object.entries(overrides.shared ?? {}).filter(([name]) =>
    reads(entry, parameters, name),
  );
  for (const [name, to] of [...shared, ...Object.entries(own)]) {
    const from = published[name] ?? null;
    if (!isSame(from, to)) changes.push({ what: 'parameter', name, from, to });
  }
  return {
    entry: hasTarget ? { ...entry, target, operator: entry.operator ?? '>=' } : entry,
    interpretation,
    parameters,
    changes,
  };
}

/** Whether a list shared by all can touch this indicator, or a figure beside it. */
function reads(entry: IndicatorEntry, parameters: Parameters, name: string): boolean {
  if (name === 'central_towns' && parameters['scope'] === 'subdistrict') return false;
  return [entry.measure, ...entry.beside.map(({ measure }) => measure ?? entry.measure)].some(
    (measure) => measures[measure].sql.includes(`$${name}`),
  );
}

function isSame(a: ParameterValue, b: ParameterValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
