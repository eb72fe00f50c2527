import type { reach as zh } from '../zh/reach';

export const reach: Record<keyof typeof zh, string> = {
  'cause.detour': 'A long way round (a missing bridge or link?)',
  'cause.slope': 'Slope or steps',
  'suggestion.open_link': 'Check for a missing bridge or link, and consider opening one',
  'head.short_minutes': 'Minutes beyond the limit',
  'column.short_minutes': 'Beyond',
  'stage.slope': 'Computing slopes',
  'stage.search_judged': 'Computing walks there and back',
  'stage.read_terrain': 'Reading heights',
  'stage.diagnose': 'Looking for the causes',
  'stage.bases': 'Comparing definitions',
  'stage.vehicle': 'Estimating minutes by vehicle',
  'cli.option.terrain':
    'heights (GeoTIFF or SRTM .hgt, several with commas between): walks there and back by slope',
  'cli.option.slope': 'slope by terrain.tif of the data folder',
  'cli.option.judge': 'worse (the slower way, the default) or round-trip (the mean of both)',
  'cli.option.steps_speed': 'speed on steps, metres per second; default 0.45',
  'cli.option.crossing': 'wait at a crossing, seconds; default 0',
  'cli.option.wheelchair': 'as a wheelchair goes: no steps, nothing steeper than 1 in 12',
  'cli.option.diagnose':
    'also write diagnosis_*.csv: why each household is not covered, minutes short, straight line, detour',
  'cli.option.bases':
    'also write coverage_bases.csv: the standard’s 1,000 m, 0.8 m/s, 0.6 m/s and speeds by age side by side',
  'cli.option.estimate':
    'also write estimates_*.csv: straight line × detour for households off the streets; without a network, estimates alone',
  'cli.option.detour_town': 'detour factor under residents’ committees; default 1.3',
  'cli.option.detour_mountain': 'detour factor elsewhere; default 1.5',
  'cli.option.vehicle':
    'also write vehicle_units.csv: 15 and 30 minutes by vehicle to town centres and welfare homes (an estimate)',
  'cli.option.vehicle_speed': 'driving speed, kilometres per hour; default 20',
  'cli.option.vehicle_types': 'facility types for vehicles; default care_centre,rural_welfare_home',
  'cli.estimate_alone':
    'No streets: everything here is an estimate (straight line × detour) and no coverage rate.',
  'cli.judged_worse': 'Walks count slope and are judged by the slower of both ways.',
  'cli.judged_round_trip': 'Walks count slope and are judged by the mean of both ways.',
};
