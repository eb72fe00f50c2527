/** Options of `indicators` → divisions, a date, and what the user changes in the catalogue. */
import type { Catalogue, Divisions, Overrides } from '../../core/indicators';
import { ok, problem, type Result } from '../../core/result';
import type { Arguments } from '../command';

/** Null where the option is not given. */
export function divisionsOf(given: Arguments): Result<Divisions | null> {
  const value = given.text('divisions') ?? null;
  if (value === null || value === '2017' || value === 'current') return ok(value);
  return problem('divisions_unknown', { value });
}

/** An ISO date, or null where the option is not given. */
export function dateOf(given: Arguments, name: string): Result<string | null> {
  const value = given.text(name) ?? null;
  const isDate = value === null || (/^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDay(value));
  return isDate ? ok(value) : problem('date_wrong', { option: `--${name}`, value });
}

/** What to compare with: another folder, or another date of the same one. */
export function comparedOf(
  given: Arguments,
): Result<{ readonly folder: string | null; readonly date: string | null }> {
  const value = given.text('compare-with') ?? null;
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return ok({ folder: value, date: null });
  }
  const date = dateOf(given, 'compare-with');
  return date.ok ? ok({ folder: null, date: date.value }) : date;
}

function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What the command line changes in the catalogue; names are checked against it. */
export function overridesOf(given: Arguments, catalogue: Catalogue): Result<Overrides> {
  const readings = pairsOf(given, 'interpretations', catalogue);
  if (!readings.ok) return readings;
  for (const [id, reading] of Object.entries(readings.value)) {
    const entry = catalogue.indicators.find((one) => one.id === id)!;
    const known = [entry.interpretation, ...entry.alternatives].map((one) => one.id);
    if (!known.includes(reading))
      return problem('interpretation_unknown', {
        id,
        value: reading,
        known: known.join(', '),
      });
  }
  const texts = pairsOf(given, 'targets', catalogue);
  if (!texts.ok) return texts;
  const targets: Record<string, number | null> = {};
  for (const [id, text] of Object.entries(texts.value)) {
    const target = text === '' ? null : Number(text);
    if (target !== null && !(target >= 0 && Number.isFinite(target))) {
      return problem('target_wrong', { id, value: text });
    }
    targets[id] = target === null ? null : Math.round(100 * target) / 100;
  }
  const towns = given.text('central-towns');
  const codes = towns?.split(',').map((code) => code.trim());
  const wrong = codes?.find((code) => !/^\d{9}(\d{3})?$/.test(code));
  if (wrong !== undefined)
    return problem('unit_code_wrong', { option: '--central-towns', value: wrong });
  return ok({
    ...(given.has('interpretations') ? { interpretations: readings.value } : {}),
    ...(given.has('targets') ? { targets } : {}),
    ...(codes ? { shared: { central_towns: codes.map((code) => code.padEnd(12, '0')) } } : {}),
  });
}

/** "id=text,id=text"; ids must be of the catalogue. */
function pairsOf(
  given: Arguments,
  name: string,
  catalogue: Catalogue,
): Result<Record<string, string>> {
  const pairs: Record<string, string> = {};
  for (const part of given.text(name)?.split(',') ?? []) {
    const [id, ...rest] = part.split('=');
    if (!catalogue.indicators.some((one) => one.id === id.trim()) || rest.length === 0) {
      const known = catalogue.indicators.map((one) => one.id).join(', ');
      return problem('indicator_unknown', { value: part, known });
    }
    pairs[id.trim()] = rest.join('=').trim();
  }
  return ok(pairs);
}
