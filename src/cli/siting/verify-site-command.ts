/** `verify-site`: checks a certificate from the streets up, with none of the search's code. */
import { problemText, t } from '../../core/i18n/t';
import { ok, problem, type Result } from '../../core/result';
import {
  CERTIFICATE_FORMAT,
  groundWith,
  verifySite,
  type SiteCertificate,
} from '../../core/siting';
import { readDiskFile } from '../../runtime/node/files';
import type { Command } from '../command';
import { inputOptions, openSiteGround, type SiteParameters } from './site-inputs';

export const verifySiteCommand: Command = {
  name: 'verify-site',
  positionals: [],
  summary: 'cli.verify_site',
  options: [
    { name: 'certificate', value: 'FILE', required: true, help: 'cli.option.certificate' },
    ...inputOptions,
  ],
  async run(given, context) {
    const file = await readDiskFile(given.required('certificate'));
    if (!file.ok) return file;
    const certificate = parse(file.value.bytes, file.value.name);
    if (!certificate.ok) return certificate;
    const inputs = await openSiteGround(given, parametersIn(certificate.value), context);
    if (!inputs.ok) return inputs;
    context.progress('verify', 0, 0);
    const { highsSolver } = await import('../../runtime/node/highs');
    // Each rule was answered with the sites of the rules before it standing.
    let here = inputs.value.ground;
    const stages = [...(certificate.value.earlier ?? []), certificate.value];
    let verdict = await verifySite(stages[0], here, highsSolver);
    for (let n = 1; n < stages.length && verdict.accepted; n++) {
      here = groundWith(inputs.value.ground, stages[n - 1].chosen);
      verdict = await verifySite(stages[n], here, highsSolver);
    }
    if (!verdict.accepted) {
      const lines = verdict.refusals.map((refusal) => problemText(context.language, refusal));
      lines.slice(1).forEach((line) => context.say(line));
      return problem('certificate_refused', { count: lines.length, first: lines[0] });
    }
    const { objective, bound } = verdict;
    context.print(t(context.language, 'siting.verified', { objective, bound }));
    return ok(undefined);
  },
};

/** As `site` writes it: with the certificates of the rules that came first. */
type WrittenCertificate = SiteCertificate & { readonly earlier?: readonly SiteCertificate[] };

function parse(bytes: Uint8Array, file: string): Result<WrittenCertificate> {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isCertificate(read) && (read.earlier ?? []).every(isCertificate)) return ok(read);
  } catch {
    // Not JSON: said below.
  }
  return problem('certificate_unreadable', { file });
}

function isCertificate(read: unknown): read is WrittenCertificate {
  const one = read as Partial<SiteCertificate> | null;
  const lists = [one?.chosen, one?.sites, one?.candidateCost, one?.candidateState, one?.rounds];
  return (
    one?.format === CERTIFICATE_FORMAT &&
    typeof one.ask === 'object' &&
    [...lists, one.parts, one.groups].every(Array.isArray)
  );
}

/** The certificate's own parameters: the files are given, everything else is what it says. */
function parametersIn({ parameters }: WrittenCertificate): SiteParameters {
  const given = parameters as Record<string, never>;
  return {
    minutes: given.minutes,
    speedMS: given.speed_m_per_s,
    maxSnapM: given.max_snap_m,
    weight: given.weight,
    emphasis: given.emphasis,
    types: given.types,
    statuses: given.statuses,
    includesVillagePoints: given.include_village_points,
  };
}
