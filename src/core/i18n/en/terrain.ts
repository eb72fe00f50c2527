import type { terrain as zh } from '../zh/terrain';

export const terrain: Record<keyof typeof zh, string> = {
  'problem.terrain_hgt_name':
    'The name of {file} does not say where its SRTM tile lies. Keep the original name, such as N26E117.hgt.',
  'problem.terrain_hgt_size':
    '{file} has not the size of an SRTM tile (1201×1201 or 3601×3601 16-bit numbers). Fetch the whole file again.',
  'problem.terrain_not_degrees':
    '{file} (EPSG {code}) is not in degrees of WGS-84 or CGCS2000. Convert it first, for example with gdalwarp -t_srs EPSG:4326.',
  'problem.terrain_unreadable':
    '{file} is no whole raster. GeoTIFF (.tif) and SRTM tiles (.hgt) can be read.',
  'problem.terrain_elsewhere':
    'The raster of heights or people does not cover this place. Please use a file that does.',
  'problem.terrain_too_large':
    '{file} has more than 80 million values over this place. Lower its resolution first (30 m will do).',
  'problem.terrain_steps':
    'The heights of {file} stand at other distances than those of the other files. Please use tiles of one source and resolution.',
  'problem.terrain_gaps': '{count} of {total} streets have no height and are walked as level.',
};
