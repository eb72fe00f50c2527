import type { manual as zh } from '../zh/manual';

/** Around the manual, which is in Chinese. */
export const manual: Record<keyof typeof zh, string> = {
  'manual.title': 'Manual',
  'manual.page_title': 'Manual · CareCircle',
  'manual.open': 'Open the manual (in Chinese)',
  'manual.back': 'Back to CareCircle',
  'manual.contents': 'Contents',
  'manual.search': 'Search the manual',
  'manual.found': '{count} sections',
  'manual.found_none': 'Nothing found: try another word.',
  'manual.print': 'Print',
  'manual.link': 'Link to this section: {title}',
  'manual.sample': 'All pictures show sample data, not real statistics.',
};
