/**
 * What the engine's worker answers about siting: it passes orders on to a worker of siting's own, so
 * that the map stays quick while sites are searched, and sends it the city when somebody first asks.
 */
import { proxy, wrap, type Remote } from 'comlink';
import { ok, problem, type Result } from '../../../core/result';
import type { CandidatePlace } from '../../../core/siting';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import type { CoverageParameters } from '../data/coverage-data';
import type { ExportedFile } from '../data/figure-data';
import { engineFailed } from '../worker-call';
import { siteCity } from './site-city';
import type { SitingApi } from './siting.worker';
import type {
  Catchment,
  PlannedYear,
  SiteFileKind,
  SiteOrder,
  SiteOutcome,
  SiteProgress,
  Verification,
  YearsOrder,
} from './siting-data';

type Answer<T> = Promise<Result<T>>;

interface SitingWorker {
  readonly api: Remote<SitingApi>;
  /** Heights it holds: the city's own may have come later. */
  elevation: OpenCity['elevation'];
  /** Resolves, with a problem, only if the worker cannot go on. */
  readonly broken: Answer<never>;
  end(): void;
}

export function createSitingEngineApi(
  openCity: () => OpenCity | null,
  cancellations: Cancellations,
) {
  let searching: { readonly city: OpenCity; readonly started: Answer<SitingWorker> } | null = null;

  function giveUp(): void {
    void searching?.started.then((worker) => worker.ok && worker.value.end());
    searching = null;
  }

  /** The worker that keeps the last answer; questions asked while it starts wait for the same one. */
  async function withWorker<T>(
    ask: (api: Remote<SitingApi>) => Answer<T>,
    walking?: CoverageParameters,
  ): Answer<T> {
    const city = openCity();
    if (city === null) return problem('nothing_open');
    const prepared = walking ? await city.prepare(walking, () => undefined) : ok(null);
    if (!prepared.ok) return prepared;
    if (searching?.city !== city) {
      giveUp();
      searching = { city, started: startWorker(city) };
    }
    const asked = searching;
    const worker = await asked.started;
    if (worker.ok && worker.value.elevation !== city.elevation) {
      worker.value.elevation = city.elevation;
      await worker.value.api.takeHeights(city.elevation);
    }
    const answer = worker.ok
      ? await Promise.race([ask(worker.value.api).catch(engineFailed), worker.value.broken])
      : worker;
    if (!answer.ok && answer.problem.code === 'engine_failed' && searching === asked) giveUp();
    return answer;
  }

  return {
    sitingCandidates: (order: SiteOrder): Answer<readonly CandidatePlace[]> =>
      withWorker((api) => api.candidates(order)),

    /** Giving up keeps the best found: the answer comes all the same. */
    sitingRecommendation: (
      order: SiteOrder,
      token: number,
      progress: SiteProgress,
    ): Answer<SiteOutcome> =>
      withWorker((api) => {
        cancellations.onCancel(token, () => void api.stop());
        return api.recommend(
          order,
          proxy((state) => void progress(state)),
        );
      }, order.walking),

    sitingYears: (
      order: YearsOrder,
      token: number,
      progress: SiteProgress,
    ): Answer<readonly PlannedYear[]> =>
      withWorker((api) => {
        cancellations.onCancel(token, () => void api.stop());
        return api.years(
          order,
          proxy((state) => void progress(state)),
        );
      }),

    sitingCatchment: (id: string): Answer<Catchment> => withWorker((api) => api.catchment(id)),

    sitingFile: (kind: SiteFileKind): Answer<ExportedFile> => withWorker((api) => api.file(kind)),

    /** In a worker of its own, which has seen nothing of the search; giving up ends it. */
    async sitingVerification(
      order: SiteOrder,
      certificate: string,
      token: number,
    ): Answer<Verification> {
      const city = openCity();
      if (city === null) return problem('nothing_open');
      const prepared = await city.prepare(order.walking, () => undefined);
      if (!prepared.ok) return prepared;
      const started = await startWorker(city);
      if (!started.ok) return started;
      const { api, broken, end } = started.value;
      const given = new Promise<Result<never>>((resolve) => {
        cancellations.onCancel(token, () => resolve(problem('cancelled')));
      });
      const verified = api.verify(order, certificate).catch(engineFailed);
      const answer = await Promise.race([verified, broken, given]);
      end();
      return answer;
    },
  };
}

async function startWorker(city: OpenCity): Answer<SitingWorker> {
  const sent = siteCity(city);
  if (!sent.ok) return sent;
  const worker = new Worker(new URL('./siting.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<Result<never>>((resolve) => {
    worker.addEventListener('error', (event) => resolve(engineFailed(event.message)));
  });
  const api = wrap<SitingApi>(worker);
  const end = () => worker.terminate();
  const opened = await Promise.race([api.open(sent.value).then(ok, engineFailed), broken]);
  if (opened.ok) return ok({ api, broken, end, elevation: city.elevation });
  end();
  return opened;
}
