/** The parameters of a run on one line: below tables, in files and in the log. */
import type { Language } from '../../state/language.svelte';
import type { CoverageParameters } from '../../state/types';

export function parametersText(
  {
    minutes,
    speedMetresPerS,
    facilityTypes,
    facilityStatuses,
    townMaxSnapM,
    villageMaxSnapM,
    includesVillagePoints,
    slope,
  }: CoverageParameters,
  language: Language,
): string {
  const words = (group: string, codes: readonly string[]) =>
    codes.map((code) => language.text(`${group}.${code}`)).join(language.t('analysis.comma'));
  const parts = [
    language.t('analysis.limit', { minutes, speed: speedMetresPerS }),
    language.t('analysis.types', { types: words('facility_type', facilityTypes) }),
    language.t('analysis.statuses', { statuses: words('facility_status', facilityStatuses) }),
    language.t('analysis.snap', { town: townMaxSnapM, village: villageMaxSnapM }),
  ];
  if (includesVillagePoints) parts.push(language.t('analysis.with_village_points'));
  if (slope) parts.push(language.t('analysis.with_slope'));
  return parts.join(language.t('analysis.semicolon'));
}
