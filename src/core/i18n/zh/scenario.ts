/** Options of a plan, candidates, comparison and the project file. */
export const scenario = {
  'scenario.name': '方案{number}',
  'scenario.numbers': '一 二 三 四 五 六 七 八 九 十',
  'scenario.baseline': '现状基线',
  'scenario.figures_of': '按{name}计',
  'scenario.figures_baseline': '按现状基线计',
  'scenario.figures_stale': '方案已变，正在重算',
  'problem.scenario_facility_missing': '{option}要调整的设施 {facility} 不在数据中，已略过。',
  'problem.project_not_one': '{file} 不是养老圈项目文件（.carecircle）。',
  'problem.project_version': '{file} 的版本是 {value}，本程序读不了；请用更新的程序打开。',
  'problem.project_field': '{file} 的内容不完整或被改动：{field}。请换一份备份。',
  'problem.project_without_households':
    '{file} 不含住户数据。请先打开“{title}”的数据，再打开本文件；已打开的内容没有变。',
  'problem.project_other_data':
    '{file} 建立在“{title}”上，与给出的数据不是同一份；差别会影响结果。',
  'project.heading': '项目文件',
  'project.save': '保存项目',
  'project.open': '打开项目文件',
  'project.with_households': '连同住户数据一起保存',
  'project.without': '项目文件不含住户数据：换一台电脑打开时，要先打开同一份数据。',
  'project.with': '项目文件会带有住户明细（含敏感个人信息），请按内部资料保管。',
  'project.saved': '已保存',
  'project.autosaved': '方案自动存在本机',
  'project.restored': '已恢复本机保存的方案',
  'work.save_project': '保存项目文件',
  'stage.pack': '打包',
  'cli.run': '重算项目文件里的每个方案：覆盖、指标和比选表',
  'cli.option.run_data': '项目文件不含住户数据时，它所用的数据文件夹',
  'cli.option.out_run':
    '输出文件夹：comparison.csv、comparison.xlsx，以及每个方案的 coverage_units 和 indicators',
  'cli.run_option': '{name}：覆盖60岁以上 {covered}/{total} 人，比现状多 {gained} 人',
  'problem.plan_field': '方案内容有误：{field}。',
} as const;
