import { describe, expect, it } from 'vitest';
import { gapText, ruleWords } from '../../../../src/app/panels/siting/siting-words';
import type { Language } from '../../../../src/app/state/language.svelte';
import type { RuleAnswer, SiteAnswer } from '../../../../src/app/state/siting-types';
import { t } from '../../../../src/core/i18n/t';

const language = {
  t: (key, params) => t('zh', key, params),
  count: (value) => (value === null ? '' : value.toLocaleString('en-US')),
} as Language;

const answer = {
  people: { total: 1000, placed: 900, before: 353, after: 614 },
  costScale: 100,
  speedMS: 0.8,
} as SiteAnswer;

const group = { code: 'all', name: null, total: 1000, needed: 600, before: 353, after: 614 };
const rule = (patch: Partial<RuleAnswer>): RuleAnswer => ({
  ask: { kind: 'reach_share', percent: 60, of: 'people', by: null, cheapest: false },
  unit: 'sites',
  sites: 12,
  objective: 12,
  bound: 12,
  gap: 0,
  proof: 'optimal_by_exact_solver',
  groups: [group],
  ...patch,
});
const words = (patch: Partial<RuleAnswer>) => ruleWords(rule(patch), answer, language);

describe('an answer in words', () => {
  it('says what one site fewer cannot do, only where that is proven', () => {
    expect(words({})).toEqual({
      headline: '12 处使60岁以上覆盖率达到 61.4%',
      bound: '最优：在这些候选点中，11 处不可能达到 60 %。',
    });
    expect(words({ bound: 10, gap: 0.2, proof: 'within_gap' }).bound).toBe(
      '距最优不超过 20 %：在这些候选点中，少于 10 处不可能达到 60 %。',
    );
    expect(words({ proof: 'heuristic' }).bound).toBe('启发式：没有可证明的界。');
  });

  it('gives the most that any choice covers', () => {
    const most = { ask: { kind: 'most_people', sites: 3 }, unit: 'people', sites: 3 } as const;
    const near = { objective: 614, bound: 619, gap: 0.008078, proof: 'within_gap' } as const;
    expect(words({ ...most, ...near })).toEqual({
      headline: '3 处使覆盖由 353 人增加到 614 人（35.3% → 61.4%）',
      bound: '距最优不超过 0.81 %：在这些候选点中，3 处至多覆盖 619 人。',
    });
  });

  it('speaks of money in 10k yuan, and of walks in metres that are never told shorter', () => {
    const cheapest = { unit: 'money', objective: 123_450, bound: 123_450 } as const;
    expect(words(cheapest).headline).toBe('12 处、1,234.5 万元使60岁以上覆盖率达到 61.4%');
    const walk = words({
      ask: { kind: 'smallest_walk', sites: 12, farMinutes: 60 },
      unit: 'person_cm',
      objective: 900 * 48_050,
      bound: 900 * 47_990,
      gap: 0.001249,
      proof: 'within_gap',
    });
    expect(walk.headline).toContain('平均步行为 481 米（10.1 分钟');
    expect(walk.bound).toContain('12 处不可能低于 479 米');
  });
});

describe('a gap in words', () => {
  it('is never told smaller than it is', () => {
    expect(gapText(0)).toBe('0 %');
    expect(gapText(0.000001)).toBe('0.01 %');
    expect(gapText(0.00801)).toBe('0.81 %');
    expect(gapText(0.2)).toBe('20 %');
  });
});
