/**
 * What users call the columns, in Chinese and English. The first word of each list is the header of
 * the templates. Headers are compared without spaces, brackets and units, in lower case.
 */
/** Fields that files have and the schema has not; they help to find units, people and places. */
export type SourceField =
  | 'county_name'
  | 'town_name'
  | 'village_name'
  | 'hamlet_name'
  | 'address'
  | 'coordinates'
  | 'age'
  | 'birth_date'
  | 'age_60_plus'
  | 'age_65_plus'
  | 'floor_area_other'
  | 'row_number'
  | 'person_name'
  | 'id_number'
  | 'phone';

export type Words = Readonly<Record<string, readonly string[]>>;

/** One word after the other, separated by spaces. */
export const words = (list: string): readonly string[] => list.split(' ');

export const unitWords: Words = {
  county_name: words(
    '县(市、区) 县市区 区县 所属县 所在县 县名 县名称 所属区 所在区 县 区 county county_name',
  ),
  town_name: words(
    '乡镇(街道) 乡镇街道 街道乡镇 乡镇 所在乡镇 所属乡镇 镇街 街道 镇 乡镇名称 所属街道 所在乡镇街道 所属乡镇街道 town town_name township',
  ),
  village_name: words(
    '村(社区) 村居 村社区 村 所在村 所属村 行政村 建制村 社区 所在社区 所属社区 村居名称 村社区名称 村名 社区名称 村名称 村委会 所在村居 所在村社区 所在村社区名称 所属村居 单位名称 village village_name community',
  ),
};

export const placeWords: Words = {
  unit_code: words(
    '行政区划代码 区划代码 区划编码 行政区划编码 村代码 社区代码 村居代码 村社区代码 所在村代码 所属区划代码 统计用区划代码 单位代码 地区代码 村编码 unit_code unitcode adcode code 代码',
  ),
  hamlet_name: words('自然村 村民小组 小组 组 组别 自然村组 片区'),
  address: words(
    '地址 详细地址 家庭住址 家庭地址 现住址 现住地址 居住地址 户籍地址 住址 所在地址 设施地址 位置描述 address',
  ),
  source_x: words(
    '经度 东经 经度坐标 x坐标 x 横坐标 lon lng long longitude coordx pointx xcoord source_x geometry_x',
  ),
  source_y: words(
    '纬度 北纬 纬度坐标 y坐标 y 纵坐标 lat latitude coordy pointy ycoord source_y geometry_y',
  ),
  coordinates: words(
    '坐标 经纬度 经纬度坐标 地理坐标 坐标位置 定位 定位坐标 地理位置 位置坐标 location coordinates lnglat latlng',
  ),
  location_precision: words('定位精度 坐标精度 location_precision'),
  coord_source: words('坐标系 坐标系统 坐标来源 coord_source'),
  as_of: words('统计时点 数据日期 统计日期 统计时间 截止日期 截至日期 年度 年份 as_of'),
  source: words('数据来源 来源 资料来源 source'),
  row_number: words('序号 编号 行号 序 no no. #'),
};

/** Recognised and dropped. */
export const privateWords: Words = {
  person_name: words(
    '姓名 户主姓名 户主 老人姓名 老年人姓名 负责人 负责人姓名 联系人 联系人姓名 填表人 法定代表人 法人 院长 监护人 监护人姓名 紧急联系人 户主名 person_name head_of_household',
  ),
  id_number: words(
    '身份证号 身份证 身份证号码 公民身份号码 证件号码 证件号 户主身份证号 老人身份证号 身份证件号码 户主身份证 id_number idcard id_card',
  ),
  phone: words(
    '联系电话 电话 手机 手机号 手机号码 电话号码 办公电话 联系方式 固定电话 座机 监护人电话 负责人电话 联系人电话 phone tel telephone mobile',
  ),
};
