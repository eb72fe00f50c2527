/** What is compared with what, in words. */
import type { Language } from '../../state/language.svelte';
import type { Policy } from '../../state/policy.svelte';

export function comparisonTitle({ t }: Language, policy: Policy): string {
  const { answer, comparison, scenario } = policy;
  const { other, earlier } = comparison;
  if (!answer?.isCompared || other === null || other.kind === 'baseline') {
    const option = scenario?.name ?? '';
    return answer?.isCompared
      ? t('policy.compare_of_option', { option })
      : t('policy.option_of', { option });
  }
  const after = scenario?.name ?? answer.asOf ?? t('data.unknown');
  const before =
    other.kind === 'date'
      ? t('policy.compare_date', { date: other.asOf })
      : t('policy.compare_folder', { title: earlier?.title ?? '', date: earlier?.asOf ?? '' });
  return t('policy.compare_of_date', { after, before });
}
