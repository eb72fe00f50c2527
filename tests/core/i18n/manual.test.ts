import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChapter } from '../../../scripts/manual-chapter';
import { commands } from '../../../src/cli/commands';
import { zh } from '../../../src/core/i18n/zh';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'src', 'core', 'i18n', 'zh', 'manual');
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const whole = texts.join('\n');
// Throws where a name, a picture or an anchor of the text is gone.
const sections = texts.flatMap((text) => readChapter(text).sections);

/** What a user can open or ask for; a new one of these belongs in the manual. */
const namedOnScreen = [
  /^task\.(?!rail$|fold$|unfold$)\w+$/,
  /^view\.\w+$/,
  /^pane\.(overview|basis|sources)$/,
  /^drawer\.(table|policy|on_foot|explore|charts|sql|log)$/,
  /^planner\.tab_\w+$/,
  /^recommend\.goal_\w+$/,
  /^importer\.(step_\w+|mode\.\w+)$/,
  /^documents\.format\.[\w-]+$/,
  /^sheet\.(figures|list|detail|indicators)$/,
  /^facility_type\.\w+$/,
  /^diagnosis\.word_\w+$/,
  /^indicator\.state\.\w+$/,
  /^basemap\.(none|file_open|keep|use|opacity)$/,
];

describe('the manual', () => {
  it('names every task, view, tab, kind of document and state by the words of the screen', () => {
    const keys = Object.keys(zh).filter((key) => namedOnScreen.some((name) => name.test(key)));
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((key) => !whole.includes(`{{${key}}}`))).toEqual([]);
  });

  it('names every command of the command line', () => {
    const names = commands.map(({ name }) => name);
    expect(names.filter((name) => !whole.includes(`\`${name}\``))).toEqual([]);
  });

  it('has anchors that are each there once, links that lead somewhere, and no markup of its own', () => {
    const ids = sections.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const links = sections.flatMap(({ html }) => [...html.matchAll(/href="([^"]*)"/g)]);
    expect(links.length).toBeGreaterThan(5);
    const places = links.map(([, to]) => to).filter((to) => !to.endsWith('.webp'));
    expect(places.filter((to) => !ids.includes(to.slice(1)))).toEqual([]);
    const [{ html }] = readChapter(
      '---\ngroup: x\n---\n# a {#a}\n<script>x</script> <b>\n',
    ).sections;
    expect(html).not.toMatch(/<(script|b)>/);
    expect(() => readChapter('---\ngroup: x\n---\n# a {#a}\n{{task.gone}}\n')).toThrow('task.gone');
  });

  it('has every picture it shows, shows every picture it has, and stays light', () => {
    const pictures = readdirSync(join(root, 'static', 'manual'));
    const shown = [...whole.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, name]) => name);
    expect([...new Set(shown)].sort()).toEqual(pictures.sort());
    const bytes = pictures.map((name) => statSync(join(root, 'static', 'manual', name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2.5e6);
  });
});
