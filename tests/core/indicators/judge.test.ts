import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Measured, type Rule } from '../../../src/core/indicators/judge';

const percent: Rule = { factor: 100, scale: 1, operator: '>=', target: 60, isSoft: false };
const measured = (numerator: number, denominator: number, unknown = 0): Measured => ({
  numerator,
  denominator,
  unknown,
  unknownAdds: 'count',
});

describe('a judgement is made of whole numbers', () => {
  it('includes the number itself: 以上, 不少于', () => {
    expect(judge(measured(3, 5), percent)).toEqual({
      valueHundredths: 6000,
      state: 'met',
      reason: null,
      shortfall: 0,
    });
  });

  it('is one short at one short', () => {
    expect(judge(measured(1042, 1738), percent)).toMatchObject({ state: 'missed', shortfall: 1 });
    expect(judge(measured(1043, 1738), percent)).toMatchObject({ state: 'met', shortfall: 0 });
  });

  it('never shows 59.96 % as 60.0, nor lets it pass', () => {
    expect(judge(measured(1499, 2500), percent)).toMatchObject({
      valueHundredths: 5996,
      state: 'missed',
      shortfall: 1,
    });
    expect(judge(measured(599_999_999, 1_000_000_000), percent)).toMatchObject({
      valueHundredths: 5999,
      state: 'missed',
    });
  });

  it('has no figure without a denominator, and none of 0', () => {
    const reasons = [
      judge({ ...measured(3, 5), denominator: null }, percent),
      judge(measured(0, 0), percent),
      judge({ ...measured(3, 5), numerator: null }, percent),
    ].map(({ state, reason, valueHundredths }) => [state, reason, valueHundredths]);
    expect(reasons).toEqual([
      ['insufficient', 'denominator_missing', null],
      ['insufficient', 'none_to_assess', null],
      ['insufficient', 'numerator_missing', null],
    ]);
  });

  it('is amber only where the wording is soft', () => {
    expect(judge(measured(1, 5), { ...percent, isSoft: true }).state).toBe('soft_missed');
    expect(judge(measured(3, 5), { ...percent, isSoft: true }).state).toBe('met');
  });

  it('knows a blank from 0: what could turn the answer is insufficient, what could not is missed', () => {
    expect(judge(measured(2, 5, 1), percent)).toMatchObject({
      state: 'insufficient',
      reason: 'blanks_decide',
      valueHundredths: 4000,
    });
    expect(judge(measured(1, 5, 1), percent).state).toBe('missed');
    expect(judge(measured(3, 5, 2), percent).state).toBe('met');
    expect(judge({ ...measured(1, 5, 1), unknownAdds: 'open' }, percent).state).toBe(
      'insufficient',
    );
  });

  it('counts a shortfall of square metres in whole square metres', () => {
    const area: Rule = { factor: 100, scale: 100, operator: '>=', target: 30, isSoft: false };
    // 1,000 households need 300 m²; 299.99 m² are short by a hundredth, so by one whole metre.
    expect(judge(measured(29_999, 1000), area)).toMatchObject({ state: 'missed', shortfall: 1 });
    expect(judge(measured(30_000, 1000), area)).toMatchObject({ state: 'met', shortfall: 0 });
    expect(judge(measured(19_850, 1000), area)).toMatchObject({ shortfall: 102 });
  });

  it('gives the least shortfall that meets the target, whatever the figures', () => {
    const rules = fc.record({
      factor: fc.constantFrom(1, 100),
      scale: fc.constantFrom(1, 100),
      operator: fc.constant('>=' as const),
      target: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
      isSoft: fc.boolean(),
    });
    const counts = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(rules, counts, (rule, [numerator, denominator]) => {
        const { shortfall, state, valueHundredths } = judge(measured(numerator, denominator), rule);
        const meets = (more: number) =>
          judge(measured(numerator + more * rule.scale, denominator), rule).state === 'met';
        expect(shortfall).not.toBeNull();
        expect(meets(shortfall!)).toBe(true);
        if (shortfall! > 0) expect(meets(shortfall! - 1)).toBe(false);
        expect(state === 'met').toBe(shortfall === 0);
        // BigInt has no rounding at all.
        const exact =
          (100n * BigInt(rule.factor) * BigInt(numerator)) / BigInt(rule.scale * denominator);
        expect(valueHundredths).toBe(Number(exact));
      }),
    );
  });
});
