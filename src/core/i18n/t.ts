import type { Problem } from '../result';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh' | 'en';
export type TextKey = keyof typeof zh;
export type TextParams = Readonly<Record<string, string | number>>;

const texts: Record<Language, Record<TextKey, string>> = { zh, en };

/** The text of a key, with `{name}` replaced by params.name. */
export function t(language: Language, key: TextKey, params: TextParams = {}): string {
  return texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  );
}

/** The sentence of a problem or note; an unknown code is shown as it is rather than hidden. */
export function problemText(language: Language, { code, params }: Problem): string {
  const key = `problem.${code}`;
  return key in zh ? t(language, key as TextKey, params) : `${code} ${JSON.stringify(params)}`;
}
