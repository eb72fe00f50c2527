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
  'problem.cancelled': 'Cancelled.',
  'problem.nothing_open': 'Nothing is open. Open the demo or import data first.',
  'problem.engine_failed':
    'The engine failed: {reason}. What is open stays as it is; try again, or reload the page.',
  'problem.file_unreadable':
    'File {file} cannot be read. Check that it was not moved or locked, then choose it again.',
};
