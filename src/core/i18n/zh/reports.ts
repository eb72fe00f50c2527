/** What leaves the program: tables, reports and maps. */
export const reports = {
  'problem.summary_unreadable': '{file} 不是可用的成果摘要文件。请重新导出 summary.json。',
  'problem.summary_version':
    '{file} 的版本是 {version}，本程序只认版本 1。请用新版程序打开，或重新导出。',
} as const;
