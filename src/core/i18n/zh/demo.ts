/** The command that makes the demo city. */
export const demo = {
  'cli.demo': '生成示例城市（三明市：名称、边界、人口总数为真，其余为示例）',
  'cli.option.out_demo': '示例数据写到这个文件夹',
  'cli.option.seed': '随机种子，整数；默认 1，同一种子内容相同',
  'cli.option.county': '只生成一个县（市、区），如 350429',
  'cli.option.force': '即使已是最新也重新生成',
  'cli.demo_up_to_date': '{folder} 已是最新，未重新生成（加 --force 可重新生成）。',
  'cli.demo_made': '已生成 {folder}（{megabytes} MB，用时 {seconds} 秒）。',
  'stage.demo_land': '生成地形与河流',
  'stage.demo_streets': '生成村庄与道路',
  'stage.demo_people': '安置人口',
  'stage.demo_households_file': '写户表',
  'stage.demo_services': '生成设施与组织',
  'stage.demo_areas': '划分示意分区',
} as const;
