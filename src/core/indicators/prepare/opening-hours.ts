/**
 * Opening hours as people write them: "8:00-17:00", "8:30-11:30,14:30-17:30", morning and afternoon by
 * word, all day, some days of the week. Sessions of a day add up; a lunch break is subtracted only where
 * it is written; of summer and winter times the shorter stands; where days differ, hours are those of
 * the week over its open days. What cannot be read stays unknown.
 */
import { hoursWords as words, normalisedHours } from './hours-words';

export interface OpeningHours {
  /** Minutes open on a day it opens, rounded down. */
  readonly minutesPerDay: number;
  /** Days open in a week; null where the text does not say. */
  readonly daysPerWeek: number | null;
}

interface Session {
  readonly from: number;
  readonly to: number;
  readonly isBreak: boolean;
}

const minutesInDay = 24 * 60;
const minutesInHalfDay = minutesInDay / 2;

/** The hours in a text, or null where it holds none. */
export function parseOpeningHours(text: string): OpeningHours | null {
  const plain = normalisedHours(text);
  if (words.seasons.test(plain)) {
    const readings = plain
      .split(words.seasons)
      .map(minutesIn)
      .filter((m) => m !== null);
    if (readings.length > 1) {
      return { minutesPerDay: Math.min(...readings), daysPerWeek: daysIn(plain) };
    }
  }
  return weekIn(plain) ?? dayIn(plain);
}

function dayIn(plain: string): OpeningHours | null {
  const minutesPerDay = minutesIn(plain);
  return minutesPerDay === null ? null : { minutesPerDay, daysPerWeek: daysIn(plain) };
}

/** Groups of days with hours of their own ("Mon-Fri 8-17, Sat 8-12"); null where there is one group. */
function weekIn(plain: string): OpeningHours | null {
  const starts = [...plain.matchAll(words.weekday)].map((match) => match.index);
  const groups: { days: number; minutes: number }[] = [];
  let from = 0;
  for (const next of [...starts.slice(1), plain.length]) {
    const part = plain.slice(from, next);
    const days = daysIn(part);
    const minutes = minutesIn(part);
    if (days === null || minutes === null) continue;
    groups.push({ days, minutes });
    from = next;
  }
  const days = groups.reduce((sum, group) => sum + group.days, 0);
  if (groups.length < 2 || days > 7) return null;
  const weekly = groups.reduce((sum, group) => sum + group.days * group.minutes, 0);
  return { minutesPerDay: Math.floor(weekly / days), daysPerWeek: days };
}

function minutesIn(plain: string): number | null {
  const sessions = sessionsIn(plain);
  if (sessions === null) return null;
  const open = sessions.filter((session) => !session.isBreak);
  if (open.length > 0) {
    return withinDay(unionMinutes(open) - overlapMinutes(open, sessions));
  }
  const weekly = words.hoursAWeek.exec(plain);
  if (weekly) {
    const days = daysIn(plain);
    return days === null ? null : withinDay(Math.floor((Number(weekly[1]) * 60) / days));
  }
  const stated = words.hoursADay.exec(plain);
  if (stated) return withinDay(Math.round(Number(stated[1]) * 60));
  return words.allDay.test(plain) ? minutesInDay : null;
}

function withinDay(minutes: number): number | null {
  return minutes > 0 && minutes <= minutesInDay ? minutes : null;
}

/** Sessions "from-to", breaks marked; null where a time is impossible. */
function sessionsIn(plain: string): Session[] | null {
  const found: Session[] = [];
  for (const match of plain.matchAll(words.session)) {
    const [, halfA, hourA, minuteA, pastA, , nextDay, halfB, hourB, minuteB, pastB] = match;
    const from = minuteOfDay(halfA, hourA, minuteA, pastA);
    let to = minuteOfDay(halfB, hourB, minuteB, pastB);
    if (from === null || to === null || (from === to && nextDay === undefined)) return null;
    if (nextDay !== undefined) to += minutesInDay;
    else if (to <= from) {
      // "8:00-5:30" ends in the afternoon; "20:00-6:00" on the next day.
      const isHalfDayClock =
        halfB === undefined && Number(hourA) < 13 && to + minutesInHalfDay > from;
      to += isHalfDayClock ? minutesInHalfDay : minutesInDay;
    }
    const before = plain.slice(0, match.index);
    const after = plain.slice(match.index + match[0].length);
    found.push({
      from,
      to,
      isBreak: words.breakBefore.test(before) || words.breakAfter.test(after),
    });
  }
  return found;
}

function minuteOfDay(
  half: string | undefined,
  hour: string,
  minute: string | undefined,
  halfPast: string | undefined,
): number | null {
  let hours = Number(hour);
  const minutes = halfPast === undefined ? Number(minute ?? 0) : 30;
  if (half !== undefined && hours < 12) {
    if (words.afternoon.test(half) || (words.noon.test(half) && hours < 4)) hours += 12;
  }
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= minutesInDay ? total : null;
}

function unionMinutes(sessions: readonly Session[]): number {
  let open = 0;
  let until = -1;
  for (const { from, to } of [...sessions].sort((a, b) => a.from - b.from)) {
    open += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return open;
}

function overlapMinutes(open: readonly Session[], sessions: readonly Session[]): number {
  const breaks = sessions.filter((session) => session.isBreak);
  const cut = breaks.flatMap((pause) =>
    open.map((session) => ({
      from: Math.max(pause.from, session.from),
      to: Math.max(pause.from, session.from, Math.min(pause.to, session.to)),
      isBreak: true,
    })),
  );
  return unionMinutes(cut);
}

/** Days of the week in a text, or null where it names none. */
function daysIn(plain: string): number | null {
  const stated = words.daysAWeek.exec(plain);
  if (stated) return Number(stated[1]);
  const rest = restDays(plain);
  const range = words.weekdayRange.exec(plain);
  if (range && rest !== range[0]) {
    const [from, to] = [weekday(range[1]), weekday(range[2])];
    return to >= from ? to - from + 1 : to - from + 8;
  }
  if (words.workdays.test(plain)) return 5;
  const list = words.weekdayList.exec(plain);
  if (list) {
    const named = list[1].replace(/[^a-g]/g, '').length;
    return rest === null ? named : 7 - named;
  }
  return words.everyDay.test(plain) ? 7 : null;
}

/** The weekdays that are said to be closed, as written. */
function restDays(plain: string): string | null {
  for (const pattern of [words.weekdayRange, words.weekdayList]) {
    const match = pattern.exec(plain);
    if (match && words.restAfter.test(plain.slice(match.index + match[0].length))) return match[0];
  }
  return null;
}

function weekday(day: string): number {
  return day.charCodeAt(0) - 96;
}
