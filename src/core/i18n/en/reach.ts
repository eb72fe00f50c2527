import type { reach as zh } from '../zh/reach';

export const reach: Record<keyof typeof zh, string> = {
  'cause.detour': 'A long way round (a missing bridge or link?)',
  'cause.slope': 'Slope or steps',
  'suggestion.open_link': 'Check for a missing bridge or link, and consider opening one',
  'head.short_minutes': 'Minutes beyond the limit',
  'column.short_minutes': 'Beyond',
  'stage.slope': 'Computing slopes',
  'stage.search_judged': 'Computing walks there and back',
};
