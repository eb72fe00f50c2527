/** What the page is busy with (work), and how far it is (stage). */
export const work = {
  'work.open_demo': '打开示例城市',
  'work.open_files': '打开自有数据',
  'work.coverage': '计算覆盖',
  'work.lists': '整理名单',
  'work.sql': '运行 SQL',
  'work.export': '导出表格',
  'stage.start': '准备',
  'stage.fetch': '读取文件',
  'stage.read_tables': '读取表格',
  'stage.read_households': '读取户表',
  'stage.read_streets': '读取路网',
  'stage.index_streets': '建立路网索引',
  'stage.snap': '接入路网',
  'stage.search': '计算步行时间',
  'stage.rollup': '汇总',
  'stage.open_database': '打开数据库',
  'stage.fill_database': '装入数据库',
  'stage.query': '查询',
  'stage.write': '写出',
  'figure.formula.coverage': '已覆盖 ÷ 总数 × 100%；未接入路网和未定位的计入总数',
  'problem.facility_not_connected':
    '“{facility}”没有接入路网，无法画出可达圈。请核对其坐标，或放宽接入距离。',
  'problem.cancelled': '已取消。',
  'problem.nothing_open': '尚未打开数据。请先打开示例项目或导入数据。',
  'problem.engine_failed': '计算程序出错：{reason}。已打开的数据不受影响；请重试，或刷新页面。',
  'problem.worker_not_started':
    '浏览器没能启动后台计算。已打开的数据不受影响；请刷新页面，仍不行就换较新的浏览器，或看看是否被安全软件拦下。',
  'problem.file_unreadable': '无法读取文件 {file}。请确认文件未被移动或占用，然后重新选择。',
  'problem.files_none': '没有选择文件。请选择一个数据文件夹，或同时选择户表、设施表和路网文件。',
  'problem.file_role_unknown':
    '看不出 {file} 是户表、设施表、行政区划还是路网。请把文件名改为 households、facilities、admin_units 或 streets 开头，或补上该表的列名。',
  'problem.file_role_twice': '{file} 与 {other} 是同一类数据。请只选其中一个。',
  'problem.streets_missing':
    '缺少路网文件。请加上 OSM 路网（.osm.pbf、.osm、GeoJSON）或 streets.network。',
  'problem.households_missing': '缺少户表。请加上含有 household_id、lon、lat 的 CSV 或 GeoJSON。',
  'problem.facilities_missing': '缺少设施表。请加上含有 facility_id、lon、lat 的 CSV 或 GeoJSON。',
} as const;
