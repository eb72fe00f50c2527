import { unzipSync, zipSync } from 'fflate';

/** A file spoilt: from outside, or for an archive also one of the files within, packed again. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isArchive || random() < 0.3) return spoilt(bytes, random);
  const files = unzipSync(bytes);
  const names = Object.keys(files).filter((name) => files[name].length > 0);
  const name = names[Math.floor(random() * names.length)];
  return zipSync({ ...files, [name]: spoilt(files[name], random) }, { level: 1 });
}

/** One to eight changes, of which most are small: formats are told by their first bytes. */
function spoilt(bytes: Uint8Array, random: () => number): Uint8Array {
  let out = bytes.slice();
  const at = () => Math.floor(random() * out.length);
  for (let left = 1 + Math.floor(random() * 8); left > 0 && out.length > 0; left--) {
    const kind = Math.floor(random() * 5);
    if (kind === 0) out[at()] ^= 1 << Math.floor(random() * 8);
    else if (kind === 1) out[at()] = Math.floor(random() * 256);
    else if (kind === 2 && random() < 0.3) out = out.slice(0, at());
    else if (kind === 3) {
      const [a, b] = [at(), at()];
      [out[a], out[b]] = [out[b], out[a]];
    } else if (kind === 4) {
      const from = at();
      const length = Math.min(out.length - from, 1 + Math.floor(random() * 16));
      out.copyWithin(at(), from, from + length);
    }
  }
  return out;
}
