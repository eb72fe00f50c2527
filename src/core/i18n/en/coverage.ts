import type { coverage as zh } from '../zh/coverage';

export const coverage: Record<keyof typeof zh, string> = {
  'problem.no_facility_counts':
    'No facility of {file} has a type and status that count. Check the columns type and status, or change what counts with --types and --statuses.',
  'problem.no_facility_near_network':
    'None of the {count} counting facilities of {file} lies near a street. Check that coordinates are WGS-84 degrees and the streets cover them, or raise --max-snap.',
  'problem.no_point_near_network':
    'None of the {count} points of {file} lies near a street. Check that coordinates are WGS-84 degrees and the streets cover them, or raise --max-snap.',
  'problem.points_off_network': '{count} points of {file} join no street and are left out.',
  'problem.facilities_off_network':
    '{count} counting facilities of {file} join no street and serve nobody on foot.',
  'problem.no_household_near_network':
    'No household of {file} joins a street. Check that coordinates are WGS-84 degrees and the streets cover them.',
  'problem.households_without_unit':
    '{count} households of {file} have a unit_code that is not among the units (first in row {row}) and count in no unit.',
  'problem.group_unknown':
    '{group} is unknown for {count} households of {file}: left out of its sums, not counted as 0.',
  'cause.no_facility': 'no facility',
  'cause.facility_not_operating': 'a facility that is not in use',
  'cause.facility_type_not_counted': 'a facility of a type that does not count',
  'cause.too_far': 'too far',
  'cause.no_route': 'streets lead to no facility',
  'cause.not_connected': 'most households not connected to streets',
  'cause.not_located': 'most households not located',
  'suggestion.complete_construction': 'finish the facility under way',
  'suggestion.reopen_facility': 'check and reopen the facility',
  'suggestion.share_nearby_facility': 'share the facility nearby',
  'suggestion.convert_premises': 'convert idle premises',
  'suggestion.build_facility': 'build a facility',
  'suggestion.complete_coordinates': 'complete the coordinates of households',
  'suggestion.survey_streets': 'survey the streets',
};
