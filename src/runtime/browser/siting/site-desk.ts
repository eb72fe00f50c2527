/**
 * What the siting worker does: answers an order over the one city it holds, keeps the answer for
 * whoever looks closer, hands out its files, and checks certificates from the streets up.
 */
import { candidatesCsv, sitesCsv, yearsCsv } from '../../../core/export';
import { ok, problem, type Result } from '../../../core/result';
import { Isochrones } from '../../../core/reach';
import {
  gatherCandidates,
  parseCertificate,
  planYears,
  reachShortfall,
  recommendSites,
  siteParameters,
  verifyCertificate,
  type PlannedYears,
  type ProgramSolver,
  type Recommendation,
} from '../../../core/siting';
import type { ExportedFile } from '../data/figure-data';
import { siteAnswer } from './site-answer';
import { candidatesFileName, groundOf, type OrderedGround, type SiteCity } from './site-ground-of';
import type {
  Catchment,
  OutOfReach,
  PlannedYear,
  SiteFileKind,
  SiteOrder,
  SiteOutcome,
  SiteProgress,
  Verification,
  YearsOrder,
} from './siting-data';

interface Answered extends OrderedGround {
  readonly recommendation: Recommendation;
  years: PlannedYears | null;
}

/** A solver whose work can be given up from outside. */
export interface StoppableSolver extends ProgramSolver {
  stop?(): void;
}

export function createSiteDesk(solver: StoppableSolver) {
  let city: SiteCity | null = null;
  let answered: Answered | null = null;
  let isStopped = false;
  const control = (progress: SiteProgress) => ({
    solver,
    progress,
    reached: (done: number, total: number) => progress({ stage: 'reach', done, total }),
    shouldStop: () => isStopped,
  });

  return {
    open(opened: SiteCity): void {
      city = opened;
      answered = null;
    },

    /** Heights that were read after the city was sent. */
    takeHeights(elevation: SiteCity['elevation']): void {
      if (city !== null) city = { ...city, elevation };
    },

    /** The candidates of an order, to be seen before anything is searched. */
    candidates: ({ choice }: SiteOrder): Result<OrderedGround['places']> =>
      city === null ? problem('nothing_open') : ok(gatherCandidates(city.land, choice)),

    async recommend(order: SiteOrder, progress: SiteProgress): Promise<Result<SiteOutcome>> {
      if (city === null) return problem('nothing_open');
      const startedMs = performance.now();
      isStopped = false;
      const made = groundOf(city, order);
      if (!made.ok) return made;
      const { ground, places } = made.value;
      const about = {
        program: 'carecircle',
        version: city.version,
        inputs: city.inputs,
        scenario: order.scenario,
        within: order.choice.withinUnit,
      };
      const record = siteParameters(ground, about, 1);
      const found = await recommendSites(ground, order.asks, record, control(progress));
      if (!found.ok) {
        if (found.problem.code !== 'siting_target_unreachable') return found;
        const outOfReach: OutOfReach = {
          problem: found.problem,
          shortfalls: order.asks
            .flatMap((ask) => (ask.kind === 'reach_share' ? reachShortfall(ground, ask) : []))
            .map(({ unreachable, ...short }) => ({
              ...short,
              unreachableUnits: unitsOnPage(city!, unreachable),
            })),
        };
        return ok({ kind: 'out_of_reach', outOfReach });
      }
      answered = { ground, places, recommendation: found.value, years: null };
      const unitOnPage = (unit: number) => unitsOnPage(city!, [ground.units.codes[unit]])[0];
      const answer = siteAnswer(made.value, found.value, order, unitOnPage);
      const elapsedMs = performance.now() - startedMs;
      return ok({ kind: 'answer', answer: { ...answer, wasStopped: isStopped, elapsedMs } });
    },

    /** Ends the search with the best found so far. */
    stop(): void {
      isStopped = true;
      solver.stop?.();
    },

    catchment(id: string): Result<Catchment> {
      const n = answered?.places.findIndex((place) => place.id === id) ?? -1;
      if (answered === null || n < 0) return problem('nothing_open');
      const { candidatePoints, judged, options, tables } = answered.ground;
      const { edge, alongCm, doorCm } = candidatePoints;
      const point = { edge: [edge[n]], alongCm: [alongCm[n]], doorCm: [doorCm[n]] };
      const isochrones = judged
        ? new Isochrones(judged.network, { judged })
        : new Isochrones(tables.network);
      const [area] = isochrones.around(point, [options.minutes], options.speedMS);
      return ok({ id, polygon: area.geometry });
    },

    /** The sites of the answer over years. */
    async years(order: YearsOrder, progress: SiteProgress): Promise<Result<PlannedYear[]>> {
      if (answered === null) return problem('nothing_open');
      const { ground, recommendation } = answered;
      isStopped = false;
      const { chosen } = recommendation.certificate;
      const { parameters } = recommendation.certificate;
      const planned = await planYears(ground, chosen, order, parameters, control(progress));
      if (!planned.ok) return planned;
      answered.years = planned.value;
      return ok(
        planned.value.years.map(({ year, opened, spent, reached, bound, ...covered }) => ({
          year: order.firstYear + year - 1,
          opened: opened.map((j) => ground.candidateIds[j]),
          spent,
          people: covered.peopleCovered,
          villages: covered.villagesCovered,
          reached,
          bound,
        })),
      );
    },

    file(kind: SiteFileKind): Result<ExportedFile> {
      if (answered === null) return problem('nothing_open');
      const { ground, recommendation, years } = answered;
      const { facts, certificate } = recommendation;
      if (years === null && kind.startsWith('years')) return problem('nothing_open');
      const files: Record<SiteFileKind, () => [string, Iterable<string>]> = {
        certificate: () => ['certificate.json', [`${JSON.stringify(certificate)}\n`]],
        sites: () => ['sites.csv', sitesCsv(ground, facts)],
        candidates: () => [candidatesFileName, candidatesCsv(ground.tables.candidates)],
        years: () => ['years.csv', yearsCsv(ground, years!.years)],
        years_certificate: () => [
          'years-certificate.json',
          [`${JSON.stringify(years!.certificate)}\n`],
        ],
      };
      const [fileName, chunks] = files[kind]();
      return ok({ fileName, blob: new Blob([...chunks]) });
    },

    /** Recounts everything that a certificate claims, with none of the search's code. */
    async verify(order: SiteOrder, text: string): Promise<Result<Verification>> {
      if (city === null) return problem('nothing_open');
      const startedMs = performance.now();
      const certificate = parseCertificate(text);
      if (certificate === null) return problem('certificate_unreadable', { file: '' });
      const made = groundOf(city, order);
      if (!made.ok) return made;
      const { accepted, refusals, objective, bound } = await verifyCertificate(
        certificate,
        made.value.ground,
        solver,
      );
      const elapsedMs = performance.now() - startedMs;
      return ok({ accepted, refusals, objective, bound, elapsedMs });
    },
  };
}

export type SiteDesk = ReturnType<typeof createSiteDesk>;

/** Indices of the page's units, which are the rows of the whole table. */
function unitsOnPage({ tables }: SiteCity, codes: readonly string[]): number[] {
  const { units } = tables;
  const column = units?.columns.unit_code;
  if (column?.kind !== 'text' && column?.kind !== 'dictionary') return [];
  const all =
    column.kind === 'text' ? column.values : Array.from(column.codes, (c) => column.words[c]);
  return codes.map((code) => all.indexOf(code));
}
