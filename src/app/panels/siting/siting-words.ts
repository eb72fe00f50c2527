/** Answers in words: what the sites bring, and what is proven about them. */
import type { RuleAnswer, SiteAnswer } from '../../state/siting-types';
import type { Language } from '../../state/language.svelte';
import { minutesText, shareText } from '../figures-as-text';

export interface AnswerWords {
  readonly headline: string;
  /** What no other choice can do. */
  readonly bound: string;
}

/** A gap as percent, rounded up at the second decimal: never told smaller than it is. */
export function gapText(share: number): string {
  if (share === 0) return '0 %';
  const hundredths = Math.ceil(share * 10_000);
  return `${(hundredths / 100).toFixed(2).replace(/\.?0+$/, '')} %`;
}

/** Money as whole numbers over a scale. */
function money(amount: number, { costScale }: SiteAnswer): string {
  return (amount / costScale).toLocaleString('en-US');
}

export function ruleWords(rule: RuleAnswer, answer: SiteAnswer, language: Language): AnswerWords {
  const { ask, proof, gap, bound, sites } = rule;
  const { t, count } = language;
  const isOptimal = proof !== 'within_gap' && proof !== 'heuristic';
  const gapWords = gapText(gap);
  const heuristic = t('recommend.heuristic');
  if (ask.kind === 'smallest_walk') {
    const metresEach = (cm: number) => cm / Math.max(1, answer.people.placed) / 100;
    const minutes = metresEach(rule.objective) / answer.speedMS / 60;
    return {
      headline: t('recommend.walk', {
        sites,
        metres: count(Math.ceil(metresEach(rule.objective))),
        minutes: minutesText(minutes) ?? '',
        far: ask.farMinutes,
      }),
      bound: isOptimal
        ? t('recommend.walk_optimal', { sites })
        : proof === 'heuristic'
          ? heuristic
          : t('recommend.walk_within', {
              sites,
              gap: gapWords,
              bound: count(Math.floor(metresEach(bound))),
            }),
    };
  }
  if (ask.kind === 'most_people') {
    const { before, after, total } = answer.people;
    const headline = t('recommend.most', {
      sites,
      before: count(before),
      after: count(after),
      percentBefore: shareText(before, total) ?? '',
      percentAfter: shareText(after, total) ?? '',
    });
    const kind = rule.unit === 'weight' ? 'weight' : 'budget' in ask ? 'budget' : 'most';
    const params = {
      sites,
      budget: 'budget' in ask ? count(ask.budget) : '',
      objective: count(rule.objective),
      gap: gapWords,
      bound: count(bound),
    };
    if (proof === 'heuristic') return { headline, bound: heuristic };
    return { headline, bound: t(`recommend.${kind}_${isOptimal ? 'optimal' : 'within'}`, params) };
  }
  const percent = `${ask.percent} %`;
  if (sites === 0) return { headline: t('recommend.target_nothing'), bound: '' };
  const isMoney = rule.unit === 'money';
  const headline = targetHeadline(rule, percent, answer, language);
  if (proof === 'heuristic') return { headline, bound: heuristic };
  const params = {
    fewer: sites - 1,
    percent,
    gap: gapWords,
    bound: isMoney ? money(bound, answer) : count(bound),
  };
  const kind = isMoney ? 'money' : 'target';
  if (!isMoney && isOptimal && sites === 1)
    return { headline, bound: t('recommend.target_one', params) };
  return { headline, bound: t(`recommend.${kind}_${isOptimal ? 'optimal' : 'within'}`, params) };
}

function targetHeadline(
  { ask, groups, sites, objective, unit }: RuleAnswer,
  percent: string,
  answer: SiteAnswer,
  { t }: Language,
): string {
  if (ask.kind === 'reach_share' && ask.of === 'towns') {
    const sum = (of: 'before' | 'after' | 'total') => groups.reduce((n, group) => n + group[of], 0);
    return t('recommend.target_towns', {
      sites,
      before: sum('before'),
      after: sum('after'),
      total: sum('total'),
    });
  }
  const met = groups.filter(({ after, needed }) => after >= needed).length;
  const [only] = groups;
  const of = ask.kind === 'reach_share' && ask.of === 'people' ? 'people' : 'villages';
  const share = t(`recommend.share_${of}`);
  const kind = unit === 'money' ? 'money' : 'target';
  const cost = unit === 'money' ? money(objective, answer) : '';
  if (groups.length === 1) {
    const after = shareText(only.after, only.total) ?? '';
    return t(`recommend.${kind}`, { sites, cost, share, after });
  }
  return t(`recommend.${kind}_groups`, { sites, cost, met, groups: groups.length, share, percent });
}
