/** Names in pinyin, for finding places without a Chinese keyboard. */
import { pinyin } from 'pinyin-pro';

/** By name, without tones or spaces (`mingxixian`), and the syllables' first letters (`mxx`). */
export interface Spellings {
  readonly whole: readonly string[];
  readonly initials: readonly string[];
}

export function spellingsOf(names: readonly string[]): Spellings {
  const syllables = names.map((name) =>
    pinyin(name, { toneType: 'none', type: 'array', v: true }).map((part) => part.toLowerCase()),
  );
  return {
    whole: syllables.map((parts) => parts.join('')),
    initials: syllables.map((parts) => parts.map((part) => part.charAt(0)).join('')),
  };
}
