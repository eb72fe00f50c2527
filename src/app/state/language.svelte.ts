/** The language of the page: Chinese unless the user chose otherwise; the choice is kept. */
import {
  problemText,
  t,
  type Language as LanguageCode,
  type TextKey,
  type TextParams,
} from '../../core/i18n/t';
import { zh } from '../../core/i18n/zh';
import type { Problem } from '../../core/result';

const storageKey = 'carecircle.language';

/** Made once: figures that follow the hand ask for it dozens of times a frame. */
const grouped = new Intl.NumberFormat('en-US');

export class Language {
  #current = $state<LanguageCode>(storedLanguage());

  constructor() {
    tellDocument(this.#current);
  }

  get current(): LanguageCode {
    return this.#current;
  }

  set(language: LanguageCode): void {
    this.#current = language;
    tellDocument(language);
    try {
      localStorage.setItem(storageKey, language);
    } catch {
      // Private windows may refuse storage; the choice then lasts as long as the page.
    }
  }

  toggle(): void {
    this.set(this.#current === 'zh' ? 'en' : 'zh');
  }

  /** The text of a key; reactive, since it reads `current`. An arrow, so that it can be passed on. */
  readonly t = (key: TextKey, params?: TextParams): string => t(this.#current, key, params);

  /** The text of a key made at run time (`stage.${name}`); an unknown one is shown as it is. */
  readonly text = (key: string, params?: TextParams): string =>
    isTextKey(key) ? t(this.#current, key, params) : key;

  readonly problem = (problem: Problem): string => problemText(this.#current, problem);

  /** 12,345 in both languages; null is 数据不足. */
  readonly count = (value: number | null): string =>
    value === null ? this.t('data.insufficient') : grouped.format(value);
}

/** Screen readers and fonts go by the document's language. */
function tellDocument(language: LanguageCode): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

function isTextKey(key: string): key is TextKey {
  return key in zh;
}

function storedLanguage(): LanguageCode {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}
