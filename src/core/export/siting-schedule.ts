/**
 * 年度任务进度表 of sites spread over years: what is built each year, and how far people and villages
 * should be by its end. Who answers for a task, what stands in the way and what comes next is for
 * people to fill in.
 */
import { t, type Language } from '../i18n/t';
import type { Sheet, SheetCell, SheetColumn } from './workbook/sheet';
import { headedColumns } from './handed-in/columns';

export interface ScheduledYear {
  readonly year: number;
  /** Names of the sites built. */
  readonly opened: readonly string[];
  /** Covered and reached by the end of the year. */
  readonly people: number;
  readonly villages: number;
  /** What no schedule of the same sites passes by then, of what should rise. */
  readonly bound: number;
}

export interface Schedule {
  readonly title: string;
  readonly caption: string;
  readonly minutes: number;
  readonly peopleNow: number;
  /** Null where there are no villages to speak of. */
  readonly villagesNow: number | null;
  /** What should rise; null where it is not counted in heads, so that the bound says nothing of people. */
  readonly rising: 'people' | 'villages' | null;
  readonly years: readonly ScheduledYear[];
}

export function scheduleSheet(schedule: Schedule, language: Language): Sheet {
  const rows = schedule.years.flatMap((year) => rowsOf(year, schedule, language));
  return {
    name: t(language, 'recommend.schedule'),
    title: schedule.title,
    caption: schedule.caption,
    unitLine: t(language, 'recommend.schedule_unit_line'),
    columns: columns(language),
    rows: rows.map((row, i) => [i + 1, ...row]),
    remarks: [
      ...(schedule.rising === null ? [] : [t(language, 'recommend.schedule_proof')]),
      t(language, 'recommend.schedule_source'),
    ],
  };
}

function columns(language: Language): SheetColumn[] {
  const column = headedColumns(language);
  return [
    column('number', 6, 'centred'),
    column('task', 44, 'text'),
    column('target_value', 12, 'count'),
    column('value', 12, 'count'),
    column('completion', 12, 'decimal'),
    column('responsible', 18, 'text'),
    column('deadline', 16, 'centred'),
    column('progress', 14, 'centred'),
    column('problems', 24, 'text'),
    column('next_steps', 24, 'text'),
  ];
}

function rowsOf(
  { year, opened, people, villages, bound }: ScheduledYear,
  { peopleNow, villagesNow, minutes, rising }: Schedule,
  language: Language,
): SheetCell[][] {
  const row = (task: string, target: number, now: number): SheetCell[] => [
    task,
    target,
    now,
    target === 0 ? null : Math.min(100, Math.floor((1000 * now) / target) / 10),
    null,
    t(language, 'reports.progress.deadline', { year }),
    t(language, now >= target ? 'reports.progress.done' : 'reports.progress.under_way'),
    null,
    null,
  ];
  const names = opened.join('、');
  const build = t(language, 'recommend.schedule_build', { year, count: opened.length, names });
  const bounded = (task: string, of: Schedule['rising']) =>
    of === rising ? task + t(language, 'recommend.schedule_bound', { bound }) : task;
  const walk = bounded(t(language, 'recommend.schedule_people', { year, minutes }), 'people');
  const rows = [row(build, opened.length, 0), row(walk, people, peopleNow)];
  if (villagesNow === null) return rows;
  const reached = bounded(t(language, 'recommend.schedule_villages', { year }), 'villages');
  return [...rows, row(reached, villages, villagesNow)];
}
