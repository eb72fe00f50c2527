import type { problems as zh } from '../zh/problems';

export const problems: Record<keyof typeof zh, string> = {
  'problem.file_missing': 'File {file} was not found. Check the path and the name.',
  'problem.column_missing':
    '{file} has no column "{column}". Add it, or rename a column to {column}.',
};
