/**
 * Asks an address for one tile before the map does, so that a wrong key, a closed network or the
 * page's own policy is told in words instead of by an empty map.
 */
import { ok, problem, type Result } from '../../../core/result';

const patienceMs = 15_000;

export async function probeTile(url: string, origin: string): Promise<Result<null>> {
  const stopped = new AbortController();
  let isBlocked = false;
  const onViolation = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    if (!blockedURI.startsWith(origin)) return;
    isBlocked = true;
    stopped.abort();
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  const timer = setTimeout(() => stopped.abort(), patienceMs);
  try {
    const response = await fetch(url, { signal: stopped.signal, referrerPolicy: 'no-referrer' });
    if (!response.ok) return problem('basemap_refused', { origin, status: response.status });
    const picture = await createImageBitmap(await response.blob()).catch(() => null);
    picture?.close();
    return picture ? ok(null) : problem('basemap_no_picture', { origin });
  } catch {
    // The browser tells of its policy a moment after the request has failed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return problem(isBlocked ? 'basemap_blocked' : 'basemap_unreachable', { origin });
  } finally {
    clearTimeout(timer);
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}

/** The tile of Web Mercator that holds a place: [z, x, y]. */
export function tileAt(lon: number, lat: number, z: number): readonly [number, number, number] {
  const size = 2 ** z;
  const phi = (lat * Math.PI) / 180;
  const across = Math.floor(((lon + 180) / 360) * size);
  const down = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * size);
  return [z, Math.min(size - 1, Math.max(0, across)), Math.min(size - 1, Math.max(0, down))];
}
