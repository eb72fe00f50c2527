/** Streets: what may be wrong with a street file, and what to do. */
export const streets = {
  'problem.streets_empty': '{file} 是空文件。请重新下载或导出。',
  'problem.streets_unknown_format':
    '{file} 不是可用的道路文件。可用格式：OSM PBF（.osm.pbf）、OSM XML（.osm、.osm.gz）、线状 GeoJSON（.geojson）、本软件保存的路网（.network）。压缩包请先解压，Shapefile 请先转为 GeoJSON。',
  'problem.streets_cut_off':
    '{file} 不完整：在第 {position} 字节处中断（文件共 {size} 字节）。请重新下载或导出。',
  'problem.streets_damaged': '{file} 在第 {position} 字节附近损坏。请重新下载或导出。',
  'problem.streets_pbf_compression':
    '{file} 第 {position} 字节处使用了 {compression} 压缩，无法读取。请用 osmium 转存为 zlib 压缩的 PBF。',
  'problem.streets_pbf_feature':
    '{file} 需要不支持的功能“{feature}”。请用 osmium 转存为普通（非历史）PBF。',
  'problem.streets_xml_damaged': '{file} 第 {line} 行不是正确的 XML。请重新导出。',
  'problem.streets_xml_cut_off': '{file} 不完整：第 {line} 行之后没有结尾。请重新下载或导出。',
  'problem.streets_xml_not_osm':
    '{file} 是 XML，但根元素是 <{root}>，不是 <osm>。请导出 OpenStreetMap XML。',
  'problem.streets_xml_number':
    '{file} 第 {line} 行：{what} 应为数字，实为“{value}”。请改正后重试。',
  'problem.streets_not_geojson':
    '{file} 是 JSON，但不是 GeoJSON 的 FeatureCollection、Feature 或线。请导出线状 GeoJSON。',
  'problem.streets_too_large': '{file} 超过 {most} MB，无法整体读入。请裁小范围，或改用 OSM PBF。',
  'problem.streets_projected':
    '{file} 的坐标系是 {crs}。请转为经纬度（WGS-84 或 CGCS2000，EPSG:4326/4490）再导出。',
  'problem.streets_off_globe':
    '{file} {where} 的坐标 [{lon}, {lat}] 不是经纬度。请检查顺序（先经度后纬度）与坐标系。',
  'problem.streets_none': '{file} 中没有道路。请检查导出时是否包含线要素或 highway 标签。',
  'problem.streets_none_walkable':
    '{file} 中有 {candidates} 条线，但没有一条可供步行。请检查 highway、foot、access 标签。',
  'problem.streets_nodes_missing':
    '{file} 有道路但缺少其节点坐标。请用 osmium extract 的 complete_ways 方式裁切。',
  'problem.streets_cut_at_border': '{count} 个节点不在文件内（多在裁切边界外），道路在该处断开。',
  'problem.streets_untagged': '文件没有 highway 标签：{count} 条线全部按可步行道路处理。',
  'problem.network_not_ours': '{file} 不是本软件保存的路网文件。请重新生成。',
  'problem.network_version':
    '{file} 是第 {version} 版路网文件，本软件只认第 {known} 版。请用原道路数据重新生成。',
  'problem.network_cut_off': '{file} 不完整。请重新生成或重新下载。',
  'problem.network_damaged': '{file} 已损坏（校验不符）。请重新生成或重新下载。',
} as const;
