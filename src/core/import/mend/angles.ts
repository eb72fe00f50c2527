/**
 * Coordinates as people write them: decimal degrees, degrees-minutes-seconds, DDMM.mmm, two in one
 * cell, full-width signs, E and N before or behind. What system they are in is not decided here.
 */
import { degreeSigns } from '../synonyms-values';
import { isUnknown } from './numbers';

const plainDegrees = /^\d{1,3}\.\d+$/;

/** NaN for what is no coordinate. */
export function parseCoordinate(text: string): number {
  if (plainDegrees.test(text)) return Number(text);
  const half = text
    .normalize('NFKC')
    .trim()
    .replace(/^['’]/, '')
    .replace(/[:：]$/, '');
  if (half === '' || isUnknown(half)) return NaN;
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(half)) return packed(Number(half), half);
  const bare = half
    .replace(/东经|北纬|西经|南纬|经度|纬度|[ENen]/g, ' ')
    .replace(/[::=]/g, ' ')
    .trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) return packed(Number(bare), bare);
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  const sign = (signs: string) => `[${signs.replace(/[\]\\]/g, '\\$&')}]`;
  const { degrees, minutes, seconds } = degreeSigns;
  const pattern = new RegExp(
    `^(\\d{1,3})\\s*(?:${sign(degrees)}|[- ])\\s*(\\d{1,2}(?:\\.\\d+)?)\\s*(?:${sign(minutes)}|[- ])?\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:${sign(seconds)}|''|′′|'')?)?$`,
  );
  const match = pattern.exec(bare);
  if (match) {
    const [, d, m, s = '0'] = match;
    if (Number(m) >= 60 || Number(s) >= 60) return NaN;
    return Number(d) + Number(m) / 60 + Number(s) / 3600;
  }
  const onlyDegrees = new RegExp(`^(\\d{1,3}(?:\\.\\d+)?)\\s*${sign(degrees)}$`).exec(bare);
  return onlyDegrees ? Number(onlyDegrees[1]) : NaN;
}

/** 11738.2 is 117° 38.2′: degrees and minutes of a receiver, told by a size no degree or metre has here. */
function packed(value: number, text: string): number {
  const isLon = value > 11_600 && value < 11_900;
  const isLat = value > 2_500 && value < 2_800;
  if ((!isLon && !isLat) || !/\./.test(text)) return value;
  const degrees = Math.floor(value / 100);
  const minutes = value - degrees * 100;
  return minutes < 60 ? degrees + minutes / 60 : value;
}

/** Two coordinates in one cell, in the order they are written; null for anything else. */
export function parsePair(text: string): readonly [number, number] | null {
  const half = text
    .normalize('NFKC')
    .trim()
    .replace(/^[[(（{]|[\])）}]$/g, '')
    .replace(/^POINT\s*\(?/i, '');
  const parts = half.split(/\s*[,;、/|]\s*/).filter((part) => part !== '');
  const pair = parts.length === 2 ? parts : half.split(/\s+(?=[\dENen东北])/);
  if (pair.length !== 2) return null;
  const [a, b] = pair.map(parseCoordinate);
  return Number.isNaN(a) || Number.isNaN(b) ? null : [a, b];
}
