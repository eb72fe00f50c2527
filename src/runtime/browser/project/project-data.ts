/** What crosses when a project is saved or opened. */
import type { Plan } from '../../../core/scenario';
import type { CoverageParameters } from '../data/coverage-data';

export type { Project, ProjectSource } from '../../../core/scenario';

export interface ProjectOrder {
  readonly plan: Plan;
  readonly currentOption: string | null;
  readonly parameters: CoverageParameters;
  /** Household rows go into the file only if somebody asked for it. */
  readonly withHouseholds: boolean;
}
