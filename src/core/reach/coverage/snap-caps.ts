/** How far a door may lie from its street; beyond it nobody is said to walk. */
export interface SnapCaps {
  /** Under a residents' committee, and everywhere where no units are given. Metres. */
  readonly townMaxSnapM: number;
  /** Under any other unit. */
  readonly villageMaxSnapM: number;
  /** Overrides both. */
  readonly maxSnapM: number | null;
}

export const defaultSnapCaps: SnapCaps = {
  townMaxSnapM: 300,
  villageMaxSnapM: 1000,
  maxSnapM: null,
};
