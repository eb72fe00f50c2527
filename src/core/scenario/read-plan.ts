/**
 * A plan out of a file: every field is looked at before it is believed. Problem: `plan_field` with the
 * path of what is wrong, such as `options[0].changes[2].lon`.
 */
import { isOnGlobe } from '../geo';
import { ok, problem, type Result } from '../result';
import { facilityStatuses, facilityTypes } from '../store/tables';
import {
  buildingModes,
  siteOrigins,
  type Change,
  type Plan,
  type PlannedSite,
  type Scenario,
} from './scenario';

const MOST_OPTIONS = 50;
const MOST_CHANGES = 20_000;

/** Says where reading stopped; never leaves this file. */
class Wrong extends Error {}

export function readPlan(value: unknown): Result<Plan> {
  try {
    const { options, reason } = object(value, 'plan');
    const read = list(options, 'options', MOST_OPTIONS).map(readOption);
    noneTwice(
      read.map(({ id }) => id),
      'options',
    );
    return ok({ options: read, reason: reason === undefined ? '' : text(reason, 'reason') });
  } catch (error) {
    if (error instanceof Wrong) return problem('plan_field', { field: error.message });
    throw error;
  }
}

function readOption(value: unknown, at: number): Scenario {
  const path = `options[${at}]`;
  const { id, name, changes } = object(value, path);
  const read = list(changes, `${path}.changes`, MOST_CHANGES).map((change, i) =>
    readChange(change, `${path}.changes[${i}]`),
  );
  noneTwice(
    read.map((change) =>
      change.kind === 'add' ? `add ${change.site.id}` : `${change.kind} ${change.facilityId}`,
    ),
    `${path}.changes`,
  );
  return { id: text(id, `${path}.id`), name: text(name, `${path}.name`), changes: read };
}

function readChange(value: unknown, path: string): Change {
  const given = object(value, path);
  if (given.kind === 'add') return { kind: 'add', site: readSite(given.site, `${path}.site`) };
  const facilityId = text(given.facilityId, `${path}.facilityId`);
  switch (given.kind) {
    case 'close':
      return { kind: 'close', facilityId };
    case 'move':
      return { kind: 'move', facilityId, ...place(given, path), unitCode: unit(given, path) };
    case 'change': {
      const { type, status, capacityPersons } = given;
      return {
        kind: 'change',
        facilityId,
        ...(type === undefined ? {} : { type: oneOf(type, facilityTypes, `${path}.type`) }),
        ...(status === undefined
          ? {}
          : { status: oneOf(status, facilityStatuses, `${path}.status`) }),
        ...(capacityPersons === undefined
          ? {}
          : { capacityPersons: count(capacityPersons, `${path}.capacityPersons`) }),
      };
    }
    default:
      throw new Wrong(`${path}.kind`);
  }
}

function readSite(value: unknown, path: string): PlannedSite {
  const given = object(value, path);
  const { cost10kYuan: cost, buildingMode: mode, originId } = given;
  if (cost !== null && !(typeof cost === 'number' && cost >= 0 && cost < 1e9)) {
    throw new Wrong(`${path}.cost10kYuan`);
  }
  if (typeof given.isChosen !== 'boolean') throw new Wrong(`${path}.isChosen`);
  return {
    id: text(given.id, `${path}.id`),
    name: text(given.name, `${path}.name`),
    type: oneOf(given.type, facilityTypes, `${path}.type`),
    ...place(given, path),
    unitCode: unit(given, path),
    capacityPersons: count(given.capacityPersons, `${path}.capacityPersons`),
    cost10kYuan: cost,
    year: count(given.year, `${path}.year`),
    buildingMode: mode === null ? null : oneOf(mode, buildingModes, `${path}.buildingMode`),
    isChosen: given.isChosen,
    origin: oneOf(given.origin, siteOrigins, `${path}.origin`),
    originId: originId === null ? null : text(originId, `${path}.originId`),
  };
}

type Given = Readonly<Record<string, unknown>>;

function object(value: unknown, path: string): Given {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Wrong(path);
  return value as Given;
}

function list(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new Wrong(path);
  return value;
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string' || value.length > 2000) throw new Wrong(path);
  return value;
}

function oneOf<T extends string>(value: unknown, codes: readonly T[], path: string): T {
  const found = codes.find((code) => code === value);
  if (found === undefined) throw new Wrong(path);
  return found;
}

/** A whole number from 0, or null. */
function count(value: unknown, path: string): number | null {
  if (value === null) return null;
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 2e9) {
    throw new Wrong(path);
  }
  return value as number;
}

function place(given: Given, path: string): { lon: number; lat: number } {
  const { lon, lat } = given;
  if (typeof lon !== 'number' || typeof lat !== 'number' || !isOnGlobe(lon, lat)) {
    throw new Wrong(`${path}.lon`);
  }
  return { lon, lat };
}

function unit(given: Given, path: string): string | null {
  return given.unitCode === null ? null : text(given.unitCode, `${path}.unitCode`);
}

function noneTwice(names: readonly string[], path: string): void {
  if (new Set(names).size !== names.length) throw new Wrong(path);
}
