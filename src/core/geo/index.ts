export * from './coordinates';
export * from './geodesic';
export * from './hilbert';
export * from './elevation';
