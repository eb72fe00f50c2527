/** The field's own words for codes of SCHEMA (levels, types, states): one term, one translation. */
export const terms = {
  'app.name': '养老圈',
  'state.covered': '已覆盖',
  'state.uncovered': '未覆盖',
  'state.not_connected': '未接入路网',
  'state.not_located': '未定位',
  'data.insufficient': '数据不足',
  'data.generated': '示例数据，非真实统计',
} as const;
