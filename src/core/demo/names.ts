/**
 * The demo's Chinese words: names of generated facilities, organisations and premises, formed from
 * the names of units. Operators carry 示例, so that none is taken for a real one.
 */
export const DEMO_TITLE = '三明市养老服务设施示例（示例数据，非真实统计）';
export const DEMO_SOURCE = '示例数据，非真实统计';
export const CENSUS_SOURCE = '第七次全国人口普查（2020）';
export const DIVISIONS_SOURCE = '国家统计局统计用区划代码（2023）';
export const GENERATED_FROM_CENSUS = '示例数据，按第七次全国人口普查县级总数生成';
export const AREAS_NOTE = '示意分区，非行政区界';

/** 东霞村民委员会 → 东霞村; 江滨社区居民委员会 → 江滨社区; the rest stays. */
export function shortUnitName(name: string): string {
  const village = /^(.*?)村?(村民委员会|村委会)$/.exec(name);
  if (village) return `${village[1]}村`;
  const committee = /^(.*?)(社区)?(居民委员会|居委会)$/.exec(name);
  if (committee) return `${committee[1]}社区`;
  return name;
}

const FACILITY_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  rural_happiness_home: ['农村幸福院', '幸福院', '慈善幸福院'],
  home_care_station: ['居家养老服务站', '社区居家养老服务站'],
  day_care_centre: ['老年人日间照料中心'],
  care_centre: ['居家养老服务照料中心'],
  meal_point: ['长者食堂', '老年助餐点'],
  rural_welfare_home: ['敬老院'],
  residential_care_home: ['养老院', '老年公寓', '颐养院'],
  nursing_home: ['护理院', '老年养护院'],
  welfare_centre: ['社会福利中心'],
  activity_centre: ['老年活动中心', '老年人活动室'],
  community_service_facility: ['社区综合服务站', '党群服务中心', '综合服务中心'],
};

export function facilityName(place: string, type: string, variant: number): string {
  const endings = FACILITY_ENDINGS[type];
  return `${place}${endings[variant % endings.length]}`;
}

const VIRTUES = [
  '康寿',
  '和颐',
  '福泽',
  '安宁',
  '久久',
  '乐龄',
  '慈孝',
  '仁和',
  '松鹤',
  '长青',
  '春晖',
  '怡养',
  '福满',
  '夕阳红',
  '孝亲',
  '益寿',
];

/** A company or a private non-profit; both say that they are samples. */
export function operatorName(kind: 'enterprise' | 'private_nonprofit', number: number): string {
  const virtue = VIRTUES[number % VIRTUES.length];
  const round = Math.floor(number / VIRTUES.length);
  const mark = round === 0 ? '' : ['一', '二', '三', '四'][round % 4];
  return kind === 'enterprise'
    ? `示例${virtue}${mark}养老服务有限公司`
    : `示例${virtue}${mark}养老服务中心`;
}

export const governmentOperator = (town: string): string => `${town}人民政府`;
export const collectiveOperator = (unit: string): string => unit;

/** Opening hours the ways people write them, with hours a day and days a week where they are clear. */
export const OPEN_HOURS: readonly (readonly [
  text: string,
  hours: number | null,
  days: number | null,
])[] = [
  ['8:00-17:00', 9, null],
  ['08:00-17:30', 9.5, null],
  ['8:30—11:30，14:30—17:30', 6, null],
  ['8:00-12:00，14:30-18:00', 7.5, null],
  ['上午8点至下午5点', 9, null],
  ['上午8:00-11:30 下午14:00-17:30', 7, null],
  ['全天', 24, 7],
  ['24小时', 24, 7],
  ['周一至周五 8:00-17:00', 9, 5],
  ['周一至周六8:30-17:30', 9, 6],
  ['每天8:00-18:00', 10, 7],
  ['夏令8:00-18:00，冬令8:00-17:00', null, null],
  ['逢墟日开放', null, null],
  ['9：00—16：00', 7, null],
];
/** Hours of places where people live: always open. */
export const ALWAYS_OPEN = ['24小时', '全天'] as const;

export const CARE_SERVICE = '居家养老';
export const COMMUNITY_SERVICE = '社区社会组织';

const COMMUNITY_ORGS = [
  '老年协会',
  '志愿服务队',
  '文艺队',
  '广场舞队',
  '红白理事会',
  '巾帼志愿队',
  '邻里互助会',
  '治安巡逻队',
  '太极拳队',
  '棋牌协会',
  '合唱队',
  '读书会',
  '治水护河队',
  '移风易俗理事会',
  '关爱留守儿童服务队',
];
export const communityOrgName = (place: string, n: number): string =>
  `${place}${COMMUNITY_ORGS[n % COMMUNITY_ORGS.length]}`;

const AGENCIES = [
  '同心',
  '暖阳',
  '启明',
  '和风',
  '博爱',
  '守望',
  '青禾',
  '众益',
  '晨曦',
  '向阳',
  '心桥',
  '益家',
];
export const agencyName = (county: string, n: number): string =>
  `${county}示例${AGENCIES[n % AGENCIES.length]}社会工作服务中心`;

/** Idle and shared premises: name, use now and tenure. */
export const PREMISES = [
  ['旧小学', '闲置校舍', '村集体'],
  ['教学点', '闲置校舍', '教育部门'],
  ['旧村部', '村部', '村集体'],
  ['村部一楼', '村部', '村集体'],
  ['卫生所', '卫生所', '村集体'],
  ['旧粮站', '闲置厂房', '国有'],
  ['文化活动室', '文化活动室', '村集体'],
  ['农家书屋', '文化活动室', '村集体'],
  ['原供销社', '闲置商铺', '集体企业'],
] as const;
export const TOWN_PREMISES = [
  ['沿街店面', '闲置商铺', '国有'],
  ['原幼儿园', '闲置校舍', '教育部门'],
  ['单位旧办公楼', '闲置办公楼', '国有'],
  ['社区活动用房', '社区用房', '国有'],
] as const;

export const documentNumber = (year: number, n: number): string => `示例〔${year}〕${n}号`;
