/** The lists, the explained figures and the files made of them. */
import type { SqlValue } from '../../../core/store/database';
import type { Group } from './coverage-data';

export type ListKind = 'policy' | 'on_foot';

/** A row of uncovered_by_policy or uncovered_on_foot; null is unknown. */
export interface UncoveredVillage {
  readonly unitIndex: number;
  readonly unitCode: string;
  readonly name: string;
  readonly townName: string | null;
  readonly countyName: string | null;
  readonly households: number | null;
  readonly age60Plus: number | null;
  readonly age80Plus: number | null;
  readonly livingAlone: number | null;
  readonly dependent: number | null;
  readonly facilityIndex: number;
  readonly facilityName: string | null;
  /** Of the median household. */
  readonly minutes: number | null;
  /** Beyond the limit; null where it is within it, or reaches none. */
  readonly shortMinutes: number | null;
  /** Codes; their words are in i18n under `cause.` and `suggestion.`. */
  readonly cause: string | null;
  readonly suggestion: string | null;
  /** 3 is high, 2 medium, 1 low, so that it sorts; null where a count is unknown. */
  readonly priority: number | null;
}

export interface FigureSource {
  readonly table: string;
  readonly source: string | null;
  readonly asOf: string | null;
}

/** A rate of one unit and group, laid open. */
export interface Figure {
  readonly unitIndex: number;
  readonly group: Group;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly notConnected: number | null;
  readonly notLocated: number | null;
  /** Percent, two decimals, rounded down; null is 数据不足. */
  readonly value: number | null;
  /** A key of i18n: the formula in words. */
  readonly formulaKey: string;
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly sources: readonly FigureSource[];
  /** The sentence of the policy it speaks to, exact but for the width of punctuation; its clause. */
  readonly policyQuote: string | null;
  readonly policyClause: string | null;
}

/** The same figure from the database. */
export interface FigureCheck {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly agrees: boolean;
  readonly elapsedMs: number;
}

export type ExportKind =
  'coverage_units' | 'coverage_households' | 'uncovered_by_policy' | 'uncovered_on_foot';
export type ExportLanguage = 'zh' | 'en';

export interface ExportRequest {
  readonly kind: ExportKind;
  readonly format: 'excel' | 'data';
  readonly language: ExportLanguage;
  readonly unitCodes?: readonly string[];
}

export interface ExportedFile {
  readonly fileName: string;
  readonly blob: Blob;
}
