import type { streets as zh } from '../zh/streets';

export const streets: Record<keyof typeof zh, string> = {
  'problem.streets_empty': '{file} is empty. Download or export it again.',
  'problem.streets_unknown_format':
    '{file} is not a street file we read: OSM PBF (.osm.pbf), OSM XML (.osm, .osm.gz), line GeoJSON (.geojson) or a network saved here (.network). Unpack archives first; turn a Shapefile into GeoJSON.',
  'problem.streets_cut_off':
    '{file} is cut off at byte {position} of {size}. Download or export it again.',
  'problem.streets_damaged': '{file} is damaged near byte {position}. Download or export it again.',
  'problem.streets_pbf_compression':
    '{file} uses {compression} compression at byte {position}, which cannot be read. Save it as a PBF with zlib compression, with osmium for instance.',
  'problem.streets_pbf_feature':
    '{file} requires "{feature}", which is not supported. Save it as a plain PBF without history, with osmium for instance.',
  'problem.streets_xml_damaged': '{file}, line {line}: not well-formed XML. Export it again.',
  'problem.streets_xml_cut_off':
    '{file} is cut off: nothing closes what is open after line {line}. Download or export it again.',
  'problem.streets_xml_not_osm':
    '{file} is XML with the root <{root}>, not <osm>. Export OpenStreetMap XML.',
  'problem.streets_xml_number':
    '{file}, line {line}: {what} should be a number, but is "{value}". Correct it and try again.',
  'problem.streets_not_geojson':
    '{file} is JSON but no GeoJSON FeatureCollection, Feature or line. Export line GeoJSON.',
  'problem.streets_too_large':
    '{file} is larger than {most} MB, too much to read at once. Cut out a smaller area, or use OSM PBF.',
  'problem.streets_projected':
    '{file} is in {crs}. Convert it to longitude and latitude (WGS-84 or CGCS2000, EPSG:4326/4490).',
  'problem.streets_off_globe':
    '{file}, {where}: [{lon}, {lat}] is no longitude and latitude. Check their order (longitude first) and the coordinate system.',
  'problem.streets_none':
    '{file} holds no streets. Check that the export includes lines, or ways with a highway tag.',
  'problem.streets_none_walkable':
    '{file} holds {candidates} lines, but none may be walked. Check the tags highway, foot and access.',
  'problem.streets_nodes_missing':
    '{file} has streets but not the places of their nodes. Cut it with osmium extract, strategy complete_ways.',
  'problem.streets_cut_at_border':
    '{count} nodes are not in the file (mostly beyond the border of the extract); streets end there.',
  'problem.streets_untagged':
    'The file has no highway tags: all {count} lines are taken as walkable streets.',
  'problem.network_not_ours': '{file} is not a network saved here. Make it again.',
  'problem.network_version':
    '{file} is a network of version {version}; version {known} is needed. Make it again from the streets.',
  'problem.network_cut_off': '{file} is cut off. Make or download it again.',
  'problem.network_damaged':
    '{file} is damaged (its checksum does not match). Make or download it again.',
};
