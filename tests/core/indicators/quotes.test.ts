import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  comparableText,
  fullWidthPunctuation,
  quoteLine,
  sanmingCatalogue,
} from '../../../src/core/indicators';
import checksums from '../../fixtures/indicators/quote-checksums.json';

const policyFile = new URL('../../../../shared/policy/sanming-2017-154.txt', import.meta.url);
const sha256 = (text: string) => createHash('sha256').update(comparableText(text)).digest('hex');

describe('every indicator quotes the policy', () => {
  it('word for word, punctuation width aside', () => {
    if (!existsSync(policyFile)) {
      console.warn(
        'SKIPPED: the policy text is not here; only the checksums of its spans are held',
      );
      return;
    }
    const policy = comparableText(readFileSync(policyFile, 'utf8'));
    for (const { id, quotes, soft_wording: soft } of sanmingCatalogue.indicators) {
      for (const quote of quotes) {
        expect(policy.includes(comparableText(quote)), `${id}: ${quote}`).toBe(true);
      }
      if (soft !== null) expect(quotes.join(''), id).toContain(soft);
    }
    const { number, title, target_year_wording: wording } = sanmingCatalogue.policy;
    for (const text of [number, title, wording!]) expect(policy).toContain(comparableText(text));
  });

  it('and with the checksums taken from it', () => {
    const ours = Object.fromEntries(
      sanmingCatalogue.indicators.map(({ id, quotes }) => [id, quotes.map(sha256)]),
    );
    expect(ours).toEqual(checksums);
  });

  it('softens only what says 原则上 or 一般, and dates only what stands under 力争到2020年', () => {
    const soft = sanmingCatalogue.indicators.filter((entry) => entry.soft_wording !== null);
    expect(soft.map((entry) => [entry.id, entry.soft_wording])).toEqual([
      ['community_org_linkage', '原则上'],
      ['facility_opening_hours_rate', '一般'],
      ['station_free_use_rate', '原则上'],
    ]);
    for (const entry of sanmingCatalogue.indicators) {
      expect(entry.target_year, entry.id).toBe(entry.kind === 'target' ? 2020 : null);
    }
  });

  it('is shown with full-width punctuation, figures left alone', () => {
    expect(fullWidthPunctuation('(二)总体目标')).toBe('（二）总体目标');
    expect(fullWidthPunctuation('网格化布局、标准化建设,打造“15分钟养老圈”')).toBe(
      '网格化布局、标准化建设，打造“15分钟养老圈”',
    );
    expect(fullWidthPunctuation('1,000米,8:30')).toBe('1,000米，8:30');
    expect(quoteLine(['城市社区平均拥有不少于10个', '社区社会组织'])).toBe(
      '城市社区平均拥有不少于10个……社区社会组织',
    );
  });
});
