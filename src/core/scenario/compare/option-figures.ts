/**
 * What an option comes to, from its own full run and that of the facilities as they are: people, cost,
 * minutes, villages, and how evenly towns are served. Sums are whole numbers; what cannot be told is
 * null, never 0.
 */
import { sortedIndices } from '../../geo';
import type { ImportedTable } from '../../import';
import { CoverageState, isJudged, type CoverageRun, type PopulationGroup } from '../../reach';
import { facilitiesByUnit, onFootMeter, policyMeter, type Meter } from '../live/village-meters';
import { sitesOf, type Scenario } from '../scenario';
import { townEquity, type TownEquity } from './town-equity';

/** Told apart among those newly covered. */
export const comparedGroups = [
  'age_60_plus',
  'age_80_plus',
  'living_alone',
  'dependent',
] as const satisfies readonly PopulationGroup[];

export interface OptionFigures {
  /** Null is the facilities as they are. */
  readonly optionId: string | null;
  readonly name: string | null;
  readonly newSites: number;
  readonly correctedFacilities: number;
  /** Of 60+; of persons, or households, where ages are unknown. */
  readonly group: PopulationGroup;
  readonly people: Meter;
  /** More covered than as it is (less where negative), by group. */
  readonly newlyCovered: Readonly<Partial<Record<PopulationGroup, number>>>;
  /** Null where a site has no cost. */
  readonly cost10kYuan: number | null;
  readonly sitesWithoutCost: number;
  /** Whole yuan for each person newly covered, rounded up; null without either. */
  readonly yuanPerPerson: number | null;
  /** Over people of the group who can reach a facility; and over all with a place of their own. */
  readonly meanMinutes: number | null;
  readonly p95Minutes: number | null;
  readonly policyVillages: Meter;
  readonly onFootVillages: Meter | null;
  readonly equity: TownEquity | null;
}

export function optionFigures(
  run: CoverageRun,
  baseline: CoverageRun,
  scenario: Scenario | null,
  services: ImportedTable | undefined,
): OptionFigures {
  const { units, facilities, population } = run.ground;
  const group = comparedGroup(run);
  const sites = scenario ? sitesOf(scenario).filter(({ isChosen }) => isChosen) : [];
  const corrected = new Set(
    scenario?.changes.flatMap((change) => (change.kind === 'add' ? [] : [change.facilityId])),
  );
  const newlyCovered: Partial<Record<PopulationGroup, number>> = {};
  for (const name of [group, ...comparedGroups]) {
    if (population[name]) {
      newlyCovered[name] = everybody(run, name).reached - everybody(baseline, name).reached;
    }
  }
  const sitesWithoutCost = sites.filter(({ cost10kYuan }) => cost10kYuan === null).length;
  // In hundredths, so that sums of what people wrote are exact.
  const costHundredths = sites.reduce(
    (sum, site) => sum + Math.round(100 * (site.cost10kYuan ?? 0)),
    0,
  );
  const gained = newlyCovered[group] ?? 0;
  return {
    optionId: scenario?.id ?? null,
    name: scenario?.name ?? null,
    newSites: sites.length,
    correctedFacilities: corrected.size,
    group,
    people: everybody(run, group),
    newlyCovered,
    cost10kYuan: sitesWithoutCost > 0 ? null : costHundredths / 100,
    sitesWithoutCost,
    yuanPerPerson:
      sitesWithoutCost > 0 || costHundredths === 0 || gained <= 0
        ? null
        : Math.ceil((costHundredths * 100) / gained),
    ...walkMinutes(run, group),
    policyVillages: policyMeter(units, facilitiesByUnit(units, facilities, services)),
    onFootVillages: onFootMeter(units, run.sums),
    equity: townEquity(run, group),
  };
}

/** 60+ where ages are known, else persons, else households. */
export function comparedGroup({ ground }: CoverageRun): PopulationGroup {
  const known = (['age_60_plus', 'persons'] as const).find((group) => ground.population[group]);
  return known ?? 'households';
}

/** Nobody of nobody where nobody has a place on the map. */
function everybody(run: CoverageRun, group: PopulationGroup): Meter {
  const sums = run.sums[group];
  const meter = { reached: 0, total: 0 };
  run.ground.units.parent.forEach((above, unit) => {
    if (above >= 0 || !sums || !isJudged(sums, unit)) return;
    meter.reached += sums.covered[unit];
    meter.total += sums.total[unit];
  });
  return meter;
}

/**
 * Mean over people who reach a facility at all; the 95th percentile over all who have a place of their
 * own, those who reach none counting as infinitely far (then null if they are more than 5 %).
 */
function walkMinutes(run: CoverageRun, group: PopulationGroup) {
  const { costCm } = run.walks;
  const people = run.ground.population[group]!.values;
  const cmPerMinute = run.parameters.speedMS * 6000;
  const rows: number[] = [];
  let all = 0;
  let walking = 0;
  let sumCm = 0;
  for (let i = 0; i < costCm.length; i++) {
    if (people[i] === 0 || run.states[i] === CoverageState.notLocated) continue;
    all += people[i];
    if (costCm[i] < 0) continue;
    rows.push(i);
    walking += people[i];
    sumCm += people[i] * costCm[i];
  }
  const order = sortedIndices(Uint32Array.from(rows, (i) => costCm[i]));
  let passed = 0;
  let p95Cm = -1;
  for (const at of order) {
    passed += people[rows[at]];
    if (100 * passed < 95 * all) continue;
    p95Cm = costCm[rows[at]];
    break;
  }
  return {
    meanMinutes: walking === 0 ? null : sumCm / walking / cmPerMinute,
    p95Minutes: p95Cm < 0 ? null : p95Cm / cmPerMinute,
  };
}
