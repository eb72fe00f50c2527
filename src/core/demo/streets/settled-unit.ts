import type { Village } from '../sources';
import type { Houses } from './frontage';

/** A village-level unit where its people live. */
export interface SettledUnit {
  readonly village: Village;
  readonly townCode: string;
  readonly countyCode: string;
  readonly isCore: boolean;
  readonly lon: number;
  readonly lat: number;
  readonly households: number;
  readonly houses: Houses;
}
