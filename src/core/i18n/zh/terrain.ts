/** Errors about elevation models. */
export const terrain = {
  'problem.terrain_hgt_name':
    '无法从文件名 {file} 看出 SRTM 高程分幅的位置。请保留原名，例如 N26E117.hgt。',
  'problem.terrain_hgt_size':
    '{file} 的大小不是 SRTM 高程分幅（1201×1201 或 3601×3601 个 16 位数）。请重新下载完整文件。',
  'problem.terrain_not_degrees':
    '{file} 的坐标系（EPSG {code}）不是 WGS-84 或 CGCS2000 经纬度。请先转换，例如 gdalwarp -t_srs EPSG:4326。',
  'problem.terrain_unreadable':
    '{file} 不是完整的栅格。可用 GeoTIFF（.tif）或 SRTM 高程分幅（.hgt）。',
  'problem.terrain_elsewhere': '高程或人口栅格不覆盖本地范围。请换用覆盖本地的文件。',
  'problem.terrain_too_large': '{file} 在本地范围内超过 8000 万个点。请先降低分辨率（30 米足够）。',
  'problem.terrain_steps':
    '{file} 的格网间距与其他高程文件不同。请使用同一来源、同一分辨率的文件。',
  'problem.terrain_gaps': '路网 {total} 条路段中有 {count} 条没有高程，按平路计算。',
} as const;
