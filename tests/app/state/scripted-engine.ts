/** An engine that answers as a test tells it to, so that the state classes can be watched alone. */
import type { Engine } from '../../../src/runtime/browser/engine-client';
import { problem, type Result } from '../../../src/core/result';
import type { CityData, Unit } from '../../../src/runtime/browser/data/page-data';
import type {
  CoverageParameters,
  CoverageResult,
} from '../../../src/runtime/browser/data/coverage-data';
import { defaultParameters } from '../../../src/runtime/browser/data/default-parameters';

export type Answers = Partial<Engine>;

export function scriptedEngine(answers: Answers): Engine {
  const refuse = () => Promise.resolve(problem('nothing_open'));
  return {
    open: refuse,
    coverage: refuse,
    circle: refuse,
    householdPeople: refuse,
    householdDetail: refuse,
    unitDetail: refuse,
    besideCoverage: refuse,
    vehicleLayer: refuse,
    uncoveredVillages: refuse,
    explainFigure: refuse,
    checkFigure: refuse,
    exportTable: refuse,
    spellingsOf: refuse,
    analysis: {
      open: refuse,
      arrange: refuse,
      page: refuse,
      position: refuse,
      values: refuse,
      points: refuse,
      household: refuse,
      file: refuse,
      schema: refuse,
    },
    policy: {
      evaluate: refuse,
      openEarlier: refuse,
      townsWithin: refuse,
      resultPart: refuse,
      unitsBelow: refuse,
      rows: refuse,
      failing: refuse,
      file: refuse,
      readCatalogue: refuse,
    },
    documents: { summary: refuse, sensitivity: refuse, make: refuse, shown: refuse },
    project: {
      file: refuse,
      read: refuse,
      isOf: () => false,
      keep: () => Promise.resolve(),
      kept: () => Promise.resolve(null),
      clear: () => Promise.resolve(),
    },
    scenario: {
      open: refuse,
      hold: refuse,
      release: refuse,
      sources: refuse,
      unitAt: refuse,
      compare: refuse,
      picture: refuse,
      ledger: refuse,
    },
    siting: {
      candidates: refuse,
      recommend: refuse,
      years: refuse,
      catchment: refuse,
      file: refuse,
      verify: refuse,
    },
    join: refuse,
    undoJoin: refuse,
    changedRows: refuse,
    changesFile: refuse,
    lendPlaces: () => undefined,
    close: () => undefined,
    ...answers,
  };
}

/** A promise and the way to settle it from outside. */
export function later<T>(): { promise: Promise<Result<T>>; settle: (result: Result<T>) => void } {
  let settle: (result: Result<T>) => void = () => undefined;
  const promise = new Promise<Result<T>>((resolve) => (settle = resolve));
  return { promise, settle };
}

const unit = (
  index: number,
  code: string,
  name: string,
  level: Unit['level'],
  parentIndex: number,
): Unit => ({
  index,
  code,
  name,
  level,
  kind: null,
  parentIndex,
  lon: null,
  lat: null,
  isCentralTown: null,
  asOf: null,
  source: null,
});

export function smallCity(title: string): CityData {
  return {
    info: {
      origin: 'files',
      title,
      asOf: null,
      divisions: null,
      isGenerated: false,
      isEstimated: false,
      files: [],
    },
    units: [
      unit(0, '350400000000', '三明市', 'city', -1),
      unit(1, '350421000000', '明溪县', 'county', 0),
      unit(2, '350421100000', '雪峰镇', 'town', 1),
      unit(3, '350421100200', '城西村', 'village', 2),
    ],
    facilities: [],
    households: {
      count: 0,
      positions: new Float32Array(0),
      unitIndex: new Int32Array(0),
      age60Plus: new Uint16Array(0),
    },
    streets: [],
    network: { vertexCount: 0, edgeCount: 0, lengthKm: 0, componentCount: 0, largestShare: 0 },
    areas: [],
    notes: [],
  };
}

export function resultFor(parameters: CoverageParameters, covered = 0): CoverageResult {
  const counts = { total: 3, covered, notConnected: 0, notLocated: 0 };
  const empty = { total: 0, covered: 0, notConnected: 0, notLocated: 0 };
  return {
    parameters,
    householdState: new Uint8Array(0),
    householdTimeS: new Float32Array(0),
    householdFacility: new Int32Array(0),
    units: [
      {
        unitIndex: 0,
        counts: {
          households: counts,
          persons: null,
          age_60_plus: counts,
          age_65_plus: empty,
          age_80_plus: null,
          living_alone: null,
        },
        medianMinutes: null,
        p90Minutes: null,
        rate60Plus: null,
      },
    ],
    facilityCounts: new Uint8Array(0),
    notes: [],
    elapsedMs: 1,
  };
}

export { defaultParameters };
