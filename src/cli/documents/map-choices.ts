/** What a map says that no data tells: paper, maker, date and approval number. */
import { dayOf, defaultMapOptions, paperSizes, type MapOptions } from '../../core/export';
import { ok, problem, type Result } from '../../core/result';
import type { Arguments, OptionDescription } from '../command';
import { dateOf } from '../indicators/indicators-options';

const orientations = ['landscape', 'portrait'] as const;
const papers = Object.keys(paperSizes) as (keyof typeof paperSizes)[];

export const mapOptionDescriptions: readonly OptionDescription[] = [
  { name: 'paper', value: papers.join('|'), help: 'cli.option.paper' },
  { name: 'orientation', value: orientations.join('|'), help: 'cli.option.orientation' },
  { name: 'maker', value: 'TEXT', help: 'cli.option.maker' },
  { name: 'date', value: 'YYYY-MM-DD', help: 'cli.option.date' },
  { name: 'approval', value: 'NUMBER', help: 'cli.option.approval' },
];

export function mapChoicesOf(given: Arguments): Result<MapOptions> {
  const paper = oneOf(given, 'paper', papers, defaultMapOptions.paper);
  if (!paper.ok) return paper;
  const orientation = oneOf(given, 'orientation', orientations, defaultMapOptions.orientation);
  if (!orientation.ok) return orientation;
  const drawnOn = dateOf(given, 'date');
  if (!drawnOn.ok) return drawnOn;
  return ok({
    paper: paper.value,
    orientation: orientation.value,
    maker: given.text('maker') ?? '',
    drawnOn: drawnOn.value ?? dayOf(Date.now()),
    approvalNumber: given.text('approval')?.trim() || null,
  });
}

function oneOf<T extends string>(
  given: Arguments,
  name: string,
  allowed: readonly T[],
  absent: T,
): Result<T> {
  const text = given.text(name);
  if (text === undefined) return ok(absent);
  const found = allowed.find((one) => one.toLowerCase() === text.toLowerCase());
  return found !== undefined
    ? ok(found)
    : problem('option_code_unknown', {
        option: `--${name}`,
        value: text,
        codes: allowed.join(', '),
      });
}
