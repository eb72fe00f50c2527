/** What is wrong with a file that was read, or doubtful in it: where, and what to do. */
export const importTexts = {
  'problem.file_empty': '{file} 是空文件，没有数据。请重新导出后再试。',
  'problem.file_without_rows': '{file} 只有表头，没有数据行。请补上数据行。',
  'problem.file_not_text': '{file} 不是文本表格（含有二进制内容）。请另存为 CSV（UTF-8）。',
  'problem.file_changed':
    '{file} 与 manifest.json 中的 SHA-256 不符，文件可能被改动或不完整。请换回原文件；如系自行修改，请删去 manifest.json 中该文件的 sha256。',
  'problem.format_unknown': '不认识 {file} 的格式。请使用：{formats}。',
  'problem.folder_without_manifest':
    '文件夹中没有 {file}，不是数据文件夹。请选择含有 {file} 的文件夹。',
  'problem.manifest_version':
    '{file} 的 format_version 是“{value}”，本程序只认识 1。请用相应版本的程序打开，或重新生成数据文件夹。',
  'problem.manifest_field': '{file} 的“{column}”缺失或类型不对。请按数据文件夹格式改正。',
  'problem.json_broken': '{file} 不是完整的 JSON，文件可能被截断。请重新导出。',
  'problem.geojson_without_features':
    '{file} 不是 GeoJSON 要素集合（FeatureCollection）。请导出为 GeoJSON 后再试。',
  'problem.geometry_not_a_place':
    '{file} 第 {row} 个要素是 {value}，不能作为一个地点。请改用点（Point）或面（Polygon）。',
  'problem.geometry_broken': '{file} 第 {row} 个要素（{value}）的坐标不完整。请改正或删去该要素。',
  'problem.parquet_broken': '{file} 不是完整的 Parquet 文件，可能被截断（{value}）。请重新导出。',
  'problem.csv_quote_open':
    '{file} 第 {row} 行有未闭合或位置不对的双引号。请成对书写，单元格内的双引号写两遍。',
  'problem.row_too_short':
    '{file} 第 {row} 行只有 {cells} 列，表头有 {columns} 列，文件可能被截断。请补全该行或重新导出。',
  'problem.row_too_long':
    '{file} 第 {row} 行有 {cells} 列，表头只有 {columns} 列。含逗号的单元格请加双引号。',
  'problem.column_twice': '{file} 有两列都叫“{column}”。请改名或删去其中一列。',
  'problem.cell_missing': '{file} 第 {row} 行的“{column}”为空，该列必填。请补上，或删去该行。',
  'problem.cell_not_a_number':
    '{file} 第 {row} 行“{column}”应为数字，却是“{value}”。请改为数字；不知道就留空。',
  'problem.cell_not_whole':
    '{file} 第 {row} 行“{column}”应为整数，却是“{value}”。请取整；不知道就留空。',
  'problem.cell_negative':
    '{file} 第 {row} 行“{column}”不能为负数，却是“{value}”。请改正；不知道就留空。',
  'problem.cell_too_large':
    '{file} 第 {row} 行“{column}”的“{value}”过大（上限 2147483647）。请改正。',
  'problem.cell_not_boolean':
    '{file} 第 {row} 行“{column}”应为 true 或 false，却是“{value}”。请改正；不知道就留空。',
  'problem.cell_not_a_date':
    '{file} 第 {row} 行“{column}”应为日期（如 2020-11-01），却是“{value}”。请改正；不知道就留空。',
  'problem.cell_not_text': '{file} 第 {row} 行“{column}”应为文本，却是“{value}”。请改为文本列。',
  'problem.cell_code_unknown':
    '{file} 第 {row} 行“{column}”的“{value}”不是允许的代码。请改为其中之一：{codes}。',
  'problem.longitude_out_of_range':
    '{file} 第 {row} 行“{column}”的“{value}”超出经度范围（−180 至 180）。请使用 WGS-84 经纬度（度）。',
  'problem.latitude_out_of_range':
    '{file} 第 {row} 行“{column}”的“{value}”超出纬度范围（−90 至 90）。请使用 WGS-84 经纬度（度）。',
  'problem.coordinates_swapped':
    '{file} 第 {row} 行的经度与纬度似乎写反了（“{column}”为“{value}”）。请对调 lon 与 lat 两列。',
  'problem.coordinates_half':
    '{file} 第 {row} 行只有一半坐标，“{column}”为空。请补上，或两列都留空。',
  'problem.id_twice':
    '{file} 第 {row} 行的“{column}”与第 {first} 行重复：“{value}”。每行须有自己的编号，请改正或删去一行。',
  'problem.read_as_gb18030':
    '{file} 不是 UTF-8，已按 GB 18030（GBK）读取。如有乱码，请另存为 UTF-8。',
} as const;
