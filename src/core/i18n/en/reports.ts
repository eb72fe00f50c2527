import type { reports as zh } from '../zh/reports';

export const reports: Record<keyof typeof zh, string> = {
  'problem.summary_unreadable': '{file} is not a usable result summary. Export summary.json again.',
  'problem.summary_version':
    '{file} has version {version}; this program knows version 1 only. Open it with a newer program, or export it again.',
};
