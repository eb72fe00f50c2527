/** What of an indicator differs from the policy's own targets, readings and lists, in sentences. */
import { t, type Language, type TextKey } from '../i18n/t';
import { zh } from '../i18n/zh';
import type { Change, IndicatorResult, ParameterValue } from '../indicators';

/** One sentence for each difference from the catalogue. */
export function changeLines(
  { entry, changes }: Pick<IndicatorResult, 'entry' | 'changes'>,
  language: Language,
): string[] {
  return changes.map(({ what, name, from, to, names }: Change) =>
    t(language, 'indicator.changed_line', {
      indicator: entry.name[language],
      what:
        words(`indicator.parameter.${name}`, language) ??
        words(`indicator.change.${what}`, language) ??
        what,
      from: valueText(from, language),
      to:
        isList(from) && isList(to) ? listText(from, to, language, names) : valueText(to, language),
    }),
  );
}

function isList(value: ParameterValue): value is readonly string[] {
  return Array.isArray(value);
}

function valueText(value: ParameterValue, language: Language): string {
  if (value === null) return t(language, 'indicator.no_value');
  return isList(value) ? t(language, 'indicator.list_of', { count: value.length }) : String(value);
}

/** A list by its length, and what came and went. */
function listText(
  from: readonly string[],
  to: readonly string[],
  language: Language,
  names: Change['names'] = {},
): string {
  const named = (code: string) => names[code] ?? words(`facility_type.${code}`, language) ?? code;
  const came = to.filter((code) => !from.includes(code)).map((code) => `+${named(code)}`);
  const went = from.filter((code) => !to.includes(code)).map((code) => `\u2212${named(code)}`);
  return `${valueText(to, language)} ${[...came, ...went].join(' ')}`.trim();
}

/** The words of a code, where there are any. */
export function words(key: string, language: Language): string | null {
  return key in zh ? t(language, key as TextKey) : null;
}
