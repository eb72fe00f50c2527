/** The words of opening hours, as forms and registers write them. Text comes normalised: half-width, no spaces. */
const halfDay = '(凌晨|早上|早晨|上午|早|中午|午间|下午|午后|傍晚|晚上|晚间|晚|夜间)?';
const time = `${halfDay}(\\d{1,2})(?:[:.点时](\\d{2})?(半)?分?钟?)?(整)?`;

export const hoursWords = {
  /** From–to: half of day, hour, minutes, half past and next-day word of both ends. */
  session: new RegExp(`${time}(?:-|至|到)(次日|翌日|第二天)?${time}(?![小\\d])`, 'g'),
  afternoon: /下午|午后|傍晚|晚|夜/,
  noon: /中午|午间/,
  /** Written breaks, before the times ("午休12:00-14:00") or after ("12:00-14:00休息"). */
  breakBefore: /(午休|休息|午间休息|中午休息|除|扣除|不含)(时间)?[:为]?$/,
  breakAfter: /^(为?午休|为?休息|除外|不开放|闭馆|关门)/,
  hoursADay: /(\d{1,2}(?:\.\d+)?)个?小时/,
  hoursAWeek: /(?:每周|一周|周)(?:开放)?(?:不少于)?(\d{1,3}(?:\.\d+)?)个?小时/,
  allDay: /全天|昼夜|不打烊/,
  seasons: /夏令时?|冬令时?|夏季|冬季|夏天|冬天/,
  everyDay: /每天|每日|天天|全年|无休|节假日不休/,
  workdays: /工作日|双休日除外|周末除外|周末休息|双休/,
  /** Weekdays stand as letters a to g, so that they never join the hour that follows. */
  weekday: /周[a-g]/g,
  weekdayRange: /周([a-g])(?:至|到|-)(?:周)?([a-g])/,
  weekdayList: /周([a-g](?:[、,和及](?:周)?[a-g])*)/,
  daysAWeek: /(?:每周|一周)(?:开放)?([1-7])天/,
  restAfter: /^[)]?(?:休息|闭馆|不开放|除外|休)/,
} as const;

const digits: Readonly<Record<string, string>> = {
  零: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const weekdays: Readonly<Record<string, string>> = {
  一: 'a',
  二: 'b',
  三: 'c',
  四: 'd',
  五: 'e',
  六: 'f',
  日: 'g',
  天: 'g',
};

/** Half-width, spaces as commas, one dash, digits for numerals, letters for weekdays. */
export function normalisedHours(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[—–―~〜～－−─]+|-{2,}/g, '-')
    .replace(/\s*([-:至到])\s*/g, '$1')
    .replace(/[\s；;。|/]+/g, ',')
    .replace(/星期|礼拜/g, '周')
    .replace(/周([一二三四五六日天])/g, (_, day: string) => `周${weekdays[day]}`)
    .replace(
      /(周[a-g])((?:[、,和及至到-][一二三四五六日])+)(?![点时])/g,
      (_, first: string, more: string) =>
        first + more.replace(/[一二三四五六日]/g, (day) => weekdays[day]),
    )
    .replace(/二十四|廿四/g, '24')
    .replace(/十([一二])(?=[点时个小])/g, (_, ones: string) => `1${digits[ones]}`)
    .replace(/十(?=[点时个小])/g, '10')
    .replace(/([零一二两三四五六七八九])(?=[点时个小天])/g, (numeral) => digits[numeral]);
}
