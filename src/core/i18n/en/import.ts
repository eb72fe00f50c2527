import type { importTexts as zh } from '../zh/import';

export const importTexts: Record<keyof typeof zh, string> = {
  'problem.file_empty': '{file} is empty. Export it again and retry.',
  'problem.file_without_rows': '{file} has a header but no rows. Add the rows.',
  'problem.file_not_text':
    '{file} is not a text table (it holds binary data). Save it as CSV (UTF-8).',
  'problem.file_changed':
    '{file} does not match its SHA-256 in manifest.json: changed or cut off. Put the original back; if you changed it yourself, remove its sha256 from manifest.json.',
  'problem.format_unknown': 'The format of {file} is not known. Use one of: {formats}.',
  'problem.folder_without_manifest':
    'There is no {file} in the folder, so it is not a data folder. Choose the folder that holds {file}.',
  'problem.manifest_version':
    '{file} has format_version "{value}"; this program knows 1. Open it with the program that wrote it, or make the data folder again.',
  'problem.manifest_field':
    '{file}: "{column}" is missing or of the wrong type. Correct it to the data folder\'s format.',
  'problem.json_broken': '{file} is not whole JSON; it may be cut off. Export it again.',
  'problem.geojson_without_features':
    '{file} is not a GeoJSON FeatureCollection. Export it as GeoJSON and retry.',
  'problem.geometry_not_a_place':
    '{file}, feature {row}: a {value} is not one place. Use points or polygons.',
  'problem.geometry_broken':
    '{file}, feature {row} ({value}): its coordinates are not whole. Correct or remove the feature.',
  'problem.parquet_broken':
    '{file} is not a whole Parquet file; it may be cut off ({value}). Export it again.',
  'problem.csv_quote_open':
    '{file}, row {row}: a double quote is not closed or stands in the wrong place. Write quotes in pairs, and twice within a cell.',
  'problem.row_too_short':
    '{file}, row {row}: {cells} cells where the header has {columns}; the file may be cut off. Complete the row or export the file again.',
  'problem.row_too_long':
    '{file}, row {row}: {cells} cells where the header has {columns}. Put cells with commas in double quotes.',
  'problem.column_twice': '{file} has two columns called "{column}". Rename or remove one.',
  'problem.cell_missing':
    '{file}, row {row}: "{column}" is blank and must not be. Fill it in, or remove the row.',
  'problem.cell_not_a_number':
    '{file}, row {row}: "{column}" should be a number but is "{value}". Write a number, or leave it blank if unknown.',
  'problem.cell_not_whole':
    '{file}, row {row}: "{column}" should be a whole number but is "{value}". Round it, or leave it blank if unknown.',
  'problem.cell_negative':
    '{file}, row {row}: "{column}" cannot be negative but is "{value}". Correct it, or leave it blank if unknown.',
  'problem.cell_too_large':
    '{file}, row {row}: "{column}" is too large: "{value}" (at most 2147483647). Correct it.',
  'problem.cell_not_boolean':
    '{file}, row {row}: "{column}" should be true or false but is "{value}". Correct it, or leave it blank if unknown.',
  'problem.cell_not_a_date':
    '{file}, row {row}: "{column}" should be a date such as 2020-11-01 but is "{value}". Correct it, or leave it blank if unknown.',
  'problem.cell_not_text':
    '{file}, row {row}: "{column}" should be text but is "{value}". Make it a text column.',
  'problem.cell_code_unknown':
    '{file}, row {row}: "{column}" has "{value}", which is not an allowed code. Use one of: {codes}.',
  'problem.longitude_out_of_range':
    '{file}, row {row}: "{column}" is "{value}", outside −180 to 180. Give WGS-84 degrees.',
  'problem.latitude_out_of_range':
    '{file}, row {row}: "{column}" is "{value}", outside −90 to 90. Give WGS-84 degrees.',
  'problem.coordinates_swapped':
    '{file}, row {row}: longitude and latitude look swapped ("{column}" is "{value}"). Exchange the columns lon and lat.',
  'problem.coordinates_half':
    '{file}, row {row}: half of the coordinates is missing: "{column}" is blank. Fill it in, or leave both blank.',
  'problem.id_twice':
    '{file}, row {row}: "{column}" repeats row {first}: "{value}". Each row needs its own id; correct or remove one.',
  'problem.read_as_gb18030':
    '{file} is not UTF-8 and was read as GB 18030 (GBK). If characters look wrong, save it as UTF-8.',
};
