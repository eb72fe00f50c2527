export * from './coordinates';
export * from './geodesic';
export * from './hilbert';
export * from './elevation';
export { readTerrain, type TerrainFile } from './terrain';
export type { Box } from './geotiff';
