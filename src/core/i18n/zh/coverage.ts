/** Coverage and its lists: doubts, causes, suggestions. */
export const coverage = {
  'problem.no_facility_counts':
    '{file} 中没有一个设施的类型与状态计入。请检查 type 与 status 列，或用 --types、--statuses 改变计入范围。',
  'problem.no_facility_near_network':
    '{file} 中计入的 {count} 个设施都不在路网附近。请检查坐标系（须为 WGS-84 经纬度）与路网范围，或放宽 --max-snap。',
  'problem.no_point_near_network':
    '{file} 中的 {count} 个点都不在路网附近。请检查坐标系（须为 WGS-84 经纬度）与路网范围，或放宽 --max-snap。',
  'problem.points_off_network': '{file} 中有 {count} 个点未接入路网，不参与计算。',
  'problem.facilities_off_network':
    '{file} 中有 {count} 个计入的设施未接入路网，不能提供步行服务。',
  'problem.no_household_near_network':
    '{file} 中没有一户接入路网。请检查坐标系（须为 WGS-84 经纬度）与路网范围。',
  'problem.households_without_unit':
    '{file} 中有 {count} 户的 unit_code 不在单元表中（首见于第 {row} 行），未计入任何单元。',
  'problem.group_unknown': '{file} 中有 {count} 户的 {group} 未知，未计入合计（不按 0 计）。',
  'cause.no_facility': '无设施',
  'cause.facility_not_operating': '有设施，未投入使用',
  'cause.facility_type_not_counted': '有设施，类型不计入',
  'cause.too_far': '距离过远',
  'cause.no_route': '道路不通达任何设施',
  'cause.not_connected': '多数住户未接入路网',
  'cause.not_located': '多数住户未定位',
  'suggestion.complete_construction': '加快在建设施完工启用',
  'suggestion.reopen_facility': '核实并恢复现有设施运营',
  'suggestion.share_nearby_facility': '与邻近设施联建共享',
  'suggestion.convert_premises': '利用闲置场地改建',
  'suggestion.build_facility': '新建设施',
  'suggestion.complete_coordinates': '补全住户坐标',
  'suggestion.survey_streets': '补测道路数据',
} as const;
