/** Errors about elevation models. */
export const terrain = {
  'problem.terrain_hgt_name':
    '无法从文件名 {file} 看出 SRTM 高程分幅的位置。请保留原名，例如 N26E117.hgt。',
  'problem.terrain_hgt_size':
    '{file} 的大小不是 SRTM 高程分幅（1201×1201 或 3601×3601 个 16 位数）。请重新下载完整文件。',
} as const;
