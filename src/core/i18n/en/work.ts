import type { work as zh } from '../zh/work';

export const work: Record<keyof typeof zh, string> = {
  'work.open_demo': 'Opening the demo city',
  'work.open_files': 'Opening your data',
  'work.coverage': 'Computing coverage',
  'work.lists': 'Making the list',
  'work.sql': 'Running SQL',
  'work.export': 'Exporting the table',
  'stage.start': 'Getting ready',
  'stage.fetch': 'Reading files',
  'stage.read_tables': 'Reading tables',
  'stage.read_households': 'Reading households',
  'stage.read_streets': 'Reading streets',
  'stage.index_streets': 'Indexing streets',
  'stage.snap': 'Joining doors to streets',
  'stage.search': 'Computing walks',
  'stage.rollup': 'Summing up',
  'stage.open_database': 'Opening the database',
  'stage.fill_database': 'Filling the database',
  'stage.query': 'Querying',
  'stage.write': 'Writing',
  'figure.formula.coverage':
    'covered ÷ total × 100%; those not connected or not located count in the total',
  'problem.facility_not_connected':
    'No street lies near "{facility}", so it has no circle. Check its coordinates, or allow longer door legs.',
  'problem.cancelled': 'Cancelled.',
  'problem.nothing_open': 'Nothing is open. Open the demo or import data first.',
  'problem.engine_failed':
    'The engine failed: {reason}. What is open stays as it is; try again, or reload the page.',
  'problem.worker_not_started':
    'The browser could not start the background computing. What is open stays as it is; reload the page, else try a newer browser or see whether security software blocks it.',
  'problem.file_unreadable':
    'File {file} cannot be read. Check that it was not moved or locked, then choose it again.',
  'problem.files_none':
    'No files chosen. Choose a data folder, or households, facilities and streets together.',
  'problem.file_role_unknown':
    'It is not clear whether {file} holds households, facilities, units or streets. Begin its name with households, facilities, admin_units or streets, or add the columns of that table.',
  'problem.file_role_twice': '{file} and {other} are the same kind of data. Choose one of them.',
  'problem.streets_missing':
    'Streets are missing. Add OSM streets (.osm.pbf, .osm, GeoJSON) or streets.network.',
  'problem.households_missing':
    'Households are missing. Add a CSV or GeoJSON with household_id, lon and lat.',
  'problem.facilities_missing':
    'Facilities are missing. Add a CSV or GeoJSON with facility_id, lon and lat.',
};
