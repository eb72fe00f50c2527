/**
 * The shapes of a policy catalogue (data, one entry for each indicator) and of its results. The panel,
 * the command line and the exports read the same rows. Catalogue files use snake_case, like the
 * tables; results are ours and use camelCase.
 */
import type { Note } from '../result';
import type { SqlValue } from '../store/database';

export const levels = ['city', 'county', 'town', 'village'] as const;
export type Level = (typeof levels)[number];

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** A list goes into SQL as one text, joined by commas. */
export type ParameterValue = string | number | boolean | null | readonly string[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** One way to read a clause: the parameters it sets over the entry's own. */
export interface Interpretation extends Wording {
  readonly id: string;
  readonly parameters?: Parameters;
}

/** How numerator and denominator become a figure: value = numerator × factor ÷ (scale × denominator). */
export interface Measurement {
  readonly unit: Wording;
  readonly value_factor: number;
  /** 100 where the numerator is in hundredths (of a square metre). */
  readonly numerator_scale: number;
}

/** A figure shown beside the official one, never instead of it; it has no target. */
export interface Companion extends Interpretation, Partial<Measurement> {
  readonly name: Wording;
  /** Another SELECT; absent: the entry's own. */
  readonly measure?: string;
}

export type Operator = '>=' | '=';

export interface IndicatorEntry extends Measurement {
  readonly id: string;
  /** The SELECT it is counted by: a name in measures.ts. */
  readonly measure: string;
  readonly kind: 'target' | 'requirement' | 'duty';
  readonly name: Wording;
  readonly clause: string;
  /** Spans of the policy text, exact but for the width of punctuation. */
  readonly quotes: readonly string[];
  readonly numerator: Wording;
  readonly denominator: Wording;
  /** What the shortfall is counted in; no word where a catalogue gives none. */
  readonly counted?: Wording;
  readonly operator: Operator | null;
  readonly target: number | null;
  readonly target_year: number | null;
  /** 原则上 or 一般 in the clause itself: a miss is amber. */
  readonly soft_wording: string | null;
  /** Levels that are judged; others are informative. */
  readonly levels: readonly Level[];
  /** What the list of failures names: the items counted, or the judged units. */
  readonly failing: 'items' | 'units';
  /** Without rows in every one of these there is no figure. */
  readonly tables: readonly string[];
  readonly optional_tables: readonly string[];
  readonly fields: readonly string[];
  readonly parameters: Parameters;
  readonly required_parameters?: readonly string[];
  readonly interpretation: Interpretation;
  readonly alternatives: readonly Interpretation[];
  readonly beside: readonly Companion[];
  /** Where a level is measured in another way: the city as counties that reach the target. */
  readonly by_level?: Readonly<
    Partial<
      Record<
        Level,
        {
          unit: Wording;
          counted?: Wording;
          value_factor: number;
          operator: Operator;
          target: number;
        }
      >
    >
  >;
}

export interface Catalogue {
  readonly format: 'carecircle-catalogue';
  readonly version: 1;
  readonly title: Wording;
  readonly policy: {
    readonly title: string;
    readonly number: string;
    readonly date: string;
    /** The words that set the target year, such as 力争到2020年. */
    readonly target_year_wording: string | null;
  };
  /** Parameters of every indicator: counted_statuses, central_towns. */
  readonly parameters: Parameters;
  readonly indicators: readonly IndicatorEntry[];
}

export type State = 'met' | 'missed' | 'soft_missed' | 'insufficient' | 'informative';

/** Why there is no judgement. */
export type InsufficientReason =
  | 'table_missing'
  | 'parameter_blank'
  | 'none_to_assess'
  | 'denominator_missing'
  | 'numerator_missing'
  | 'blanks_decide';

/** Where the rows behind a figure come from; one line for each table and source. */
export interface SourceLine {
  readonly table: string;
  readonly source: string | null;
  /** ISO dates; null where the rows carry none. */
  readonly asOfFrom: string | null;
  readonly asOfTo: string | null;
  readonly rows: number;
}

export interface UnitResult {
  readonly unitCode: string;
  readonly unitName: string;
  readonly level: Level;
  readonly parentCode: string | null;
  /** Whole numbers; the numerator in units of 1/scale. Null is unknown. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Items whose fields are blank: they could still change the numerator. */
  readonly unknown: number;
  /** The figure in its unit, in hundredths, rounded down. */
  readonly valueHundredths: number | null;
  readonly state: State;
  readonly reason: InsufficientReason | null;
  /** Whole units still needed (0 when met); null without a target or without a figure. */
  readonly shortfall: number | null;
  readonly sources: readonly SourceLine[];
}

/** What differs from the catalogue as published; every output says so. */
export interface Change {
  readonly what: 'target' | 'interpretation' | 'parameter';
  readonly name: string;
  readonly from: ParameterValue;
  readonly to: ParameterValue;
  /** Names of the units whose codes are in the lists. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A SELECT with the values of its parameters, as it can be shown and asked again. */
export interface BoundQuery {
  /** With $names, as in its file. */
  readonly sql: string;
  /** The shared counts it calls, each as it was made. */
  readonly definitions: readonly string[];
  readonly parameters: Readonly<Record<string, SqlValue>>;
}

export interface CompanionResult {
  readonly companion: Companion;
  readonly measurement: Measurement;
  readonly query: BoundQuery;
  readonly units: readonly UnitResult[];
}

export interface IndicatorResult {
  /** The entry with the user's target in it. */
  readonly entry: IndicatorEntry;
  readonly interpretation: Interpretation;
  readonly changes: readonly Change[];
  /** Everything it was counted by, before it is bound. */
  readonly parameters: Parameters;
  readonly query: BoundQuery;
  /** The rows behind the figure; bind `unit_code` to drill into one unit. */
  readonly rowsQuery: BoundQuery;
  /** City first, then counties, towns and villages by code. */
  readonly units: readonly UnitResult[];
  readonly beside: readonly CompanionResult[];
  readonly notes: readonly Note[];
}

/** One row behind a figure. */
export interface ItemRow {
  readonly unitCode: string;
  readonly unitName: string;
  readonly itemId: string | null;
  readonly itemName: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unknown: number;
  /** A code: the words are in i18n under `indicator.row.<code>`. */
  readonly reason: string;
}
