import type { scenario as zh } from '../zh/scenario';

export const scenario: Record<keyof typeof zh, string> = {
  'scenario.name': 'Option {number}',
  'scenario.numbers': '1 2 3 4 5 6 7 8 9 10',
  'scenario.baseline': 'As it is',
  'scenario.figures_of': 'Figures of {name}',
  'scenario.figures_baseline': 'Figures of the baseline',
  'scenario.figures_stale': 'The option has changed: computing again',
  'problem.scenario_facility_missing':
    '{option} changes facility {facility}, which is not in the data; left out.',
  'problem.project_not_one': '{file} is not a CareCircle project (.carecircle).',
  'problem.project_version':
    '{file} has version {value}, which this program cannot read; use a newer one.',
  'problem.project_field': '{file} is incomplete or was changed: {field}. Take a backup.',
  'problem.project_without_households':
    '{file} carries no households. Open the data of “{title}” first, then this file; what was open is as it was.',
  'problem.project_other_data':
    '{file} stands on “{title}”, not on the data given here; results will differ.',
  'project.heading': 'Project file',
  'project.save': 'Save project',
  'project.open': 'Open project file',
  'project.with_households': 'Save household rows as well',
  'project.without':
    'The project carries no households: elsewhere, the same data must be opened first.',
  'project.with':
    'The project will carry household rows, sensitive personal data: keep it internal.',
  'project.saved': 'Saved',
  'project.autosaved': 'Options are kept on this machine',
  'project.restored': 'Options kept on this machine are back',
  'work.save_project': 'Saving the project',
  'stage.pack': 'Packing',
  'cli.run': 'compute every option of a project again: coverage, indicators, comparison',
  'cli.option.run_data': 'the data folder a project without households stands on',
  'cli.option.only_comparison':
    "only the comparison, without each option's indicators (much quicker)",
  'cli.option.out_run':
    'output folder: comparison.csv, comparison.xlsx, and coverage_units and indicators of each option',
  'cli.run_option': '{name}: {covered} of {total} aged 60+ covered, {gained} more than as it is',
  'problem.plan_field': 'The plan is not valid at {field}.',
};
