export * from './graph';
export { buildNetwork } from './build';
export { networkStatistics, type NetworkStatistics } from './statistics';
