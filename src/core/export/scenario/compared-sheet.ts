/** 选址方案比选表 beside a result: the same sheet the page hands out, over the result's own basis. */
import type { Language } from '../../i18n/t';
import type { OptionFigures } from '../../scenario';
import type { ResultSummary } from '../summary/result-summary';
import type { Sheet } from '../workbook/sheet';
import { comparisonSheet } from './comparison-sheet';

export interface OptionsCompared {
  /** The facilities as they are first. */
  readonly columns: readonly OptionFigures[];
  /** 推荐理由; empty: none given. */
  readonly reason: string;
}

export function comparedSheet(
  { columns, reason }: OptionsCompared,
  { asOf, generated, estimated, parameters }: ResultSummary,
  language: Language,
): Sheet {
  const { minutes, speedMS } = parameters;
  return comparisonSheet(columns, {
    language,
    reason,
    asOf,
    isGenerated: generated,
    isEstimated: estimated ?? false,
    minutes,
    speedMS,
  });
}
