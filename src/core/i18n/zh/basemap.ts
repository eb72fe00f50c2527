/** The ground below the map's own layers, if somebody wants one. */
export const basemap = {
  'basemap.title': '底图',
  'basemap.choose': '选择底图',
  'basemap.none': '无网络底图',
  'basemap.on': '底图：{credit}',
  'basemap.off': '关闭底图',
  'basemap.intro': '默认不用底图，也不联网。底图只作背景，不参与计算，导出的图件不含底图。',
  'basemap.opacity': '底图浓淡',
  'basemap.file': '本机底图文件',
  'basemap.file_open': '选择 PMTiles 文件',
  'basemap.file_help': '栅格或矢量均可，也可拖到页面上。按需读取本机文件，不上传。',
  'basemap.file_no_names': '此文件不带地名，图上只有本系统的地名。',
  'basemap.file_elsewhere': '此文件的范围不含当前城市，图上可能看不到它。',
  'basemap.tiles': '天地图或其他 WMTS',
  'basemap.kind': '底图服务',
  'basemap.kind_vector': '天地图 矢量',
  'basemap.kind_imagery': '天地图 影像',
  'basemap.kind_terrain': '天地图 地形',
  'basemap.kind_other': '其他 WMTS 或瓦片地址',
  'basemap.host': '服务地址',
  'basemap.address': '瓦片地址',
  'basemap.address_hint': '…/wmts?LAYER=…&TILEMATRIXSET=… 或含 {z} {x} {y} 的模板',
  'basemap.key': '密钥（tk）',
  'basemap.credit': '图上署名（可写审图号）',
  'basemap.keep': '在此浏览器记住地址和密钥',
  'basemap.keep_help': '密钥不写入项目文件和导出文件；“清除本机数据”会一并清除。',
  'basemap.use': '使用此底图',
  'basemap.trying': '正在试取一张瓦片…',
  'basemap.requests':
    '使用后，浏览器会向该地址请求所看范围的图片，对方能知道看的是哪里；数据和结果不会发出。',
  'basemap.tianditu': '天地图',
  'basemap.shift_gcj02':
    '此来源为 GCJ-02 坐标，在本市比实际位置偏约 600 米，相当于一个养老圈。只能看个大概，不要据此定点。',
  'basemap.shift_bd09':
    '此来源为百度坐标 BD-09，偏约 1.2 公里，瓦片编号也不同，图会错位。请换用天地图。',
  'basemap.gaps': '有瓦片没有取到：网络中断、额度用完，或该处没有图。',
  'basemap.not_exported': '导出的图件为矢量，不含底图。',
  'problem.basemap_address_unreadable':
    '“{address}”不是网址。请填以 http:// 或 https:// 开头的完整地址。',
  'problem.basemap_degrees':
    '这是经纬度瓦片集（_c、EPSG:4490 或 4326），需要重投影，本系统不支持。请改用墨卡托瓦片集（_w、EPSG:3857）：{twin}',
  'problem.basemap_incomplete': '地址缺少 {missing}。请补上，如 LAYER=vec&TILEMATRIXSET=w。',
  'problem.basemap_placeholder': '不认识地址中的 {placeholder}。可用 {z}、{x}、{y} 和 {tk}。',
  'problem.basemap_key_missing': '天地图需要密钥。请填在天地图网站申请的浏览器端 tk。',
  'problem.basemap_blocked':
    '本页的安全策略不允许访问 {origin}（默认只访问本机）。请由管理员放行：用 npm start -- --basemap {origin} 启动；静态部署用 node scripts/allow-basemap.mjs {origin}。',
  'problem.basemap_unreachable':
    '取不到 {origin} 的图：网络不通、地址有误，或对方不允许网页跨源取图（CORS）。底图保持原样。',
  'problem.basemap_refused':
    '{origin} 拒绝了请求（HTTP {status}）。401、403、418 多为密钥不对或未授权本网址，404 多为图层名不对。',
  'problem.basemap_no_picture': '{origin} 有回应，但不是图片。请核对密钥、图层和瓦片集。',
  'problem.basemap_file_kind':
    '{file} 里的瓦片既不是图片（PNG、JPEG、WebP、AVIF）也不是矢量（MVT），不能显示。',
  'problem.basemap_file_broken': '{file} 不是完整的 PMTiles 文件：{reason}。请重新复制或导出。',
} as const;
