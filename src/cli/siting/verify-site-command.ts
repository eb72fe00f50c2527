/** `verify-site`: checks a certificate from the streets up, with none of the search's code. */
import { defaultSnapCaps } from '../../core/reach';
import { problemText, t } from '../../core/i18n/t';
import { ok, problem } from '../../core/result';
import {
  parseCertificate,
  verifyCertificate,
  YEARS_FORMAT,
  type AnyCertificate,
  type SlopeRecord,
} from '../../core/siting';
import { readDiskFile } from '../../runtime/node/files';
import type { Command } from '../command';
import { conditionOptions } from '../walking/condition-options';
import { inputOptions, openSiteGround, type SiteParameters } from './site-inputs';

export const verifySiteCommand: Command = {
  name: 'verify-site',
  positionals: [],
  summary: 'cli.verify_site',
  options: [
    { name: 'certificate', value: 'FILE', required: true, help: 'cli.option.certificate' },
    ...inputOptions,
    ...conditionOptions.filter(({ name }) => name === 'terrain'),
  ],
  async run(given, context) {
    const file = await readDiskFile(given.required('certificate'));
    if (!file.ok) return file;
    const { bytes, name } = file.value;
    const certificate = parseCertificate(new TextDecoder().decode(bytes));
    if (certificate === null) return problem('certificate_unreadable', { file: name });
    const inputs = await openSiteGround(given, parametersIn(certificate), context);
    if (!inputs.ok) return inputs;
    context.progress('verify', 0, 0);
    const { highsSolver } = await import('../../runtime/node/highs');
    const verdict = await verifyCertificate(certificate, inputs.value.ground, highsSolver);
    if (!verdict.accepted) {
      const lines = verdict.refusals.map((refusal) => problemText(context.language, refusal));
      lines.slice(1).forEach((line) => context.say(line));
      return problem('certificate_refused', { count: lines.length, first: lines[0] });
    }
    const { objective, bound } = verdict;
    const isYears = certificate.format === YEARS_FORMAT;
    const years = isYears ? certificate.years.length : 0;
    const key = isYears ? 'siting.verified_years' : 'siting.verified';
    context.print(t(context.language, key, { objective, bound, years }));
    return ok(undefined);
  },
};

/** The certificate's own parameters: the files are given, everything else is what it says. */
function parametersIn({ parameters }: AnyCertificate): SiteParameters {
  const given = parameters as Record<string, never>;
  const slope = given.slope as SlopeRecord | undefined;
  return {
    minutes: given.minutes,
    speedMS: given.speed_m_per_s,
    caps: {
      maxSnapM: given.max_snap_m,
      townMaxSnapM: given.town_max_snap_m ?? defaultSnapCaps.townMaxSnapM,
      villageMaxSnapM: given.village_max_snap_m ?? defaultSnapCaps.villageMaxSnapM,
    },
    within: given.within ?? null,
    weight: given.weight,
    emphasis: given.emphasis,
    types: given.types,
    statuses: given.statuses,
    includesVillagePoints: given.include_village_points,
    conditions: slope
      ? {
          elevation: null,
          judgement: slope.judged_by,
          stepsSpeedMS: slope.steps_m_per_s,
          crossingS: slope.crossing_s,
          isWheelchair: slope.wheelchair,
        }
      : null,
    needsHeights: slope?.heights ?? false,
    farMinutes: given.far_minutes ?? undefined,
  };
}
