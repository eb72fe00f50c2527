/**
 * Which language to speak: --lang, else that of the system's locale. Chinese is the product's own
 * language and stands where the system names none (unset, C, POSIX).
 */
import type { Language } from '../core/i18n/t';
import type { Problem } from '../core/result';

const languages: readonly string[] = ['zh', 'en'] satisfies Language[];

export interface LanguageChoice {
  readonly language: Language;
  /** The words without --lang. */
  readonly rest: readonly string[];
  readonly found: Problem | null;
}

/** Looks for --lang anywhere among the words, before any command reads them. */
export function languageOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LanguageChoice {
  const system = languageOfSystem(environment);
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return { language: system, rest: words, found: null };
  const isInline = words[at] !== '--lang';
  const value = isInline ? words[at].slice('--lang='.length) : words[at + 1];
  const rest = words.filter((_, i) => i !== at && (isInline || i !== at + 1));
  if (value !== undefined && languages.includes(value)) {
    return { language: value as Language, rest, found: null };
  }
  const params = { option: '--lang', value: value ?? '', codes: languages.join(', ') };
  return { language: system, rest, found: { code: 'option_code_unknown', params } };
}

function languageOfSystem(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale === '' || /^(zh|C\b|POSIX)/.test(locale) ? 'zh' : 'en';
}
