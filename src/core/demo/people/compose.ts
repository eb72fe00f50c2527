/**
 * The households of a county as numbers that sum to its census row exactly: how many persons, how
 * many of them in each age band. Sizes, households with one, two or three people of 65 and more, and
 * one-person households are the census's own counts; who lives with whom is generated.
 */
import { apportionWithin } from '../apportion';
import { Chance } from '../random';
import type { CensusRow } from '../sources';

/** Columns of equal length, one entry for each household. */
export interface Composition {
  readonly persons: Uint8Array;
  readonly age_60_64: Uint8Array;
  readonly age_65_74: Uint8Array;
  readonly age_75_79: Uint8Array;
  readonly age_80_plus: Uint8Array;
  readonly dependent: Uint8Array;
}

export interface CountyPeople {
  readonly families: Composition;
  readonly collectives: Composition;
}

/** Share of people aged 60 and more who live alone. */
export const LIVING_ALONE_RATE = 0.12;
/** Share of each age band that cannot walk unaided: 60–64, 65–74, 75–79, 80 and more. */
export const DEPENDENT_RATES = [0.015, 0.035, 0.09, 0.22] as const;
const LARGEST_HOUSEHOLD = 10;

export function composeCounty(census: CensusRow, seed: number, label: string): CountyPeople {
  const chance = new Chance(seed, `people ${label}`);
  const {
    family_households: count,
    households_with_one_65_plus: one,
    households_with_two_65_plus: two,
    households_with_three_65_plus: three,
  } = census;
  const families = emptyComposition(count);
  families.persons.set(householdSizes(census));
  const inFamilies = one + 2 * two + 3 * three;
  const sixtyFive = census.age_65_74 + census.age_75_79 + census.age_80_plus;
  if (inFamilies > sixtyFive) throw new Error(`${label}: more elders in households than residents`);
  const bands = [census.age_65_74, census.age_75_79, census.age_80_plus];
  const collective65 = apportionWithin(sixtyFive - inFamilies, [1, 1, 2], bands);
  const collective60 = Math.round(census.age_60_64 * 0.01);

  const sixtyPlus = census.age_60_64 + sixtyFive;
  const alone = Math.round(sixtyPlus * LIVING_ALONE_RATE);
  const alone65 = Math.round(alone * 0.8);
  const elders = placeElders(families.persons, census, alone65, chance);
  dealBands(
    families,
    elders,
    bands.map((n, i) => n - collective65[i]),
    chance,
  );
  placeYoungerElders(
    families,
    elders,
    census,
    alone - alone65,
    census.age_60_64 - collective60,
    chance,
  );
  markDependent(families, chance);

  const collectives = composeCollectives(
    census.residents - census.household_members,
    [collective60, ...collective65],
    chance,
  );
  return { families, collectives };
}

function emptyComposition(count: number): Composition {
  const column = () => new Uint8Array(count);
  return {
    persons: column(),
    age_60_64: column(),
    age_65_74: column(),
    age_75_79: column(),
    age_80_plus: column(),
    dependent: column(),
  };
}

/**
 * Sizes in ascending order: one-person households first; beyond two persons each further person is
 * as likely as the last, with the likelihood that gives the census's members.
 */
export function householdSizes(census: CensusRow): Uint8Array {
  const {
    family_households: count,
    household_members: members,
    one_person_households: single,
  } = census;
  const several = count - single;
  const extras = members - single - 2 * several;
  const levels = LARGEST_HOUSEHOLD - 2;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const ratio = (low + high) / 2;
    let sum = 0;
    let power = 1;
    for (let l = 0; l < levels; l++) sum += power *= ratio;
    if (sum * several > extras) high = ratio;
    else low = ratio;
  }
  const reaching = new Int32Array(levels);
  let power = 1;
  let given = 0;
  for (let l = 0; l < levels; l++) {
    power *= low;
    reaching[l] = Math.floor(several * power);
    given += reaching[l];
  }
  for (let left = extras - given, l = 0; left > 0; left--, l = (l + 1) % levels) reaching[l]++;
  const sizes = new Uint8Array(count).fill(1, 0, single).fill(2, single);
  for (let l = 0; l < levels; l++) {
    for (let i = count - reaching[l]; i < count; i++) sizes[i]++;
  }
  return sizes;
}

/** How many people of 65 and more live in each household. */
function placeElders(
  persons: Uint8Array,
  census: CensusRow,
  alone: number,
  chance: Chance,
): Uint8Array {
  const elders = new Uint8Array(persons.length);
  const single = census.one_person_households;
  const couples: number[] = [];
  const larger: number[] = [];
  for (let i = 0; i < persons.length; i++) {
    if (i < alone) elders[i] = 1;
    else if (i >= single) (persons[i] === 2 ? couples : larger).push(i);
  }
  chance.shuffle(couples);
  chance.shuffle(larger);
  // Three elders in large households; two mostly as couples; one in any.
  let c = 0;
  let l = 0;
  for (let k = 0; k < census.households_with_three_65_plus; k++) elders[larger[l++]] = 3;
  for (let k = 0; k < census.households_with_two_65_plus; k++) {
    if (c < couples.length && (chance.is(0.55) || l >= larger.length)) elders[couples[c++]] = 2;
    else elders[larger[l++]] = 2;
  }
  for (let k = alone; k < census.households_with_one_65_plus; k++) {
    if (c < couples.length && (chance.is(0.3) || l >= larger.length)) elders[couples[c++]] = 1;
    else elders[larger[l++]] = 1;
  }
  return elders;
}

/** Deals the ages of 65 and more out at random, each band exactly. */
function dealBands(
  families: Composition,
  elders: Uint8Array,
  bands: readonly number[],
  chance: Chance,
): void {
  const deck = new Uint8Array(bands[0] + bands[1] + bands[2]);
  deck.fill(1, bands[0], bands[0] + bands[1]).fill(2, bands[0] + bands[1]);
  chance.shuffle(deck);
  const columns = [families.age_65_74, families.age_75_79, families.age_80_plus];
  let next = 0;
  for (let i = 0; i < elders.length; i++) {
    for (let k = 0; k < elders[i]; k++) columns[deck[next++]][i]++;
  }
}

/** People of 60–64: some alone, the others as spouses of elders or in younger households. */
function placeYoungerElders(
  families: Composition,
  elders: Uint8Array,
  census: CensusRow,
  alone: number,
  total: number,
  chance: Chance,
): void {
  const { persons, age_60_64: younger } = families;
  let left = total;
  let start = 0;
  while (elders[start] > 0) start++;
  for (let k = 0; k < alone; k++, left--) younger[start + k] = 1;
  const several: number[] = [];
  for (let i = census.one_person_households; i < persons.length; i++) several.push(i);
  chance.shuffle(several);
  for (let at = 0; left > 0; at = (at + 1) % several.length) {
    const i = several[at];
    const room = persons[i] - elders[i] - younger[i];
    if (room <= 0 || younger[i] >= 2 || !chance.is(elders[i] > 0 ? 0.2 : 0.5)) continue;
    const add = Math.min(left, room, chance.is(0.4) ? 2 - younger[i] : 1);
    younger[i] += add;
    left -= add;
  }
}

/** Marks the stated share of each band, evenly through a list that is itself in random order. */
function markDependent(people: Composition, chance: Chance): void {
  const bands = [people.age_60_64, people.age_65_74, people.age_75_79, people.age_80_plus];
  bands.forEach((band, b) => {
    let owed = chance.fraction();
    for (let i = 0; i < band.length; i++) {
      for (let k = 0; k < band[i]; k++) {
        owed += DEPENDENT_RATES[b];
        if (owed < 1) continue;
        owed -= 1;
        people.dependent[i]++;
      }
    }
  });
}

/** Dormitories, barracks and homes of 3–24 persons; most elders in them live in a few homes. */
function composeCollectives(total: number, bands: readonly number[], chance: Chance): Composition {
  const sizes: number[] = [];
  for (let left = total; left > 0;) {
    const size = Math.min(left, chance.whole(3, 14) + (chance.is(0.12) ? 10 : 0));
    sizes.push(size);
    left -= size;
  }
  const people = emptyComposition(sizes.length);
  people.persons.set(sizes);
  const room = sizes.slice();
  const columns = [people.age_60_64, people.age_65_74, people.age_75_79, people.age_80_plus];
  bands.forEach((count, b) => {
    for (let left = count, at = b; left > 0; at = (at + 7) % sizes.length) {
      const isHome = at % 9 === 0;
      const add = Math.min(left, room[at], isHome ? 4 : chance.is(0.06) ? 1 : 0);
      columns[b][at] += add;
      room[at] -= add;
      left -= add;
    }
  });
  markDependent(people, chance);
  return people;
}
