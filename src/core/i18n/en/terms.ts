import type { terms as zh } from '../zh/terms';

export const terms: Record<keyof typeof zh, string> = {
  'app.name': 'CareCircle',
  'state.covered': 'covered',
  'state.uncovered': 'not covered',
  'state.not_connected': 'not connected to streets',
  'state.not_located': 'not located',
  'data.insufficient': 'insufficient data',
  'data.generated': 'Sample data, not real statistics',
};
