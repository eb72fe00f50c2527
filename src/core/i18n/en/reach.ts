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
  'problem.terrain_missing':
    'There is no elevation file. Put terrain.tif (GeoTIFF in degrees) into the data folder and open it again.',
  'slope.legend': 'Terrain',
  'slope.on': 'Count slope, steps and both ways',
  'slope.judge': 'Judged by',
  'slope.worse': 'The slower way',
  'slope.round_trip': 'Mean of both',
  'slope.wheelchair': 'As a wheelchair goes (no steps, nothing over 1:12)',
  'slope.crossing': 'Wait at a crossing',
  'slope.seconds': 's',
  'slope.note_worse': 'Slope counts; judged by the slower of both ways.',
  'slope.note_round_trip': 'Slope counts; judged by the mean of both ways.',
  'slope.note_wheelchair': 'Only streets a wheelchair passes.',
  'diagnosis.heading': 'Why not covered',
  'diagnosis.too_far':
    'The walk is {short} min beyond the limit of {limit} min. The nearest facility is {straight} m off in a straight line; the walk is {ratio} times that.',
  'diagnosis.detour':
    'Near, but a long way round: “{facility}” is only {straight} m off in a straight line, the walk is {ratio} times that (from {threshold} times on, a missing bridge or link is likely) and {short} min beyond the limit.',
  'diagnosis.slope':
    'On level streets it would be {level} min; with slope and steps it is {short} min beyond the limit.',
  'diagnosis.slope_blocked':
    'On level streets it would be {level} min, but steps or steep streets on the way let no wheelchair pass.',
  'diagnosis.no_route':
    'Its {kilometres} km of street lead to no facility that counts. The nearest is {straight} m off in a straight line.',
  'diagnosis.not_connected': 'The nearest street is {street} m away, beyond the cap of {cap} m.',
  'diagnosis.not_located': 'The household has no coordinates of its own, so no walk can be told.',
  'diagnosis.of_age_60_plus': 'People of 60 and over not covered, by cause',
  'diagnosis.of_households': 'Households not covered, by cause',
  'beside.bases': 'Definitions side by side (15 min)',
  'beside.basis': 'Definition',
  'beside.covered': 'Covered',
  'beside.rate': 'Rate',
  'beside.standard': 'Standard, 1,000 m',
  'beside.older': 'Older people, 0.8 m/s, 720 m',
  'beside.oldest': 'Oldest, 0.6 m/s, 540 m',
  'beside.by_age': 'By age, 0.9, 0.8, 0.6 m/s',
  'beside.ages_only': 'Only for groups of age',
  'beside.vehicle': 'By vehicle (an estimate, no 15-minute circle)',
  'beside.vehicle_note': 'To {types}; {speed} km/h on roads, on foot from the door.',
  'beside.and': ', ',
  'beside.minutes': '{minutes} min',
  'beside.estimate': 'Off the streets (an estimate)',
  'beside.estimate_text':
    'About {covered} of {total} within {minutes} min: straight line × {town} (residents’ committees) or {mountain} (elsewhere). Not in the rate.',
  'beside.computing': 'Comparing…',
  'beside.stop': 'Cancel',
  'beside.again': 'Compute again',
};
