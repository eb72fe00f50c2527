/**
 * How the census's households of a county spread over its places: urban ones in the built area of
 * each seat, rural ones over the villages. Shares are generated; the county's sum is the census's.
 */
import { Chance } from '../random';
import { apportion } from '../apportion';
import type { County, Town, Village } from '../sources';

export interface TownPlan {
  readonly town: Town;
  /** Family households in the built area of its seat, and the units that share that area. */
  readonly coreHouseholds: number;
  readonly coreUnits: Village[];
  readonly villages: { readonly village: Village; readonly households: number }[];
}

export interface CountyPlan {
  readonly county: County;
  readonly urbanHouseholds: number;
  readonly towns: TownPlan[];
}

/** The seat of a county that has no 街道. */
export const isSeatTown = (town: Town): boolean =>
  town.kind === 'town' && town.code.endsWith('100000') && !/^3504(04|05|81)/.test(town.code);

export function planCounty(county: County, seed: number): CountyPlan {
  const chance = new Chance(seed, `plan ${county.code}`);
  const { family_households: all, residents, urban_residents: urban } = county.census;
  const urbanHouseholds = Math.round((all * urban) / residents);

  // Small seats take a modest share by their size; what is left lives in the county's seat.
  const small = county.towns.map((town) => {
    if (town.kind === 'subdistrict' || isSeatTown(town)) return 0;
    const scale = all / 60_000;
    return town.kind === 'town'
      ? chance.between(420, 1150) * (0.6 + 0.4 * scale)
      : chance.between(130, 420);
  });
  const large = county.towns.map((town) =>
    town.kind === 'subdistrict' ? chance.between(0.75, 1.3) : isSeatTown(town) ? 1 : 0,
  );
  const smallSum = small.reduce((a, b) => a + b, 0);
  const cut = Math.min(1, (urbanHouseholds * 0.45) / smallSum);
  const smallParts = small.map((households) => Math.round(households * cut));
  const left = urbanHouseholds - smallParts.reduce((a, b) => a + b, 0);
  const largeParts = apportion(left, large);

  const cores = county.towns.map((town) => coreUnitsOf(town, chance));
  const rural = county.towns.flatMap((town, t) =>
    town.villages
      .filter((v) => !cores[t].includes(v))
      .map((village) => ({ village, t, weight: ruralWeight(village, chance) })),
  );
  const ruralParts = apportion(
    all - urbanHouseholds,
    rural.map((r) => r.weight),
  );
  return {
    county,
    urbanHouseholds,
    towns: county.towns.map((town, t) => ({
      town,
      coreHouseholds: smallParts[t] + largeParts[t],
      coreUnits: cores[t],
      villages: rural.flatMap((r, i) =>
        r.t === t ? [{ village: r.village, households: ruralParts[i] }] : [],
      ),
    })),
  };
}

/** 居委会 lie in the built area, and so do some villages: half of a 街道's, a few of a seat's, one of any other. */
function coreUnitsOf(town: Town, chance: Chance): Village[] {
  const committees = town.villages.filter((v) => v.kind === 'residents_committee');
  const villages = town.villages.filter((v) => v.kind === 'villagers_committee');
  const zones = town.villages.filter((v) => v.kind === 'other' && v.code.endsWith('498'));
  const share =
    town.kind === 'subdistrict'
      ? Math.ceil(villages.length / 2)
      : isSeatTown(town)
        ? Math.max(2, Math.round(villages.length / 4))
        : 1;
  const chosen = chance.shuffle(villages.slice()).slice(0, share);
  return [...committees, ...villages.filter((v) => chosen.includes(v)), ...zones];
}

function ruralWeight(village: Village, chance: Chance): number {
  if (village.kind === 'other') return chance.between(0.12, 0.3);
  const spread = chance.fraction() + chance.fraction() + chance.fraction();
  return 0.25 + (spread * spread) / 2;
}

/** Radius of the flat ground a town of so many households needs, metres. */
export function basinRadiusM(coreHouseholds: number): number {
  return 200 + 7.5 * Math.sqrt(coreHouseholds);
}
