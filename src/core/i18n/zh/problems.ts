/** Errors: what is wrong, where, and what to do. `{name}` is filled from the problem's params. */
export const problems = {
  'problem.file_missing': '找不到文件 {file}。请检查路径与文件名。',
  'problem.column_missing': '{file} 缺少列“{column}”。请补上该列，或改列名为 {column}。',
} as const;
