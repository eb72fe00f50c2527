/** The catalogue that ships: 33 indicators of the policy document, as data. */
import duties from './duties.json';
import policy from './policy.json';
import requirements from './requirements.json';
import targets from './targets.json';
import type { Catalogue } from '../types';

/** 15 targets, 10 further requirements, 8 duties; a test holds it against the schema. */
export const sanmingCatalogue: Catalogue = {
  ...policy,
  indicators: [...targets, ...requirements, ...duties],
} as unknown as Catalogue;
