/** Options of a plan, candidates, comparison and the project file. */
export const scenario = {
  'scenario.name': '方案{number}',
  'scenario.numbers': '一 二 三 四 五 六 七 八 九 十',
  'scenario.baseline': '现状基线',
  'problem.scenario_facility_missing': '{option}要调整的设施 {facility} 不在数据中，已略过。',
  'problem.plan_field': '方案内容有误：{field}。',
} as const;
