/** What users call the columns of each table, beyond those of units and places; see synonyms.ts. */
import type { TableName } from '../store/tables';
import { words, type Words } from './synonyms';

/** Columns of each table, beyond those of units and places. */
export const tableWords: Readonly<Partial<Record<TableName, Words>>> = {
  households: {
    household_id: words(
      '户编号 户号 家庭编号 户口编号 户口簿号 户口本号 家庭户号 户id household_id hhid id',
    ),
    persons: words(
      '家庭人口 人数 户籍人数 常住人数 家庭人数 家庭人口数 人口数 户人口 户内人数 人口 常住人口 persons people household_size',
    ),
    age_60_64: words('60-64岁 60至64岁 60到64岁 60-64 60-64岁人数 60至64岁人数 age_60_64'),
    age_65_74: words('65-74岁 65至74岁 65-74 65-74岁人数 65至74岁人数 age_65_74'),
    age_75_79: words('75-79岁 75至79岁 75-79 75-79岁人数 75至79岁人数 age_75_79'),
    age_80_plus: words(
      '80岁以上 80岁及以上 80周岁及以上 80周岁以上 高龄 高龄老人 高龄人数 高龄老人数 80岁以上人数 80岁及以上人数 80+ age_80_plus age80',
    ),
    age_60_plus: words(
      '60岁以上 60岁及以上 60周岁及以上 60周岁以上 60岁以上人数 60岁及以上人数 60周岁以上老人数 老年人数 老人数 老年人口 老年人口数 60+ age_60_plus age60',
    ),
    age_65_plus: words(
      '65岁以上 65岁及以上 65周岁及以上 65周岁以上 65岁以上人数 65岁及以上人数 65+ age_65_plus age65',
    ),
    living_alone: words('独居 是否独居 独居老人 独居老年人 独居情况 是否独居老人 living_alone'),
    dependent: words(
      '失能 是否失能 失能人数 失能老人 失能情况 失能半失能 失能等级 能力等级 失能老年人数 生活自理能力 自理能力 身体状况 dependent disabled',
    ),
    is_collective: words('集体户 是否集体户 户类型 户类别 户别 is_collective'),
    age: words('年龄 周岁 实足年龄 age'),
    birth_date: words('出生日期 出生年月 出生年月日 生日 birth_date birthday dob'),
  },
  facilities: {
    facility_id: words('设施编号 设施编码 机构编号 机构编码 设施id facility_id id'),
    name: words(
      '设施名称 名称 机构名称 幸福院名称 站点名称 服务站名称 养老机构名称 照料中心名称 项目名称 name facility_name',
    ),
    type: words('类型 设施类型 机构类型 类别 设施类别 机构类别 种类 性质 设施种类 type kind'),
    floor_area_m2: words(
      '建筑面积(㎡) 建筑面积 面积 总建筑面积 房屋面积 建筑总面积 房屋建筑面积 floor_area_m2 floor_area area',
    ),
    floor_area_other: words('使用面积 占地面积 用地面积 土地面积 室外面积'),
    beds: words('床位数 床位 床位总数 养老床位 总床位数 核定床位 核定床位数 床位数张 beds'),
    nursing_beds: words(
      '护理型床位 床位数护理型 床位护理型 护理型 护理型床位数 护理床位 护理床位数 nursing_beds',
    ),
    day_places: words('日托床位 日托床位数 日间照料床位 日间床位 日托位 day_places'),
    capacity_persons: words(
      '设计服务人数 服务人数 可服务人数 容纳人数 就餐人数 设计容量 capacity_persons capacity',
    ),
    operator_name: words(
      '运营单位 运营机构 运营方 承办单位 运营主体 运营组织 运营单位名称 operator_name operator',
    ),
    operator_credit_code: words(
      '统一社会信用代码 社会信用代码 信用代码 运营单位信用代码 operator_credit_code credit_code',
    ),
    operator_kind: words('运营单位性质 运营单位类型 单位性质 机构性质 运营主体性质 operator_kind'),
    operation_mode: words('运营方式 运营模式 经营方式 运营性质 建设运营方式 operation_mode'),
    premises_terms: words('场地提供方式 场地使用方式 场地方式 用房方式 场地性质 premises_terms'),
    open_hours_text: words(
      '开放时间 营业时间 服务时间 开放时段 运营时间 开放情况 open_hours_text opening_hours open_hours',
    ),
    hours_per_day: words(
      '每天开放小时 每日开放小时 每日开放小时数 日开放时长 每天开放时间小时 hours_per_day',
    ),
    days_per_week: words('每周开放天数 周开放天数 days_per_week'),
    star_rating: words('星级 评定星级 星级评定 等级 评定等级 star_rating stars'),
    floors: words('楼层 层数 楼层数 所在楼层 floors'),
    has_lift: words('电梯 有无电梯 是否有电梯 has_lift lift elevator'),
    is_barrier_free: words('无障碍 无障碍设施 是否无障碍 有无无障碍设施 is_barrier_free'),
    status: words('状态 运营状态 建设状态 设施状态 使用状态 建设情况 运营情况 运行状态 status'),
    built_year: words(
      '建成年份 建成时间 建成年度 建设年份 投入使用时间 建成日期 启用时间 成立时间 建设时间 建设年度 built_year',
    ),
    shares_rooms_with: words('合用设施编号 合建设施 shares_rooms_with'),
  },
  admin_units: {
    name: words('名称 单位名称 区划名称 地区 地区名称 name'),
    parent_code: words('上级代码 上级 上级区划代码 父级代码 parent_code parent'),
    level: words('级别 层级 行政级别 level'),
    kind: words('类型 类别 单位类型 区划类型 kind type'),
    is_central_town: words('是否中心城区乡镇 中心城区乡镇 中心城区 is_central_town'),
    host_code: words('托管代码 代管单位代码 host_code'),
    urban_rural_class: words('城乡分类 城乡分类代码 城乡属性 urban_rural_class'),
    is_resettlement_site: words('是否安置区 易地扶贫搬迁安置区 安置区 is_resettlement_site'),
  },
  premises: {
    premise_id: words('候选点编号 场所编号 场地编号 房屋编号 premise_id id'),
    name: words('候选点名称 名称 场所名称 场地名称 房屋名称 name'),
    current_use: words('现状用途 现用途 用途 现状 当前用途 current_use'),
    tenure: words('产权 产权单位 权属 产权性质 产权人 tenure'),
    usable_area_m2: words(
      '可用面积(㎡) 可用面积 可利用面积 使用面积 面积 建筑面积 usable_area_m2 area',
    ),
    floors: words('楼层 层数 所在楼层 floors'),
    has_lift: words('电梯 有无电梯 是否有电梯 has_lift lift'),
    renovation_cost_10k_yuan: words(
      '改造费(万元) 改造费 改造费用 改造成本 估算改造费 改造投资 投资 renovation_cost_10k_yuan',
    ),
    building_mode: words('建设方式 建设形式 building_mode'),
  },
  hamlets: {
    name: words(
      '自然村(小组) 自然村 自然村名称 自然村名 村民小组 村民小组名称 小组 小组名称 组名 地名 小地名 名称 hamlet hamlet_name name',
    ),
    households: words('户数 总户数 家庭户数 households'),
    persons: words('人口 人口数 人数 总人口 常住人口 户籍人口 persons population'),
  },
  population: {
    residents: words('常住人口 常住人口数 总人口 人口 人口数 residents population'),
    registered: words('户籍人口 户籍人口数 registered'),
    family_households: words(
      '家庭户 家庭户数 常住户数 户数 常住家庭户 family_households households',
    ),
    registered_households: words('户籍户 户籍户数 户籍总户数 registered_households'),
    collective_residents: words('集体户人口 集体户人数 collective_residents'),
    age_60_plus: words(
      '60岁以上 60岁及以上 60周岁以上 60周岁及以上 60岁以上人数 60岁及以上人口 60岁以上人口 老年人口 老年人数 age_60_plus',
    ),
    age_65_plus: words(
      '65岁以上 65岁及以上 65周岁以上 65周岁及以上 65岁以上人数 65岁及以上人口 65岁以上人口 age_65_plus',
    ),
    age_80_plus: words(
      '80岁以上 80岁及以上 80周岁以上 80周岁及以上 80岁以上人数 80岁及以上人口 80岁以上人口 高龄 高龄人数 age_80_plus',
    ),
    urban_residents: words('城镇人口 城镇常住人口 城镇人口数 urban_residents'),
  },
  grid_units: {
    grid_code: words('网格编码 网格编号 网格代码 grid_code'),
    households: words('户数 网格户数 households'),
    is_regular: words('是否规则格网 is_regular'),
  },
  orgs: {
    org_id: words('统一社会信用代码 信用代码 社会信用代码 组织编号 org_id id'),
    name: words('组织名称 名称 社会组织名称 机构名称 单位名称 name'),
    kind: words('类型 组织类型 类别 组织类别 kind type'),
    registration: words('登记状态 登记备案 登记或备案 登记 状态 登记情况 registration status'),
    registered_unit_code: words('登记地区划代码 登记地代码 registered_unit_code'),
    parent_org_id: words('上级组织编号 总机构信用代码 parent_org_id'),
  },
  org_links: {
    org_id: words('统一社会信用代码 组织编号 信用代码 org_id'),
    service: words('服务内容 服务项目 服务方式 对接方式 service'),
    valid_from: words('起始日期 开始日期 对接开始 起 valid_from'),
    valid_to: words('终止日期 结束日期 对接结束 止 valid_to'),
  },
  social_workers: {
    worker_id: words('人员编号 社工编号 worker_id id'),
    org_id: words('所在组织信用代码 组织编号 统一社会信用代码 org_id'),
    workplace: words('岗位 工作平台 岗位类型 任职单位类型 workplace'),
    level: words('证书等级 职业水平 资格等级 职业资格 证书 等级 level'),
    headcount: words('人数 社工人数 社会工作专业人才数 headcount'),
  },
  volunteers: {
    registered_volunteers: words(
      '注册志愿者人数 注册志愿者 注册志愿者数 志愿者人数 登记注册志愿者 志愿者数 registered_volunteers',
    ),
  },
  facility_services: {
    facility_id: words('设施编号 设施编码 facility_id'),
  },
  duties: {
    duty_id: words('任务编号 事项编号 任务 duty_id'),
    fulfilled: words('是否完成 是否落实 完成情况 fulfilled'),
    document_no: words('文号 文件号 发文字号 document_no'),
    document_date: words('发文日期 文件日期 印发日期 document_date'),
  },
  unit_crosswalk: {
    old_code: words('原代码 旧代码 原区划代码 old_code'),
    new_code: words('现代码 新代码 现区划代码 new_code'),
  },
};
