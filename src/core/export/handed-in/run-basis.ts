/** What every table of a run says of how it came about: walk, limits, what counts, rounding. */
import { t, type Language, type TextKey, type TextParams } from '../../i18n/t';
import type { SummaryParameters } from '../summary/result-summary';
import { word } from './cells';

type Walked = Pick<
  SummaryParameters,
  'minutes' | 'speedMS' | 'townMaxSnapM' | 'villageMaxSnapM' | 'types' | 'statuses'
>;

export function runBasis(parameters: Walked, language: Language): [string, string][] {
  const say = (name: string, params?: TextParams) =>
    t(language, `reports.basis.${name}` as TextKey, params);
  return [
    [say('walk'), say('walk_text', { minutes: parameters.minutes, speed: parameters.speedMS })],
    [
      say('snap'),
      say('snap_text', { town: parameters.townMaxSnapM, village: parameters.villageMaxSnapM }),
    ],
    [say('types'), wordsOf('facility_type', parameters.types, language)],
    [say('statuses'), wordsOf('facility_status', parameters.statuses, language)],
    [say('people'), say('people_text')],
  ];
}

/** Codes in words; null is all of them. */
export function wordsOf(
  group: string,
  codes: readonly string[] | null,
  language: Language,
): string {
  if (codes === null) return t(language, 'reports.basis.all');
  return codes.map((code) => word(group, code, language)).join(language === 'zh' ? '、' : ', ');
}
