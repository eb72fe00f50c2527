/** The door of reach, room by room from the ground up. */

// Points on streets, and what a walk along one costs.
export { UNREACHED, type EdgePoints, type Heading } from './streets/points';
export { appendStretch, positionAt, type Position } from './streets/shapes';
export { slopeCosts, speedOnSlope, type SlopedStreets, type SlopeOptions } from './streets/slope';
export { levelCosts, type WalkCosts } from './streets/walk-costs';

// From facilities to every crossing.
export { NearestSearch, UNLIMITED_CM } from './search/nearest';
export { searchParts, type SearchPart } from './search/parts';
export { Search } from './search/search';
export { searchGraph, type SearchGraph } from './search/search-graph';
export { addSeeds, emptySeeds, seedsOf, type Seeds } from './search/seeds';

// From crossings to doors.
export {
  CoverageState,
  coverageStateNames,
  limitCm,
  minutesOf,
  statesOf,
  type CoverageInput,
} from './walks/coverage-states';
export {
  alongEdgeCm,
  costsOf,
  emptyCosts,
  placeHouseholds,
  type PlaceCosts,
  type Places,
} from './walks/households';
export { type Judgement } from './walks/both-ways';
export { JudgedSearch } from './walks/judged';
export { judgedNearest, type JudgedProgress } from './walks/judged-nearest';
export {
  walkingPath,
  type DoorPlaces,
  type PathLeg,
  type PathStart,
  type SearchedTo,
  type WalkingPath,
} from './walks/path';
export { timesMatrix, type TimesMatrix } from './walks/times';

// From doors to the sums of units.
export { olderPeopleOf, populationOf, type GroupCounts, type Population } from './units/population';
export { quantilesByUnit, type WalkQuantiles } from './units/quantiles';
export {
  populationGroups,
  isJudged,
  rateHundredths,
  sumByUnit,
  type GroupSums,
  type PopulationColumns,
  type PopulationGroup,
  type UnitSums,
  type UnitTree,
} from './units/rollup';
export { everybody, unitIndices, unitsOf, type Units } from './units/units';

// The same, following every change.
export { LiveCoverage, type LiveInput } from './live/live';
export { LiveNearest } from './live/live-nearest';
export { type EdgePoint } from './live/facilities';

// What is reached, as polygons.
export {
  Isochrones,
  isochrones,
  type Isochrone,
  type IsochroneOptions,
} from './isochrone/isochrone';
export { type MultiPolygon } from './isochrone/polygons';
export { type Stretches } from './isochrone/stretches';

// A whole run over a city's tables.
export { bases, basisMinutes, BasisSums, basisSpeedMS, type Basis } from './coverage/bases';
export {
  capsOf,
  coverageGround,
  snapTable,
  type CoverageGround,
  type CoverageTables,
  type GroundOptions,
  householdsJob,
} from './coverage/coverage-ground';
export { withFacilities } from './coverage/with-facilities';
export { withCaps } from './coverage/with-caps';
export {
  conditionedStreets,
  defaultConditions,
  judgedWalks,
  sameConditions,
  type ConditionedStreets,
  type WalkConditions,
} from './coverage/conditions';
export {
  coverageRun,
  coverageSteps,
  sameStreets,
  type CoverageParameters,
  type CoverageRun,
} from './coverage/coverage-run';
export { countedPoints, countingFacilities, locatedHouseholds } from './coverage/who-counts';
export { tablePlaces, type TablePlaces } from './coverage/table-places';
export { walkOf } from './coverage/walk-of';
export { defaultSnapCaps, type SnapCaps } from './coverage/snap-caps';
export {
  knownSums,
  rates,
  resultGroups,
  roundedMinutes,
  unitColumns,
  unitDetailColumns,
} from './coverage/unit-results';
export {
  ageBands,
  sumByBand,
  walkingSpeedsMS,
  yardstickCm,
  yardsticks,
  type AgeColumns,
  type WalkerBand,
  type Yardstick,
} from './coverage/walkers';

// Beside the walks, and never mixed with them.
export {
  defaultDetourFactors,
  straightEstimate,
  type DetourFactors,
  type Estimate,
  type EstimateInput,
} from './estimate/straight-estimate';
export { defaultVehicle, vehicleTypes } from './vehicle/default-vehicle';
export { vehicleReach, type VehicleOptions, type VehicleReach } from './vehicle/vehicle-reach';
export { NO_VEHICLE_CLASS, vehicleClasses } from './vehicle/vehicle-classes';

// Why somebody is not covered.
export { detourFrom, walkCauses, type WalkCause } from './diagnosis/cause-names';
export { causeOf, causesOf, COVERED, straightLinesOf } from './diagnosis/causes';
export { diagnose, type Diagnosis } from './diagnosis/diagnose';
export { StraightLines } from './diagnosis/straight-lines';
export { lorenzCurve, type LorenzCurve, type LorenzPoint } from './units/lorenz';
export { unitCauses, type UnitCauses } from './diagnosis/unit-causes';
