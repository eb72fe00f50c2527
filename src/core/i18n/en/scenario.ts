import type { scenario as zh } from '../zh/scenario';

export const scenario: Record<keyof typeof zh, string> = {
  'scenario.name': 'Option {number}',
  'scenario.numbers': '1 2 3 4 5 6 7 8 9 10',
  'scenario.baseline': 'As it is',
  'problem.scenario_facility_missing':
    '{option} changes facility {facility}, which is not in the data; left out.',
  'problem.plan_field': 'The plan is not valid at {field}.',
};
