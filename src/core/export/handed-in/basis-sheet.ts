/** 口径说明: how the figures of a workbook came about, so that anyone can work them out again. */
import { t, type Language, type TextKey, type TextParams } from '../../i18n/t';
import { casesText } from '../summary/bands';
import type { ResultSummary } from '../summary/result-summary';
import type { Sheet, SheetCell } from '../workbook/sheet';
import { captionOf, dateText, optionMark, word } from './cells';
import { runBasis, wordsOf } from './run-basis';

export function basisSheet(summary: ResultSummary, language: Language): Sheet {
  return {
    name: t(language, 'reports.basis.sheet'),
    title: t(language, 'reports.basis.title'),
    caption: captionOf(summary, language),
    unitLine: '',
    columns: [
      { head: t(language, 'reports.head.item'), width: 26, kind: 'text' },
      { head: t(language, 'reports.head.content'), width: 90, kind: 'text' },
    ],
    rows: basisRows(summary, language),
    orientation: 'portrait',
  };
}

/** Items and what they say: parameters, differences from the policy, sources, files, version. */
export function basisRows(summary: ResultSummary, language: Language): SheetCell[][] {
  const { parameters, sources, inputs, indicators } = summary;
  const say = (name: string, params?: TextParams) =>
    t(language, `reports.basis.${name}` as TextKey, params);
  const changes = [...new Set(indicators.flatMap((one) => one.changes[language]))];
  return [
    [say('data'), [summary.title, ...optionMark(summary, language)].join('；')],
    [say('as_of'), dateText(summary.asOf, language)],
    [say('profile'), t(language, `reports.profile.${summary.profile}`)],
    ...(summary.profile === 'public' ? [[say('borders'), say('borders_text')]] : []),
    [say('divisions'), say(`divisions_${summary.divisions}`)],
    ...runBasis(parameters, language),
    [say('village_types'), wordsOf('facility_type', parameters.villageTypes, language)],
    [say('on_foot'), say('on_foot_text', { share: parameters.sharePercent })],
    ...(summary.sensitivity === null
      ? []
      : [[t(language, 'bands.basis'), casesText(summary.sensitivity, language)]]),
    [say('rounding'), say('rounding_text')],
    [say('changes'), changes.length === 0 ? say('no_changes') : changes.join('\n')],
    ...sources.map((line): SheetCell[] => [
      say('source', { table: word('table', line.table, language) }),
      say('source_text', {
        source: line.source ?? t(language, 'data.insufficient'),
        from: line.asOfFrom ?? '—',
        to: line.asOfTo ?? '—',
        rows: line.rows,
      }),
    ]),
    ...inputs.map((file): SheetCell[] => [
      say('file', { name: file.name }),
      file.sha256 === undefined ? '' : `SHA-256 ${file.sha256}`,
    ]),
    [say('program'), `CareCircle ${t(language, 'app.name')} ${summary.programVersion}`],
  ];
}
