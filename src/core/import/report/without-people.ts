/**
 * What a report repeats of the file must not carry people: identity and phone numbers that stand in
 * cells of other columns are covered. Columns of people never come this far.
 */
import type { ReportedRow, RowAccount } from '../rows/report-builder';

const idNumber = /(?<!\d)\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])\d{5}[\dXx](?![\dA-Za-z])/g;
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

export function withoutPeople(account: RowAccount): RowAccount {
  const row = (one: ReportedRow): ReportedRow => ({
    ...one,
    ...(one.value === undefined ? {} : { value: covered(one.value) }),
    ...(one.detail === undefined ? {} : { detail: covered(one.detail) }),
  });
  return {
    ...account,
    setAside: account.setAside.map(row),
    doubts: account.doubts.map(row),
    mended: account.mended.map((one) => ({
      ...one,
      from: covered(one.from),
      to: covered(one.to),
    })),
  };
}

export const covered = (text: string) => text.replace(idNumber, '***').replace(mobile, '***');
