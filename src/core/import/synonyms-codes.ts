/**
 * Chinese words → the schema's codes. The first rule that matches wins, so the special stands before
 * the general. No match leaves the cell unknown and never sets a row aside.
 */
type Rules = readonly (readonly [RegExp, string])[];

const facilityType: Rules = [
  [/社区综合服务|综合服务(设施|站|中心)|党群服务|便民服务/, 'community_service_facility'],
  [/照料中心/, 'care_centre'],
  [/日间照料|日照中心|日托|托老所/, 'day_care_centre'],
  [/(居家|社区)养老.*站|居家养老服务(站|点)|养老服务站|家园/, 'home_care_station'],
  [/幸福院|幸福园|互助(养老)?院|互助(养老)?点/, 'rural_happiness_home'],
  [/食堂|助餐|餐厅|饭堂|就餐点/, 'meal_point'],
  [/敬老院|特困|光荣院|五保/, 'rural_welfare_home'],
  [/福利(中心|院)/, 'welfare_centre'],
  [/护理院|养护院|护养院|护理中心/, 'nursing_home'],
  [/养老院|养老公寓|老年公寓|养老机构|颐养院|养老中心|老人院/, 'residential_care_home'],
  [/活动(中心|室|站)|老年(之家|协会|学校)/, 'activity_centre'],
  [/照料/, 'care_centre'],
  [/服务站/, 'home_care_station'],
];

const status: Rules = [
  [/未(建成|完工|竣工)|在建|建设中|施工|改造中|装修/, 'under_construction'],
  [/未(建|开工|动工)|拟建|规划|计划|筹建|筹备|待建/, 'planned'],
  [
    /停用|停办|停业|停止|关闭|撤销|注销|闲置|废弃|未(运营|运行|使用|开放|启用)|已停|歇业|空置/,
    'closed',
  ],
  [/运营|运行|营业|使用中|在用|正常|开放|启用|投入使用|已使用/, 'operating'],
  [/建成|竣工|完工|已建|完成/, 'built'],
];

const operatorKind: Rules = [
  [/民办非|民非|社会服务机构|社会组织|公益|非营利|协会|基金会/, 'private_nonprofit'],
  [/村集体|集体|村委|居委|村民|村自办|老年协会/, 'collective'],
  [/企业|公司|营利|私营|个体|民企|国企/, 'enterprise'],
  [/政府|事业|民政|公办|街道|乡镇|镇政府/, 'government'],
];

const operationMode: Rules = [
  [/公建公营|公办公营|公办自营|政府自营|公办/, 'public_public'],
  [/公建民营|公办民营/, 'public_private'],
  [/民办公助|民建公助/, 'private_subsidised'],
  [/民建民营|民办民营|民营|民办/, 'private_private'],
  [/委托|购买服务|托管/, 'commissioned'],
];

const premisesTerms: Rules = [
  [/免费|无偿|免租|零租金/, 'free'],
  [/低偿|低价|优惠|低租/, 'low_rent'],
  [/市场|租赁|租用|出租/, 'market_rent'],
  [/自有|自建|产权/, 'owned'],
];

/** By table and column. */
export const codeWords: Readonly<Record<string, Rules>> = {
  'facilities.type': facilityType,
  'facilities.status': status,
  'facilities.operator_kind': operatorKind,
  'facilities.operation_mode': operationMode,
  'facilities.premises_terms': premisesTerms,
  'premises.building_mode': [
    [/新建/, 'new'],
    [/改造|改建|改扩建|扩建/, 'renovated'],
    [/划转|移交|调拨|转用|置换/, 'transferred'],
    [/租/, 'leased'],
  ],
  'admin_units.level': [
    [/地级|设区市|^市$/, 'city'],
    [/村|社区|居/, 'village'],
    [/乡|镇|街/, 'town'],
    [/县|区|市/, 'county'],
  ],
  'admin_units.kind': [
    [/街道/, 'subdistrict'],
    [/居委|社区|居民委员会|居/, 'residents_committee'],
    [/村/, 'villagers_committee'],
    [/镇/, 'town'],
    [/乡/, 'township'],
  ],
  'orgs.kind': [
    [/社工|社会工作/, 'social_work_agency'],
    [/养老|居家|照料/, 'eldercare'],
    [/社区/, 'community'],
    [/./, 'other'],
  ],
  'orgs.registration': [
    [/注销|撤销|吊销/, 'cancelled'],
    [/备案/, 'filed'],
    [/登记|注册|正常/, 'registered'],
  ],
  'social_workers.workplace': [
    [/街道|乡镇|镇|乡/, 'subdistrict'],
    [/社区|居委/, 'community'],
    [/村/, 'village'],
    [/组织|机构|企业|公司|中心/, 'org'],
  ],
  'social_workers.level': [
    [/高级/, 'senior'],
    [/助理|初级/, 'assistant'],
    [/同等|认定/, 'recognised_intermediate'],
    [/社会工作师|中级/, 'intermediate'],
    [/无|没有|未/, 'none'],
  ],
  'households.location_precision': locationWords(),
  'facilities.location_precision': locationWords(),
};

function locationWords(): Rules {
  return [
    [/门牌|楼栋|户/, 'door'],
    [/自然村|小组|组/, 'hamlet'],
    [/村|社区/, 'village'],
    [/乡|镇|街道/, 'town'],
    [/无|未/, 'none'],
  ];
}

/** How able a person is → how many people who cannot walk unaided: 1 or 0. */
export const dependentWords: readonly (readonly [RegExp, 0 | 1])[] = [
  [
    /^(否|无|0|×|x|n|no|false|没有|不是|正常|健康|完好|能力完好|自理|完全自理|能自理|可自理|生活自理|非失能|轻度|轻度失能|0级|1级|一级)$/i,
    0,
  ],
  [
    /^(是|有|√|✓|y|yes|true|失能|半失能|半自理|失能半失能|失智|中度|重度|中度失能|重度失能|完全失能|部分失能|不能自理|不自理|生活不能自理|卧床|2级|3级|4级)$/i,
    1,
  ],
];
