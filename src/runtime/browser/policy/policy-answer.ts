/** An evaluation as it crosses to the page: words ready to show, the city and its counties. */
import { changeLines } from '../../../core/export';
import {
  fullWidthPunctuation,
  quoteLine,
  ruleAt,
  type ComparedUnit,
  type Evaluation,
  type IndicatorResult,
  type UnitResult,
} from '../../../core/indicators';
import type { Note } from '../../../core/result';
import type { PolicyAnswer, PolicyIndicator, PolicyUnit, TownChoice } from '../data/policy-data';

/** By indicator and unit, "id code"; null where nothing is compared. */
export type Compared = ReadonlyMap<string, ComparedUnit> | null;

export function comparedUnits(
  indicatorId: string,
  units: readonly UnitResult[],
  compared: Compared,
): PolicyUnit[] {
  return units.map((unit) => ({
    ...unit,
    compared: compared?.get(`${indicatorId} ${unit.unitCode}`) ?? null,
  }));
}

export function policyAnswer(
  evaluation: Evaluation,
  notes: readonly Note[],
  compared: Compared,
): Omit<PolicyAnswer, 'elapsedMs'> {
  const { catalogue, divisions, asOf, indicators, subdistricts, centralTowns } = evaluation;
  const published = new Map(catalogue.indicators.map((entry) => [entry.id, entry]));
  return {
    title: catalogue.title,
    policy: catalogue.policy,
    divisions,
    asOf,
    indicators: indicators.map((result) => {
      const { target, interpretation, alternatives } = published.get(result.entry.id)!;
      return {
        ...indicator(result, target, compared),
        interpretations: [interpretation, ...alternatives],
      };
    }),
    dates: evaluation.dates,
    isCompared: compared !== null,
    subdistricts,
    centralTowns,
    towns: townChoices(evaluation),
    notes: [...notes, ...evaluation.notes],
  };
}

function indicator(
  result: IndicatorResult,
  publishedTarget: number | null,
  compared: Compared,
): Omit<PolicyIndicator, 'interpretations'> {
  const { entry, interpretation, changes, query, units, beside } = result;
  const types = query.parameters['counted_types'];
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    quote: quoteLine(entry.quotes),
    clause: fullWidthPunctuation(entry.clause),
    numerator: entry.numerator,
    denominator: entry.denominator,
    numeratorScale: entry.numerator_scale,
    valueFactor: entry.value_factor,
    publishedTarget,
    target: entry.target,
    targetYear: entry.target_year,
    softWording: entry.soft_wording,
    rules: {
      city: ruleAt(entry, 'city'),
      county: ruleAt(entry, 'county'),
      town: ruleAt(entry, 'town'),
      village: ruleAt(entry, 'village'),
    },
    interpretation,
    countedTypes:
      typeof types === 'string'
        ? types.split(',')
        : ((entry.parameters['counted_types'] as readonly string[] | undefined) ?? null),
    snapLimits: snapLimits(result),
    usesCentralTowns: 'central_towns' in query.parameters,
    changes,
    changeTexts: {
      zh: changeLines({ entry, changes }, 'zh'),
      en: changeLines({ entry, changes }, 'en'),
    },
    query,
    failing: entry.failing,
    units: comparedUnits(entry.id, units.filter(isUpper), compared),
    beside: beside.map(({ companion, measurement, units: figures }) => ({
      id: companion.id,
      name: companion.name,
      meaning: { zh: companion.zh, en: companion.en },
      unit: measurement.unit,
      numeratorScale: measurement.numerator_scale,
      units: figures.filter(isUpper),
    })),
  };
}

function snapLimits({ parameters }: IndicatorResult): PolicyIndicator['snapLimits'] {
  const { town_max_snap_m: town, village_max_snap_m: village } = parameters;
  return typeof town === 'number' && typeof village === 'number'
    ? { townMaxSnapM: town, villageMaxSnapM: village }
    : null;
}

function isUpper({ level }: UnitResult): boolean {
  return level === 'city' || level === 'county';
}

function townChoices({ units }: Evaluation): TownChoice[] {
  const names = new Map(units.map((unit) => [unit.unitCode, unit.name]));
  return units
    .filter(({ kind }) => kind === 'town' || kind === 'township')
    .map(({ unitCode, name, parentCode }) => ({
      unitCode,
      name,
      countyName: names.get(parentCode ?? '') ?? '',
    }));
}
