import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildNetwork,
  decodeNetwork,
  encodeNetwork,
  type Network,
} from '../../../src/core/network';
import { crc32 } from '../../../src/core/network/saved/checksum';
import { drawStreets } from '../../fixtures/draw-streets';

const sample = buildNetwork(
  drawStreets([
    { points: [[0, 0], [30, 40], [100, 0], [100, 90]] }, // prettier-ignore
    { points: [[100, 0], [200, 5], [300, 0]], directions: 1 }, // prettier-ignore
    { points: [[300, 0], [310, 10], [290, 20], [300, 0]], streetClass: 2 }, // prettier-ignore
    { points: [[-500, -500], [-520, -500]] }, // prettier-ignore
  ]),
);

function decoded(bytes: Uint8Array): Network {
  const result = decodeNetwork(bytes, 'streets.network');
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('the saved network', () => {
  test('comes back as the very same arrays, and the same bytes again', () => {
    const bytes = encodeNetwork(sample);
    expect(decoded(bytes)).toEqual(sample);
    expect(encodeNetwork(decoded(bytes))).toEqual(bytes);
  });

  test('for any streets, the empty ones included', () => {
    const street = fc.record({
      points: fc.array(fc.tuple(fc.integer({ min: -9e5, max: 9e5 }), fc.nat(300)), {
        maxLength: 6,
      }),
      directions: fc.constantFrom(1, 2, 3),
      streetClass: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(street, { maxLength: 6 }), (streets) => {
        const network = buildNetwork(drawStreets(streets));
        expect(decoded(encodeNetwork(network))).toEqual(network);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test('keeps lengths that are not those of the shape', () => {
    const longer = { ...sample, edgeLengthCm: sample.edgeLengthCm.map((cm) => cm + 7) };
    expect(decoded(encodeNetwork(longer)).edgeLengthCm).toEqual(longer.edgeLengthCm);
  });

  test('across the date line', () => {
    const network = buildNetwork({
      pointLon: Float64Array.of(179.9999, -179.9999, -179.9998),
      pointLat: Float64Array.of(-17, -17, -17),
      lineStart: Uint32Array.of(0, 3),
      linePoints: Uint32Array.of(0, 1, 2),
      lineDirections: Uint8Array.of(3),
      lineClass: Uint8Array.of(0),
    });
    expect(network.edgeLengthCm[0] / 100).toBeCloseTo(31.95, 1);
    expect(decoded(encodeNetwork(network))).toEqual(network);
  });
});

describe('a damaged file is a problem', () => {
  const bytes = encodeNetwork(sample);
  const code = (broken: Uint8Array) => {
    const result = decodeNetwork(broken, 'streets.network');
    return result.ok ? 'ok' : result.problem.code;
  };

  test('any byte changed, any cut, anything added', () => {
    for (let i = 0; i < bytes.length; i++) {
      for (const flip of [1, 0x80, 0xff]) {
        const broken = bytes.slice();
        broken[i] ^= flip;
        expect(code(broken)).toMatch(/^network_(not_ours|version|damaged)$/);
      }
      expect(code(bytes.subarray(0, i))).toMatch(/^network_(not_ours|cut_off|damaged)$/);
    }
    expect(code(Uint8Array.of(...bytes, 0))).toBe('network_damaged');
  });

  test('what is in it is checked even where the checksum is right', () => {
    for (let i = 16; i < bytes.length; i++) {
      const forged = bytes.slice();
      forged[i] ^= 0x2a;
      new DataView(forged.buffer).setUint32(12, crc32(forged.subarray(16)), true);
      const result = decodeNetwork(forged, 'forged');
      if (result.ok)
        expect(result.value.edgeTo.every((v) => v < result.value.vertexCount)).toBe(true);
    }
  });

  test('another version says which', () => {
    const newer = bytes.slice();
    newer[8] = 9;
    expect(decodeNetwork(newer, 'n')).toEqual({
      ok: false,
      problem: { code: 'network_version', params: { file: 'n', version: 9, known: 1 } },
    });
  });
});

test('CRC-32 of the standard check text', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
