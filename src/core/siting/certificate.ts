/**
 * What an answer says about itself, as plain JSON: the choice, its value, a bound that no choice
 * passes, and everything needed to check both. verify/ reads it and shares no code with the search.
 *
 * Rows are the distinct sets of candidates that reach some demand (within one group), ordered by
 * group and then by their candidate numbers compared one by one, so that anyone who recounts from
 * the streets finds the same rows in the same order.
 */
export type Proof =
  /** Reductions alone left nothing to choose. */
  | 'optimal_by_reduction'
  /** The multipliers' bound equals the value. */
  | 'optimal_by_lagrangian_bound'
  /** Fixings by multipliers, and the exact solver for what they leave open. */
  | 'optimal_by_exact_solver'
  /** The bound is proven, and the value within `gap` of it. */
  | 'within_gap'
  /** No bound: the best found, nothing more. */
  | 'heuristic';

/** One set of multipliers, and what it decides beyond the rounds before it. */
export interface MultiplierRound {
  /** All multipliers are whole numbers over this power of two. */
  readonly scale: number;
  /** One for each row. */
  readonly row: readonly number[];
  /** Price of a unit of budget (or of the number of sites). */
  readonly price: number;
  /** Candidates in every choice better than the one given; and in none. */
  readonly fixedIn: readonly number[];
  readonly fixedOut: readonly number[];
}

export interface ExactStep {
  readonly solver: string;
  /** Candidates left to the solver. */
  readonly openCandidates: number;
}

/** What a search proves about its own answer, before the ask's parameters join it. */
export interface ProvenChoice<Round = MultiplierRound> {
  /** Candidate numbers, ascending. */
  readonly chosen: readonly number[];
  /** Whole numbers; existing facilities included where weight is counted. */
  readonly objective: number;
  readonly bound: number;
  /** |bound − objective| / bound, rounded up at the sixth decimal; 0 only if they are equal. */
  readonly gap: number;
  readonly proof: Proof;
  readonly rounds: readonly Round[];
  readonly exact: ExactStep | null;
}

export function gapOf(objective: number, bound: number): number {
  if (objective === bound) return 0;
  const gap = Math.abs(bound - objective) / Math.max(Math.abs(bound), 1);
  return Math.max(1e-6, Math.ceil(gap * 1e6) / 1e6);
}
