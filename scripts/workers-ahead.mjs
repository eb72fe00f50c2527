/**
 * The first page begins its two workers before anything else: a script of a few words at its head, let in
 * by its hash. What they need is then on its way while the page's own code still is. A phone begins none;
 * who takes them is src/runtime/browser/start-worker.ts.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const workers = ['engine', 'households'];

/** @param {string} folder of the built page @param {string} screen text of src/app/state/screen.ts */
export function startWorkersAhead(folder, screen) {
  const page = join(folder, 'index.html');
  const place = join('_app', 'immutable', 'workers');
  const built = readdirSync(join(folder, place));
  const files = workers.map((name) => {
    const file = built.find((one) => one.startsWith(`${name}.worker-`));
    if (!file) throw new Error(`${join(folder, place)}: no worker called ${name}`);
    return [name, `./${place.replaceAll('\\', '/')}/${file}`];
  });
  const phoneWidth = /phoneWidth = (\d+)/.exec(screen)?.[1];
  if (!phoneWidth) throw new Error('src/app/state/screen.ts: no phoneWidth');
  // A browser reads line ends as \n before it takes the hash.
  const code = String(begin).replaceAll('\r\n', '\n');
  const script = `(${code})(${JSON.stringify(Object.fromEntries(files))}, ${phoneWidth});`;
  writeFileSync(page, withScript(readFileSync(page, 'utf8'), script));
}

/** Runs in the page, before anything else there. */
function begin(files, phoneWidth) {
  if (globalThis.innerWidth <= phoneWidth) return;
  const begun = (globalThis.carecircleWorkers = {});
  for (const [name, file] of Object.entries(files)) {
    try {
      begun[name] = new globalThis.Worker(file, { type: 'module' });
      // Whoever asks next makes one of its own, and hears what is wrong with it.
      begun[name].onerror = () => delete begun[name];
    } catch {
      return;
    }
  }
}

/** The page with a script at its head that its policy knows. */
function withScript(html, script) {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = /(<meta http-equiv="content-security-policy"[^>]*?script-src [^;"]*)([^>]*>)/;
  if (!policy.test(html)) throw new Error('the page has no policy for scripts');
  return html.replace(
    policy,
    (_, before, after) => `${before} 'sha256-${hash}'${after}\n    <script>${script}</script>`,
  );
}
