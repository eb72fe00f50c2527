/**
 * One row per person → one per household: people of one number, or of one address in one unit, are
 * counted into the age bands. Identity numbers give the age and are then forgotten.
 */
import { isBirthday } from '../../understand/value-shape';

export interface Person {
  /** Whole years; null where nothing tells it. */
  readonly age: number | null;
  readonly isDependent: boolean | null;
  readonly livesAlone: boolean | null;
}

export interface HouseholdCounts {
  persons: number;
  bands: [number, number, number, number];
  dependent: number;
  knowsDependent: boolean;
  livingAlone: boolean | null;
  unknownAges: number;
}

export const emptyHousehold = (): HouseholdCounts => ({
  persons: 0,
  bands: [0, 0, 0, 0],
  dependent: 0,
  knowsDependent: false,
  livingAlone: null,
  unknownAges: 0,
});

export function addPerson(
  household: HouseholdCounts,
  { age, isDependent, livesAlone }: Person,
): void {
  household.persons++;
  if (age === null) household.unknownAges++;
  else if (age >= 80) household.bands[3]++;
  else if (age >= 75) household.bands[2]++;
  else if (age >= 65) household.bands[1]++;
  else if (age >= 60) household.bands[0]++;
  if (isDependent !== null) {
    household.knowsDependent = true;
    if (isDependent) household.dependent++;
  }
  if (livesAlone !== null) household.livingAlone = (household.livingAlone ?? false) || livesAlone;
}

/** Whole years on a day, both ISO texts. */
export function ageOn(birth: string, day: string): number | null {
  const age =
    Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
  return age >= 0 && age <= 130 ? age : null;
}

/** The day of birth within an identity number, or null. */
export function birthOfId(text: string): string | null {
  const id = text.trim().normalize('NFKC').replace(/^'/, '');
  if (!/^(\d{17}[\dXx]|\d{15})$/.test(id) || !isBirthday(id)) return null;
  const day = id.length === 15 ? `19${id.slice(6, 12)}` : id.slice(6, 14);
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
}
