/** Words for a row's reason: one code, or several joined by spaces. */
import type { Language } from '../../state/language.svelte';

export function reasonWords(language: Language, reason: string | null): string {
  if (reason === null) return '';
  return reason
    .split(' ')
    .map((code) => {
      const key = `indicator.row.${code}`;
      const words = language.text(key);
      return words === key ? code : words;
    })
    .join(' ');
}
