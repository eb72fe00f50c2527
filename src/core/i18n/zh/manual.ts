/** Around the manual; its chapters are the Markdown files in manual/. */
export const manual = {
  'manual.title': '用户手册',
  'manual.page_title': '用户手册 · 养老圈',
  'manual.open': '打开用户手册',
  'manual.back': '回到养老圈',
  'manual.contents': '目录',
  'manual.search': '在手册里查找',
  'manual.found': '{count} 节',
  'manual.found_none': '没有找到，换个词试试。',
  'manual.print': '打印',
  'manual.link': '本节链接：{title}',
  'manual.sample': '图中均为示例数据，非真实统计。',
} as const;
