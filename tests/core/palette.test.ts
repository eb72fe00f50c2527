import { describe, expect, it } from 'vitest';
import {
  coverageStates,
  facilityTypes,
  judgements,
  rateClasses,
  rateClassOf,
  reachBands,
  rgb,
  type Hex,
} from '../../src/core/palette';

/** Linear light of sRGB, 0 … 1 each. */
function linear(color: Hex): [number, number, number] {
  return rgb(color).map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** CIE lightness L*, 0 … 100: what grey print keeps. */
function lightness([r, g, b]: [number, number, number]): number {
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

/** Viénot, Brettel and Mollon 1999: how a protanope and a deuteranope see linear light. */
function asSeen(kind: 'protan' | 'deutan', [r, g, b]: [number, number, number]) {
  const l = 17.8824 * r + 43.5161 * g + 4.11935 * b;
  const m = 3.45565 * r + 27.1554 * g + 3.86714 * b;
  const s = 0.0299566 * r + 0.184309 * g + 1.46709 * b;
  const [l2, m2] =
    kind === 'protan' ? [2.02344 * m - 2.52581 * s, m] : [l, 0.494207 * l + 1.24827 * s];
  return [
    0.080944 * l2 - 0.130504 * m2 + 0.116721 * s,
    -0.0102485 * l2 + 0.0540194 * m2 - 0.113615 * s,
    -0.000365294 * l2 - 0.00412163 * m2 + 0.693513 * s,
  ] as [number, number, number];
}

function distance(a: [number, number, number], b: [number, number, number]): number {
  return Math.hypot(
    ...a.map((value, i) => Math.cbrt(Math.max(0, value)) - Math.cbrt(Math.max(0, b[i]))),
  );
}

describe('palette', () => {
  it('classes darken with coverage by clear steps, so that grey print keeps their order', () => {
    const steps = rateClasses.map((c) => lightness(linear(c.color)));
    for (let i = 1; i < steps.length; i++) expect(steps[i - 1] - steps[i]).toBeGreaterThan(5);
  });

  it('classes cover 0 to 100 without gaps, and a break belongs to the class above', () => {
    rateClasses.forEach((c, i) => expect(c.from).toBe(i === 0 ? 0 : rateClasses[i - 1].to));
    expect([0, 19.99, 20, 59.96, 60, 100].map(rateClassOf)).toEqual([0, 0, 1, 2, 3, 4]);
    expect(rateClassOf(null)).toBe(-1);
  });

  it('covered and uncovered differ for colour-blind eyes, and in lightness', () => {
    const [covered, uncovered] = [coverageStates.covered, coverageStates.uncovered].map((mark) =>
      linear(mark.color),
    );
    for (const kind of ['protan', 'deutan'] as const)
      expect(distance(asSeen(kind, covered), asSeen(kind, uncovered))).toBeGreaterThan(0.15);
    expect(Math.abs(lightness(covered) - lightness(uncovered))).toBeGreaterThan(12);
  });

  it('states and judgements differ by shape too', () => {
    for (const marks of [coverageStates, judgements]) {
      const shapes = Object.values(marks).map((mark) => mark.shape);
      expect(new Set(shapes).size).toBe(shapes.length);
    }
    const facilities = Object.values(facilityTypes).map((mark) => mark.shape + mark.color);
    expect(new Set(facilities).size).toBe(facilities.length);
  });

  it('nearer bands are darker', () => {
    const bands = reachBands.map((color) => lightness(linear(color)));
    expect([...bands].sort((a, b) => a - b)).toEqual(bands);
  });
});
