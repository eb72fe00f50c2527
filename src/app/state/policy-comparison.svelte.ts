/**
 * What the policy's figures stand beside: the facilities as they are while an option of the plan is in
 * view, an earlier date of the same data, or another folder of data.
 */
import type { PolicyEngine } from '../../runtime/browser/policy/policy-client';
import type { EarlierData, PolicyOther } from '../../runtime/browser/data/policy-data';
import type { Messages } from './messages.svelte';
import type { Work } from './work.svelte';

const baseline: PolicyOther = { kind: 'baseline' };

export class PolicyComparison {
  #engine: PolicyEngine;
  #work: Work;
  #messages: Messages;
  #other = $state.raw<PolicyOther | null>(baseline);
  #earlier = $state.raw<EarlierData | null>(null);

  constructor(engine: PolicyEngine, work: Work, messages: Messages) {
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
  }

  get other(): PolicyOther | null {
    return this.#other;
  }

  /** The second folder that is open. */
  get earlier(): EarlierData | null {
    return this.#earlier;
  }

  choose(other: PolicyOther | null): void {
    this.#other = other;
  }

  /** Opens a second folder and compares with it; a bad one changes nothing. */
  async open(files: readonly File[]): Promise<boolean> {
    const opened = await this.#work.follow('work.policy_earlier', (progress, signal) =>
      this.#engine.openEarlier(files, progress, signal),
    );
    if (!opened.ok) {
      this.#messages.addProblem('policy', opened.problem);
      return false;
    }
    this.#earlier = opened.value;
    // A new object each time: another folder is another comparison.
    this.#other = { kind: 'folder' };
    return true;
  }

  /** Another city is open: the engine has let the second folder go. */
  forget(): void {
    this.#earlier = null;
    this.#other = baseline;
  }
}
