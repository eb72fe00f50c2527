/** Reports, maps and files to hand in: made from the result that stands, with every choice kept here. */
import { ok, type Result } from '../../core/result';
import { dayOf, defaultMapOptions, type MapOptions } from '../../core/export/map/map-options';
import type { ResultSummary } from '../../core/export/summary/result-summary';
import type { DocumentsEngine, FilesOrder } from '../../runtime/browser/documents/documents-client';
import type { PolicyEngine } from '../../runtime/browser/policy/policy-client';
import type { Coverage } from './coverage.svelte';
import { save } from './exports.svelte';
import type { Language } from './language.svelte';
import type { Messages } from './messages.svelte';
import type { Policy } from './policy.svelte';
import type { Work } from './work.svelte';

export type DocumentFormat = FilesOrder['format'];

interface Concepts {
  readonly coverage: Coverage;
  readonly policy: Policy;
  readonly language: Language;
  readonly work: Work;
  readonly messages: Messages;
  readonly recompute: () => Promise<void>;
}

export class Documents {
  /** One county alone; null for the whole. */
  countyCode = $state<string | null>(null);
  profile = $state<ResultSummary['profile']>('internal');
  map = $state.raw<MapOptions>({ ...defaultMapOptions, drawnOn: dayOf(Date.now()) });
  #engine: DocumentsEngine;
  #policyEngine: PolicyEngine;
  #concepts: Concepts;

  constructor(engine: DocumentsEngine, policyEngine: PolicyEngine, concepts: Concepts) {
    this.#engine = engine;
    this.#policyEngine = policyEngine;
    this.#concepts = concepts;
  }

  /** Makes a format's files and hands them to the browser as one download. */
  async download(format: DocumentFormat, baseUrl: string): Promise<void> {
    const { work, messages, language } = this.#concepts;
    const summary = await this.#summary();
    const { countyCode, profile, map } = this;
    const made = !summary.ok
      ? summary
      : await work.follow('work.documents', (progress, signal) => {
          progress('write', 0, 0);
          const order = { format, summary: summary.value, countyCode, profile, map, baseUrl };
          return this.#engine.make({ ...order, language: language.current }, signal);
        });
    if (made.ok) {
      messages.settle('export');
      save(made.value.fileName, made.value.blob);
    } else if (made.problem.code !== 'cancelled') {
      messages.addProblem('export', made.problem);
    }
  }

  /** The result as it stands: indicators are evaluated first where nobody has looked at them yet. */
  async #summary(): Promise<Result<ResultSummary>> {
    const { coverage, policy, recompute, work } = this.#concepts;
    if (coverage.isStale) await recompute();
    const option = coverage.option?.name;
    if (policy.answer === null || policy.isStale) await policy.load();
    const part = await this.#policyEngine.resultPart();
    if (!part.ok) return part;
    const summary = await work.follow('work.documents', (progress, signal) =>
      this.#engine.summary(part.value, progress, signal),
    );
    return summary.ok ? ok({ ...summary.value, ...(option && { option }) }) : summary;
  }
}
