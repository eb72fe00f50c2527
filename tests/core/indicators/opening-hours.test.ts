import { describe, expect, it } from 'vitest';
import { parseOpeningHours } from '../../../src/core/indicators/prepare/opening-hours';

/** Text, hours on a day it opens, days a week ('?' unsaid). */
const readable: [string, number, number | '?'][] = [
  ['8:00-17:00', 9, '?'],
  ['8：00－17：00', 9, '?'],
  ['08:00~18:00 每天', 10, 7],
  ['8:30—11:30,14:30—17:30', 6, '?'],
  ['8:30—11:30，14:30—17:30', 6, '?'],
  ['8:00-12:00 14:30-17:30', 7, '?'],
  ['上午8点至下午5点', 9, '?'],
  ['上午八点至下午五点半', 9.5, '?'],
  ['早八点到晚八点', 12, '?'],
  ['上午8:00-12:00，下午2:30-5:30', 7, '?'],
  ['8点半-11点半，14点半-17点半', 6, '?'],
  ['8时30分至17时30分', 9, '?'],
  ['8:00-5:30', 9.5, '?'],
  ['20:00-6:00', 10, '?'],
  ['晚上10点至次日早上6点', 8, '?'],
  ['0:00-24:00', 24, '?'],
  ['全天', 24, '?'],
  ['全天开放', 24, '?'],
  ['24小时', 24, '?'],
  ['二十四小时', 24, '?'],
  ['每天8小时', 8, 7],
  ['6小时', 6, '?'],
  ['每周开放5天，每天6小时', 6, 5],
  ['每周40小时，周一至周五', 8, 5],
  ['周一至周五 8:00-17:00', 9, 5],
  ['周一至周五8:00-17:00', 9, 5],
  ['星期一至星期日 8:00—20:00', 12, 7],
  ['周二至周日9:00-16:30', 7.5, 6],
  ['周一、三、五 8:30-11:30', 3, 3],
  ['工作日8:00-17:30', 9.5, 5],
  ['全年无休 8:00-20:00', 12, 7],
  ['9:00-17:00(周一闭馆)', 8, 6],
  ['周一休息，9:00-17:00', 8, 6],
  // A lunch break counts only where it is written.
  ['8:00-17:00（午休12:00-14:00）', 7, '?'],
  ['8:00-17:00，12:00-14:00休息', 7, '?'],
  // Of summer and winter the shorter.
  ['夏令8:00-18:00，冬令8:30-17:00', 8.5, '?'],
  ['夏令时：8:00-12:00,15:00-18:00；冬令时：8:00-12:00,14:30-17:30', 7, '?'],
  // Sessions that overlap are not counted twice.
  ['8:00-12:00，11:00-17:00', 9, '?'],
];

describe('opening hours as people write them', () => {
  it.each(readable)('%s', (text, hours, days) => {
    expect(parseOpeningHours(text)).toEqual({
      minutesPerDay: 60 * hours,
      daysPerWeek: days === '?' ? null : days,
    });
  });

  it('spreads a week whose days differ over its open days', () => {
    // 5 × 9 h + 4 h = 49 h over 6 days.
    expect(parseOpeningHours('周一至周五8:00-17:00，周六8:00-12:00')).toEqual({
      minutesPerDay: Math.floor((49 * 60) / 6),
      daysPerWeek: 6,
    });
  });

  it.each(['', '—', '待定', '暂缺', '周一至周五', '25:00-30:00', '电话预约'])(
    'leaves "%s" unknown',
    (text) => {
      expect(parseOpeningHours(text)).toBeNull();
    },
  );
});
