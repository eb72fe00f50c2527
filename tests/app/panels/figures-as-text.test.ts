import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesText, percentText, shareText } from '../../../src/app/panels/figures-as-text';

describe('figures as text', () => {
  it('never rounds a share up', () => {
    expect(percentText(59.96)).toBe('59.9%');
    expect(percentText(60)).toBe('60.0%');
    expect(percentText(57.3)).toBe('57.3%');
    expect(percentText(null)).toBeNull();
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        const [part, total] = [Math.min(a, b), b];
        const text = shareText(part, total) as string;
        if (!text.startsWith('<'))
          expect(Math.round(Number.parseFloat(text) * 10) * total).toBeLessThanOrEqual(part * 1000);
      }),
    );
  });

  it('gives the same tenth by parts and by percent with two decimals', () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.integer({ min: 1, max: 500_000 }), (a, b) => {
        const [part, total] = [Math.min(a, b), b];
        const rate = Math.floor((part * 10_000) / total) / 100;
        const text = shareText(part, total);
        if (text !== '<0.1%') expect(percentText(rate)).toBe(text);
      }),
    );
  });

  it('says that a small part is there, and nothing of nobody', () => {
    expect(shareText(1, 100_000)).toBe('<0.1%');
    expect(shareText(0, 100_000)).toBe('0.0%');
    expect(shareText(0, 0)).toBeNull();
  });

  it('never makes a walk shorter', () => {
    expect(minutesText(15.01)).toBe('15.1');
    expect(minutesText(15)).toBe('15.0');
    expect(minutesText(Number.NaN)).toBeNull();
    expect(minutesText(null)).toBeNull();
  });
});
