/** Words and signs within cells: unknown, yes, no, units, days, endings of names. */
import { words } from './synonyms';

/** Units that stand in a header and are no part of its name. */
export const headerUnits = /(平方米|平米|㎡|m2|m²|张|万元|元|亩|小时|岁人|单位:.*)$/;

/** Rows that are no data. */
export const totalRow =
  /^(全[市县区]|本[页表]|[\u4e00-\u9fff]{1,8})?(合计|小计|总计|累计|共计)(数|[:：].*)?$|^(sub)?total$/i;
export const footRow =
  /^(注|备注|说明|填表说明|填报说明|填表人|制表人|审核人|填报人|负责人|单位负责人|填报单位|填表单位|填表日期|填报日期|联系电话|附注)\s*[:：]/;
/** Who filled a form in, and how to reach them. */
export const personLine =
  /(填表人|填报人|制表人|审核人|负责人|单位负责人|联系人|联系电话|电话)\s*[:：]\s*\S*/g;
/** Lines above the header that carry a date. */
export const dateLine =
  /(截至|截止|统计时间|统计时点|统计日期|填报日期|填表日期|日期|时间)\s*[:：]?/;

/** Said where nothing is known: unknown, never 0. */
export const unknownWords = new Set(
  words(
    '— - -- --- – —— / \\ // 无 暂无 暂缺 缺 待定 不详 未知 未填 空 待核 待核实 待查 未统计 无数据 不清楚 不明 n/a na null none nan #n/a #value! #ref! #div/0! ? ？ . … * 、 (空) (空白)',
  ),
);
export const yesWords = new Set(
  words(
    '是 有 √ ✓ ✔ ☑ ■ ● y yes true t 1 对 已 已完成 已落实 完成 属于 具备 符合 独居 独居老人 独居老年人 是的 集体户 集体',
  ),
);
export const noWords = new Set(
  words(
    '否 无 × ✗ ✘ ☐ □ ○ x n no false f 0 不 不是 没有 未 未完成 未落实 非 不属于 不具备 不符合 家庭户 普通户 非独居 与子女同住 与家人同住 同住 空巢',
  ),
);

/** Said around a number. */
export const aboutWords =
  /^(约|大约|近|将近|大概|共|计|共计|合计|不足|超过|逾)|(左右|上下|余|多|以上|以内|有余)$/g;
/** Units behind a number and what they make of it; areas become square metres. */
export const numberUnits: readonly (readonly [RegExp, number])[] = [
  [/^万(平方米|平米|平|㎡|m2)$/, 10_000],
  [/^(平方米|平米|平方|平|㎡|m2|m²|sqm)$/, 1],
  [/^(亩)$/, 2000 / 3],
  [/^(公顷|ha)$/, 10_000],
  [/^(万元|万)$/, 1],
  [
    /^(张|人|户|个|名|位|床|层|楼|间|套|家|处|岁|周岁|年|座|栋|元|星|星级|天|日|天\/周|小时|h|小时\/天|口|所|组|支)$/,
    1,
  ],
];
export const tenThousand = /^万(人|户|个|张|元)?$/;
export const chineseDigits = '零一二三四五六七八九';
export const chineseTens: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  拾: 10,
  佰: 100,
  仟: 1000,
};
export const chineseAlternatives: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
};
export const datePatterns = {
  full: /^(\d{4})[年./\-_ ](\d{1,2})[月./\-_ ](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?$/,
  month: /^(\d{4})[年./-](\d{1,2})月?份?$/,
  year: /^(\d{4})年?度?$/,
};
export const degreeSigns = { degrees: '°度º˚', minutes: "′'’分", seconds: '″"”秒' };
export const hemispheres = /[东北][经纬]|[经纬]度|[NE]/gi;

/** Endings of unit names that users add or leave out. */
export const villageEndings =
  /(社区居民委员会|社区居委会|居民委员会|村民委员会|社区村委会|居委会|村委会|社区|村|居)$/;
export const hamletEndings = /(村民小组|自然村组|自然村|小组|村|组)$/;
/** 第三组 is 三组. */
export const ordinal = /^第/;
export const townEndings = /(街道办事处|街道办|街道|畲族乡|镇人民政府|乡人民政府|镇|乡)$/;
export const countyEndings = /(县|区|市)$/;
export const cityNames = /^(福建省)?(三明市|三明)?/;
/** Counties that were merged or renamed in 2021. */
export const formerCounties: Readonly<Record<string, string>> = { 梅列: '三元', 沙县: '沙县' };

/** The commonest family names, for columns of people's names without a telling header. */
export const familyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤赖官严池乐巫詹涂连童范俞翁阮温管';

/** Signs that stand for the word unknown in lists of codes; 无 is a word of its own there. */
export const nothingWord = '无';
export const moneyUnits = ['万元', '万'];
export const yearSign = '年';
export const starNames = '零一二三四五';
