/**
 * What crosses of the policy's indicators: the city and its counties at once, towns, villages and rows
 * when someone drills down to them. Some hundred objects, so that the page never stops for them.
 */
import type {
  BoundQuery,
  Catalogue,
  Change,
  ComparedUnit,
  Divisions,
  FailingRow,
  ImportedCatalogue,
  Interpretation,
  ItemRow,
  Level,
  NamedUnit,
  Overrides,
  State,
  TargetAt,
  UnitResult,
  Wording,
} from '../../../core/indicators';
import type { Note } from '../../../core/result';
import type { Scenario } from '../../../core/scenario';
import type { ExportLanguage } from './figure-data';

export type {
  Catalogue,
  Divisions,
  FailingRow,
  ImportedCatalogue,
  Interpretation,
  ItemRow,
  Level,
  NamedUnit,
  Overrides,
  State,
  UnitResult,
  Wording,
};

/** What to evaluate by; null is the policy's own, or as the data says. */
export interface PolicyOrder {
  readonly catalogue: Catalogue | null;
  readonly divisions: Divisions | null;
  readonly overrides: Overrides;
  /** An option of the plan instead of the facilities as they are. */
  readonly scenario: Scenario | null;
  readonly compareWith: PolicyOther | null;
}

/** The facilities as they are, an earlier date of the same data, or the folder opened beside it. */
export type PolicyOther =
  | { readonly kind: 'baseline' }
  | { readonly kind: 'date'; readonly asOf: string }
  | { readonly kind: 'folder' };

/** A second folder of data, opened to compare with. */
export interface EarlierData {
  readonly title: string;
  readonly asOf: string | null;
  readonly isGenerated: boolean;
}

/** A figure, and how it stands to the one it is compared with. */
export interface PolicyUnit extends UnitResult {
  readonly compared: Pick<ComparedUnit, 'before' | 'changeHundredths' | 'turned'> | null;
}

export interface PolicyCompanion {
  readonly id: string;
  readonly name: Wording;
  readonly meaning: Wording;
  readonly unit: Wording;
  readonly numeratorScale: number;
  /** The city and its counties. */
  readonly units: readonly UnitResult[];
}

export interface PolicyIndicator {
  readonly id: string;
  readonly kind: 'target' | 'requirement' | 'duty';
  readonly name: Wording;
  /** Full-width punctuation. */
  readonly quote: string;
  readonly clause: string;
  readonly numerator: Wording;
  readonly denominator: Wording;
  readonly numeratorScale: number;
  readonly valueFactor: number;
  /** As the catalogue has it; the target in use stands in `rules`. */
  readonly publishedTarget: number | null;
  readonly target: number | null;
  readonly targetYear: number | null;
  readonly softWording: string | null;
  readonly rules: Readonly<Record<Level, TargetAt>>;
  readonly interpretation: Interpretation;
  /** The catalogue's own first. */
  readonly interpretations: readonly Interpretation[];
  /** Types of facilities that count here; null where none are asked about. */
  readonly countedTypes: readonly string[] | null;
  /** How far a door may lie from its street, in metres; null where nobody walks. */
  readonly snapLimits: { readonly townMaxSnapM: number; readonly villageMaxSnapM: number } | null;
  readonly usesCentralTowns: boolean;
  readonly changes: readonly Change[];
  /** The same in words, in both languages. */
  readonly changeTexts: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly query: BoundQuery;
  readonly failing: 'items' | 'units';
  /** The city and its counties. */
  readonly units: readonly PolicyUnit[];
  readonly beside: readonly PolicyCompanion[];
}

export interface TownChoice extends NamedUnit {
  readonly countyName: string;
}

export interface PolicyAnswer {
  readonly title: Wording;
  readonly policy: Catalogue['policy'];
  readonly divisions: Divisions;
  readonly asOf: string | null;
  /** Dates the tables of figures carry, earliest first. */
  readonly dates: readonly string[];
  /** True where every figure stands beside another. */
  readonly isCompared: boolean;
  readonly indicators: readonly PolicyIndicator[];
  readonly subdistricts: readonly NamedUnit[];
  readonly centralTowns: readonly NamedUnit[];
  /** Towns and townships that could be ticked as central. */
  readonly towns: readonly TownChoice[];
  readonly notes: readonly Note[];
  readonly elapsedMs: number;
}

/** The rows behind a figure: the first of them, and how many there are. */
export interface PolicyRows {
  readonly rows: readonly ItemRow[];
  readonly count: number;
}

export interface PolicyFileRequest {
  readonly kind: 'indicators' | 'failing';
  /** Of the list that is wanted. */
  readonly indicatorId: string | null;
  readonly format: 'excel' | 'data';
  readonly language: ExportLanguage;
}
