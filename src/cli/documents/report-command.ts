/** `report`: the tables, documents and files that are handed in, from a data folder or a project. */
import {
  countyCodeOf,
  countySummary,
  formatNames,
  formats,
  publicSummary,
  type FormatName,
  type MapOptions,
  type ResultSummary,
} from '../../core/export';
import { t } from '../../core/i18n/t';
import type { DataFolder } from '../../core/import';
import { ok, problem, type Result } from '../../core/result';
import { valueAt } from '../../core/store/columns';
import { documentFont } from '../../runtime/node/document-font';
import { svgPicture } from '../../runtime/node/svg-picture';
import { checkOutput, writeWholeFolder, type OutputFile } from '../../runtime/node/write-files';
import type { Arguments, Command } from '../command';
import { minutesOf, speedOf } from '../option-values';
import { mapChoicesOf, mapOptionDescriptions } from './map-choices';
import { folderSummary, type WalkingAsk } from './folder-summary';
import { reportInputs } from './report-inputs';

const asAlways: WalkingAsk = { minutes: 15, speedMS: 0.8 };
const tools = { font: async () => documentFont(), picture: svgPicture };

export const reportCommand: Command = {
  name: 'report',
  positionals: [],
  summary: 'cli.report',
  options: [
    { name: 'data', value: 'DIR|PROJECT', required: true, help: 'cli.option.data_report' },
    { name: 'project', value: 'PROJECT', help: 'cli.option.project_report' },
    { name: 'option', value: 'NAME', help: 'cli.option.option_report' },
    { name: 'county', value: 'CODE|NAME', help: 'cli.option.county_report' },
    { name: 'profile', value: 'internal|public', help: 'cli.option.profile' },
    { name: 'format', value: 'LIST', help: 'cli.option.format' },
    ...mapOptionDescriptions,
    { name: 'minutes', value: 'M', help: 'cli.option.minutes' },
    { name: 'speed', value: 'M/S', help: 'cli.option.speed' },
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_report' },
  ],
  async run(given, context) {
    const free = checkOutput(given.required('out'), 'folder');
    if (!free.ok) return free;
    const asked = askOf(given);
    if (!asked.ok) return asked;
    const { chosen, profile, walking, map } = asked.value;
    const inputs = await reportInputs(given, walking, context);
    if (!inputs.ok) return inputs;
    const { folder, compared, option } = inputs.value;
    const county = given.has('county')
      ? countyCodeOf(countiesOf(folder), given.required('county'))
      : ok(null);
    if (!county.ok) return county;
    const ask = { ...asAlways, ...inputs.value.walking, ...walking };
    const made = await folderSummary(folder, ask, context);
    if (!made.ok) return made;
    const whole = option === null ? made.value : { ...made.value, option };
    // Withheld in the whole city first: a county alone must not tell what the city hides.
    const told = profile === 'public' ? publicSummary(whole, map.approvalNumber !== null) : whole;
    const part = county.value === null ? ok(told) : countySummary(told, county.value);
    if (!part.ok) return part;
    const { language } = context;
    // Few people may be newly reached: how options compare stays inside.
    const shown = profile === 'public' ? null : compared;
    const reported = {
      summary: part.value,
      whole: told,
      language,
      map,
      compared: shown,
    };
    const written: OutputFile[] = [];
    for (const [done, name] of chosen.entries()) {
      context.progress('write', done, chosen.length);
      written.push(...(await formats[name](reported, tools)));
    }
    const folderWritten = writeWholeFolder(given.required('out'), written);
    if (!folderWritten.ok) return folderWritten;
    written.forEach(({ name }) => context.print(name));
    if (whole.generated) context.say(t(context.language, 'data.generated'));
    return ok(undefined);
  },
};

function countiesOf({ tables }: DataFolder) {
  const units = tables.admin_units;
  const text = (name: string, row: number) => String(valueAt(units?.columns[name], row));
  return Array.from({ length: units?.rowCount ?? 0 }, (_, row) => row)
    .filter((row) => text('level', row) === 'county')
    .map((row) => ({ unitCode: text('unit_code', row), name: text('name', row) }));
}

interface Ask {
  readonly chosen: readonly FormatName[];
  readonly profile: ResultSummary['profile'];
  /** What was said on the command line goes before what a project says. */
  readonly walking: Partial<WalkingAsk>;
  readonly map: MapOptions;
}

function askOf(given: Arguments): Result<Ask> {
  const names =
    given
      .text('format')
      ?.split(',')
      .map((name) => name.trim()) ?? formatNames;
  const unknown = names.find((name) => !(formatNames as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const codes = formatNames.join(', ');
    return problem('option_code_unknown', { option: '--format', value: unknown, codes });
  }
  const profile = given.text('profile') ?? 'internal';
  if (profile !== 'internal' && profile !== 'public') {
    const codes = 'internal, public';
    return problem('option_code_unknown', { option: '--profile', value: profile, codes });
  }
  const minutes = given.has('minutes') ? minutesOf(given) : ok(null);
  if (!minutes.ok) return minutes;
  const speed = given.has('speed') ? speedOf(given) : ok(null);
  if (!speed.ok) return speed;
  const map = mapChoicesOf(given);
  if (!map.ok) return map;
  return ok({
    map: map.value,
    chosen: [...new Set(names)] as FormatName[],
    profile,
    walking: {
      ...(minutes.value === null ? {} : { minutes: minutes.value }),
      ...(speed.value === null ? {} : { speedMS: speed.value }),
    },
  });
}
