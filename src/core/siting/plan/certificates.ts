/** Certificates as files: of sites and of years, read back and checked, whichever it is. */
import type { ProgramSolver } from '../model/solver';
import { CERTIFICATE_FORMAT, type SiteCertificate } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import type { Verdict } from '../verify/verdict';
import { verifySite } from '../verify/verify-site';
import { verifyYears } from '../verify/verify-years';
import type { WrittenCertificate } from './recommend';
import { groundWith } from './stack';
import { YEARS_FORMAT, type YearsCertificate } from './years';

export type AnyCertificate = WrittenCertificate | YearsCertificate;

/** A certificate as read from a file, or null where it is none. */
export function parseCertificate(text: string): AnyCertificate | null {
  try {
    const read: unknown = JSON.parse(text);
    if (isYears(read)) return read;
    return isSites(read) && (read.earlier ?? []).every(isSites) ? read : null;
  } catch {
    return null;
  }
}

/** Checks it from the streets up; of several rules each with the sites of those before it standing. */
export async function verifyCertificate(
  certificate: AnyCertificate,
  ground: SiteGround,
  solver?: ProgramSolver,
): Promise<Verdict> {
  if (certificate.format === YEARS_FORMAT) return verifyYears(certificate, ground, solver);
  const stages = [...(certificate.earlier ?? []), certificate];
  let verdict = await verifySite(stages[0], ground, solver);
  for (let n = 1; n < stages.length && verdict.accepted; n++) {
    verdict = await verifySite(stages[n], groundWith(ground, stages[n - 1].chosen), solver);
  }
  return verdict;
}

function isSites(read: unknown): read is WrittenCertificate {
  const one = read as Partial<SiteCertificate> | null;
  const lists = [one?.chosen, one?.sites, one?.candidateCost, one?.candidateState, one?.rounds];
  return (
    one?.format === CERTIFICATE_FORMAT &&
    typeof one.ask === 'object' &&
    [...lists, one.parts, one.groups].every(Array.isArray)
  );
}

function isYears(read: unknown): read is YearsCertificate {
  const one = read as Partial<YearsCertificate> | null;
  return (
    one?.format === YEARS_FORMAT &&
    typeof one.perYear === 'object' &&
    typeof one.parameters === 'object' &&
    [one.candidateCost, one.candidateState].every(Array.isArray) &&
    Array.isArray(one.years) &&
    one.years.every((year) => [year?.opened, year?.sites].every(Array.isArray) && year.proof)
  );
}
