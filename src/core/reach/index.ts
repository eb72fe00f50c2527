export { UNREACHED, type EdgePoints, type Heading } from './points';
export { searchGraph, type SearchGraph } from './search-graph';
export { Search } from './search';
export { NearestSearch, UNLIMITED_CM } from './nearest';
export { placeHouseholds, costsOf, emptyCosts, type Places, type PlaceCosts } from './households';
export {
  CoverageState,
  coverageStateNames,
  limitCm,
  minutesOf,
  statesOf,
  type CoverageInput,
} from './coverage';
export {
  populationGroups,
  rateHundredths,
  sumByUnit,
  type GroupSums,
  type PopulationColumns,
  type PopulationGroup,
  type UnitSums,
  type UnitTree,
} from './rollup';
export { quantilesByUnit, type WalkQuantiles } from './quantiles';
export { timesMatrix, type TimesMatrix } from './times';
export {
  walkingPath,
  type DoorPlaces,
  type PathLeg,
  type PathStart,
  type SearchedTo,
  type WalkingPath,
} from './path';
export { appendStretch, positionAt, type Position } from './shapes';
export { Isochrones, isochrones, type Isochrone, type IsochroneOptions } from './isochrone';
export { type MultiPolygon } from './polygons';
export { type Stretches } from './stretches';
export { LiveCoverage, type LiveInput } from './live';
export { LiveNearest, type EdgePoint } from './live-nearest';
export {
  coverageGround,
  snapTable,
  type CoverageGround,
  type CoverageTables,
  type GroundOptions,
} from './coverage-ground';
export { defaultSnapCaps, type SnapCaps } from './snap-caps';
export {
  countingFacilities,
  coverageRun,
  type CoverageParameters,
  type CoverageRun,
} from './coverage-run';
export { everybody, unitIndices, unitsOf, type Units } from './units';
export { populationOf, type GroupCounts, type Population } from './population';
export {
  rates,
  resultGroups,
  roundedMinutes,
  unitColumns,
  unitDetailColumns,
} from './unit-results';
export { searchParts, type SearchPart } from './parts';
export {
  ageBands,
  sumByBand,
  walkingSpeedsMS,
  yardstickCm,
  yardsticks,
  type AgeColumns,
  type WalkerBand,
  type Yardstick,
} from './walkers';
export { levelCosts, type WalkCosts } from './walk-costs';
export { slopeCosts, speedOnSlope, type SlopeOptions, type SlopedStreets } from './slope';
export { JudgedSearch, type Judgement } from './judged';
