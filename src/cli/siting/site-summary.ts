/** An answer in a few lines for whoever waits at the terminal. */
import { t, type Language, type TextKey } from '../../core/i18n/t';
import type {
  PlanFacts,
  Shortfall,
  SiteGround,
  WrittenCertificate,
  YearOfPlan,
} from '../../core/siting';

export function siteSummary(
  certificate: WrittenCertificate,
  facts: PlanFacts,
  language: Language,
): string[] {
  const { unit, objective, bound, sites, gap, costScale, proof, villages } = certificate;
  const text = (key: string, params: Record<string, string | number> = {}) =>
    t(language, key as TextKey, params);
  const proven = text(`siting.proof.${proof}`, { gap: `${(gap * 100).toFixed(4)} %` });
  const perPerson = (cm: number) => (cm / Math.max(1, facts.placed) / 100).toFixed(1);
  const share = (100 * objective) / Math.max(1, facts.total);
  const lines = [
    text(`siting.result.${unit}`, {
      sites: sites.length,
      objective,
      bound: unit === 'money' ? bound / costScale : unit === 'person_cm' ? perPerson(bound) : bound,
      total: facts.total,
      percent: `${(Math.floor(share * 100) / 100).toFixed(2)} %`,
      cost: objective / costScale,
      metres: perPerson(objective),
      proof: proven,
    }),
  ];
  if (villages && villages.total > 0) {
    lines.push(
      text('siting.villages', {
        before: villages.reached_on_foot_before,
        after: villages.reached_on_foot_after,
        total: villages.total,
        policyBefore: villages.by_policy_before,
        policyAfter: villages.by_policy_after,
      }),
    );
  }
  return lines;
}

/** Who falls short of an ask that can not be met, and what could be asked instead. */
export function shortfallLines(
  shortfalls: readonly Shortfall[],
  { codes, names }: Pick<SiteGround['units'], 'codes' | 'names'>,
  language: Language,
): string[] {
  const nameOf = (code: string) => names[codes.indexOf(code)] ?? code;
  return shortfalls.flatMap((short) => {
    const name = short.name ?? t(language, 'siting.everywhere');
    const { total, needed, attainable, attainablePercent: percent } = short;
    const lines = [t(language, 'siting.shortfall', { name, total, needed, attainable, percent })];
    if (short.attainableWithForbidden > attainable) {
      const params = { name, attainable: short.attainableWithForbidden };
      lines.push(t(language, 'siting.shortfall_forbidden', params));
    }
    if (short.unreachable.length > 0) {
      const units = short.unreachable.map((code) => `${nameOf(code)} ${code}`).join(', ');
      lines.push(t(language, 'siting.shortfall_units', { name, units }));
    }
    return lines;
  });
}

export function yearLines(years: readonly YearOfPlan[], language: Language): string[] {
  return years.map(({ year, opened, peopleCovered: people, villagesCovered: villages }) =>
    t(language, 'siting.year', { year, sites: opened.length, people, villages }),
  );
}
