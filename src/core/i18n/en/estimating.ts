import type { estimating as source } from '../zh/estimating';

export const estimating: Record<keyof typeof source, string> = {
  'data.estimated': 'Estimate: households are totals spread over points, not a register',
  'file.estimated_mark': 'estimate',
  'sources.estimated':
    'Household points are population totals spread over a raster, hamlets or village seats. Totals are kept; who lives at a point is inferred, for orientation only.',
  'status.computed_points': '{households} estimated points · computed in {seconds} s',
  'data.terrain': 'Heights',
  'data.terrain_none': 'none (no slope)',
  'data.terrain_files': '{file} and others, {count} files',
  'importer.grid_use': 'Use as',
  'importer.grid.terrain': 'Heights',
  'importer.grid.people': 'People',
  'importer.grid.none': 'Leave out',
  'importer.grid_values': 'values {least}–{most}',
  'importer.grid_cell': 'cells of about {metres} m',
  'importer.grid_reason.name': 'Told by the name of the file.',
  'importer.grid_reason.negative': 'Some values are negative: heights.',
  'importer.grid_reason.crowded': 'As people these were over 20,000 a square kilometre: heights.',
  'importer.grid_reason.uneven': 'Most cells are small and a few are large: people.',
  'importer.grid_reason.smooth': 'Neighbours are alike and lie around a mean: heights.',
  'importer.grid_reason.contradicts': 'Name and values disagree: please choose.',
  'importer.grid_reason.unclear': 'Values do not tell heights from people: please choose.',
  'importer.grid_terrain_note': 'After the import slope can be turned on under Reach.',
  'importer.grid_people_note': 'With population totals, households can be estimated.',
  'problem.grid_taken_as_heights':
    '{file} is used as heights; slope can be turned on under Reach. If it is not heights, open the files again without it.',
  'problem.grid_left_out':
    '{file} does not look like heights (people, or nobody can tell) and was left out. If you need it, drop it on its own once the city is open: you will be asked what it is.',
  'importer.grid_tiles': '{count} tiles of heights',
  'importer.estimate_heading': 'Estimate households',
  'importer.estimate_offer':
    'Without a household table, the totals of {units} units can be spread over points: {places}. Every total is kept, the points are marked as estimates everywhere and never mixed with real households.',
  'importer.estimate_from_open': 'Totals are those of the open population table.',
  'importer.estimate_by_raster': 'population raster {file}',
  'importer.estimate_by_hamlets': '{count} hamlets',
  'importer.estimate_by_seats': 'village seats',
  'importer.estimate_make': 'Estimate households',
  'importer.estimate_drop': 'Leave the estimate out',
  'importer.estimate_beside_real':
    'There is a household table among the files: nothing is estimated beside real households.',
  'problem.estimate_needs_totals':
    'A population raster only says where people are. Drop the population table (residents and people over 60 by unit) with it to estimate households.',
  'importer.estimate_points': 'Points',
  'importer.estimate_persons': 'Residents',
  'importer.estimate_60': 'Aged 60+',
  'importer.estimate_place.raster_cell': 'raster cells',
  'importer.estimate_place.hamlet': 'hamlets',
  'importer.estimate_place.unit_seat': 'village or town seats',
  'importer.estimate_rough':
    '{count} of them are as rough as a village or rougher: no part of walking results unless chosen under Reach.',
  'importer.estimate_replaces':
    'The points take the place of the open household table; this can be undone.',
  'work.import_estimate': 'Estimating households',
  'stage.estimate': 'spreading totals',
  'problem.estimate_nowhere':
    'No unit’s total has a place to go: no raster within its borders, no hamlets, no seat. Bring borders of villages, hamlets or a units table along.',
  'problem.estimates_not_joined':
    'Estimated and real households cannot be joined. Choose to replace whole tables, or make a new city.',
  'importer.change_town': 'Unit',
  'importer.change_kinds': 'Show',
  'importer.change_all': 'All',
  'importer.change_excel': 'Changes .xlsx',
  'importer.change_csv': 'Changes .csv',
  'importer.change_file': 'changes',
  'importer.change_column': 'Field',
  'importer.change_from': 'Before',
  'importer.change_to': 'Now',
  'importer.change_key': 'Id',
  'importer.change_moved_m': 'Place moved (m)',
  'problem.changes_too_many':
    '{count} lines of changes; an .xlsx takes at most {most}. Please take the .csv.',
};
