import type { terrain as zh } from '../zh/terrain';

export const terrain: Record<keyof typeof zh, string> = {
  'problem.terrain_hgt_name':
    'The name of {file} does not say where its SRTM tile lies. Keep the original name, such as N26E117.hgt.',
  'problem.terrain_hgt_size':
    '{file} has not the size of an SRTM tile (1201×1201 or 3601×3601 16-bit numbers). Fetch the whole file again.',
};
