/** What the verifier says: what it proved itself, and every reason not to believe the certificate. */
import type { Problem } from '../../result';

export interface Verdict {
  readonly accepted: boolean;
  /** Why not: codes certificate_…, with what was claimed and what was found. */
  readonly refusals: readonly Problem[];
  /** Counted anew by the verifier. */
  readonly objective: number;
  /** The bound that the verifier proved; NaN where it proved none. */
  readonly bound: number;
}

export class Refusals {
  readonly list: Problem[] = [];

  add(code: string, params: Problem['params'] = {}): void {
    if (this.list.length < 20) this.list.push({ code: `certificate_${code}`, params });
  }

  /** Refuses unless the two are equal. */
  same(what: string, claimed: number, found: number): boolean {
    if (claimed === found) return true;
    this.add('differs', { what, claimed, found });
    return false;
  }

  /** Takes over what another verdict refuses. */
  join(verdict: Verdict): void {
    for (const refusal of verdict.refusals) if (this.list.length < 20) this.list.push(refusal);
  }

  get none(): boolean {
    return this.list.length === 0;
  }
}

/** Floor of a quotient of whole numbers; the divisor is positive. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Ceiling of a quotient of whole numbers; the divisor is positive. */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

/** Checks that a list holds whole numbers in a range, one for each of `length`. */
export function areWhole(
  values: readonly number[],
  length: number,
  most: (index: number) => number,
): boolean {
  return (
    values.length === length &&
    values.every((value, i) => Number.isSafeInteger(value) && value >= 0 && value <= most(i))
  );
}

/** The gap of a claim, recomputed: at least the true quotient, and by less than a millionth. */
export function isHonestGap(gap: number, objective: number, bound: number): boolean {
  const difference = Math.abs(objective - bound);
  if (difference === 0) return gap === 0;
  const quotient = difference / Math.max(1, Math.abs(bound));
  return gap >= quotient && gap < quotient + 2e-6;
}
