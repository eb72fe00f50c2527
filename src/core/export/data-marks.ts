/** What must be said of data wherever figures from them stand: that they are a sample, that they are estimates. */
import { t, type Language } from '../i18n/t';

export interface DataKind {
  readonly generated: boolean;
  /** Absent in results of earlier versions. */
  readonly estimated?: boolean;
}

export const dataMarks = (language: Language, { generated, estimated }: DataKind): string[] => [
  ...(generated ? [t(language, 'data.generated')] : []),
  ...(estimated ? [t(language, 'data.estimated')] : []),
];
