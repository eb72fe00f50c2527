/** Reach: causes, conditions of walking, definitions side by side, estimates, vehicles. */
export const reach = {
  'cause.detour': '绕行过远（疑缺桥或断头路）',
  'cause.slope': '坡度或台阶',
  'suggestion.open_link': '核实是否缺桥或断头路，研究打通',
  'head.short_minutes': '超出时限（分钟）',
  'column.short_minutes': '超出',
  'stage.slope': '计算坡度',
  'stage.search_judged': '计算往返步行时间',
} as const;
