import type { basemap as zh } from '../zh/basemap';

/** The ground below the map's own layers, if somebody wants one. */
export const basemap: Record<keyof typeof zh, string> = {
  'basemap.title': 'Basemap',
  'basemap.choose': 'Choose a basemap',
  'basemap.none': 'No network basemap',
  'basemap.on': 'Basemap: {credit}',
  'basemap.off': 'Switch off',
  'basemap.intro':
    'Off by default, and nothing is fetched. A basemap is a background: it counts for nothing and exported maps leave it out.',
  'basemap.opacity': 'Strength',
  'basemap.file': 'A file on this computer',
  'basemap.file_open': 'Choose a PMTiles file',
  'basemap.file_help':
    'Raster or vector; it can be dropped on the page. Read in place, never uploaded.',
  'basemap.file_no_names': 'This file has no names: those on the map are the program’s own.',
  'basemap.file_elsewhere': 'This file does not cover the open city and may not be in view.',
  'basemap.tiles': '天地图 (Tianditu) or any other WMTS',
  'basemap.kind': 'Service',
  'basemap.kind_vector': '天地图 streets',
  'basemap.kind_imagery': '天地图 imagery',
  'basemap.kind_terrain': '天地图 terrain',
  'basemap.kind_other': 'Other WMTS or tiles',
  'basemap.host': 'Server',
  'basemap.address': 'Address of the tiles',
  'basemap.address_hint': '…/wmts?LAYER=…&TILEMATRIXSET=… or a template with {z} {x} {y}',
  'basemap.key': 'Key (tk)',
  'basemap.credit': 'Credit on the map (approval number too)',
  'basemap.keep': 'Remember address and key in this browser',
  'basemap.keep_help':
    'The key goes into no project file and no export; “Clear data on this computer” takes it away.',
  'basemap.use': 'Use this basemap',
  'basemap.trying': 'Trying one tile…',
  'basemap.requests':
    'From then on the browser asks that address for pictures of what you look at, so it can tell where you look; data and results are never sent.',
  'basemap.tianditu': '天地图',
  'basemap.shift_gcj02':
    'This source is in GCJ-02: here about 600 m away from the true place, as much as a whole circle. Good for a glance, never for placing a site.',
  'basemap.shift_bd09':
    'This source is in BD-09, about 1.2 km off, and numbers its tiles otherwise: the picture will be wrong. Take 天地图 instead.',
  'basemap.gaps': 'Some tiles did not come: network lost, quota used up, or no picture there.',
  'basemap.not_exported': 'Exported maps are vectors and leave the basemap out.',
  'problem.basemap_address_unreadable':
    '“{address}” is no web address. Give the whole of it, beginning with http:// or https://.',
  'problem.basemap_degrees':
    'This tile set is in degrees (_c, EPSG:4490 or 4326) and would need reprojection, which is not supported. Take its twin in Web Mercator (_w, EPSG:3857): {twin}',
  'problem.basemap_incomplete':
    'The address lacks {missing}. Add it, for example LAYER=vec&TILEMATRIXSET=w.',
  'problem.basemap_placeholder':
    '{placeholder} in the address is unknown. Use {z}, {x}, {y} and {tk}.',
  'problem.basemap_key_missing':
    '天地图 needs a key: the browser tk that its web site gives to registered users.',
  'problem.basemap_blocked':
    'This page’s policy does not allow {origin} (only this computer by default). Whoever runs the page can allow it: npm start -- --basemap {origin}, or on a static host node scripts/allow-basemap.mjs {origin}.',
  'problem.basemap_unreachable':
    'No picture from {origin}: no network, a wrong address, or a server that does not allow other sites’ pages (CORS). The map stays as it was.',
  'problem.basemap_refused':
    '{origin} refused (HTTP {status}). 401, 403 and 418 mostly mean a wrong key or a site not allowed, 404 a wrong layer.',
  'problem.basemap_no_picture':
    '{origin} answered, but not with a picture. Check key, layer and tile set.',
  'problem.basemap_file_kind':
    'The tiles in {file} are neither pictures (PNG, JPEG, WebP, AVIF) nor vectors (MVT).',
  'problem.basemap_file_broken':
    '{file} is no complete PMTiles file: {reason}. Copy or export it again.',
};
