export * from './graph';
export { buildNetwork } from './build';
export { decodeNetwork, deflatedPart, encodeNetwork } from './saved/file-format';
export { readNetwork, readStreets, streetFormats, type StreetFormat } from './read/formats';
export type { ReadStreets } from './read/read-streets';
export { networkLines } from './network-lines';
export { networkStatistics, type NetworkStatistics } from './statistics';
export { walkability, type Tags, type WalkableOptions } from './read/walkable';
export { type SnappedPoints } from './nearest-segments';
export { snapPoints } from './snap';
export {
  isWorthHelp,
  snapPiece,
  snapTogether,
  type SnapHelper,
  type SnapJob,
} from './snap-together';
export { buildSnapIndex, type SnapIndex } from './snap-index';
