/**
 * Another city's policy: a catalogue from JSON, checked by the published schema and then by sense
 * (measures that exist, parameters they ask for, softness that is in the sentence). Every fault is
 * told with its place. The checker interprets the schema: no code is made from text, so a page under
 * a strict policy may run it; it is loaded only when a catalogue is opened.
 */
import type { Problem } from '../../result';
import { facilityStatuses, facilityTypes, tableNames } from '../../store/tables';
import schema from './catalogue.schema.json';
import { measures } from '../measures';
import { comparableText } from './quotes';
import type { Catalogue, IndicatorEntry, Parameters } from '../types';

export { default as catalogueSchema } from './catalogue.schema.json';

/** A catalogue, or everything that is wrong with it; `problems` is empty where there is one. */
export interface ImportedCatalogue {
  readonly catalogue: Catalogue | null;
  readonly problems: readonly Problem[];
}

/** Parameters an evaluation supplies itself. */
const supplied = [
  'as_of',
  'target',
  'central_towns',
  'duty_id',
  'cell_lon_degrees',
  'cell_lat_degrees',
  'value_factor',
  'numerator_scale',
];

/** Reads and checks the text of a catalogue file. */
export async function importCatalogue(text: string, file: string): Promise<ImportedCatalogue> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refused([{ code: 'catalogue_not_json', params: { file, reason } }]);
  }
  const shape = await shapeProblems(value, file);
  if (shape.length > 0) return refused(shape);
  const catalogue = value as Catalogue;
  const sense = senseProblems(catalogue, file);
  return sense.length > 0 ? refused(sense) : { catalogue, problems: [] };
}

const refused = (problems: readonly Problem[]): ImportedCatalogue => ({
  catalogue: null,
  problems,
});

/** Keywords that only say something inside is wrong. */
const wrappers = ['properties', 'items', '$ref', 'additionalProperties', 'propertyNames', 'anyOf'];

/** Faults against the schema, each once, at its own place. */
async function shapeProblems(value: unknown, file: string): Promise<Problem[]> {
  const { Validator } = await import('@cfworker/json-schema');
  const { errors } = new Validator(schema as object, '2020-12', false).validate(value);
  const faults = errors.filter(({ keyword }) => !wrappers.includes(keyword));
  // A property that is wrong inside is also reported as one that should not be there ("false").
  const isEcho = (place: string) =>
    faults.some(
      ({ keyword, instanceLocation: other }) =>
        keyword !== 'false' && (other === place || other.startsWith(`${place}/`)),
    );
  const isInside = (place: string) =>
    faults.some(({ instanceLocation: other }) => other.startsWith(`${place}/`));
  const seen = new Set<string>();
  return faults.flatMap(({ instanceLocation: place, keyword, error }) => {
    const isKnown = seen.has(place) || (keyword === 'false' && (isEcho(place) || isInside(place)));
    if (isKnown) return [];
    seen.add(place);
    const params = { file, at: placeName(value, place), rule: keyword, reason: error };
    return [{ code: 'catalogue_wrong', params }];
  });
}

/** "#/indicators/3/target" as "indicators[3] (its_id).target". */
function placeName(value: unknown, location: string): string {
  let here: unknown = value;
  let text = '';
  for (const part of location.split('/').slice(1)) {
    const isIndex = Array.isArray(here);
    here = (here as Record<string, unknown> | undefined)?.[part];
    text += isIndex ? `[${part}]` : `${text === '' ? '' : '.'}${part}`;
    const id = (here as { id?: unknown } | null | undefined)?.id;
    if (isIndex && typeof id === 'string') text += ` (${id})`;
  }
  return text === '' ? '/' : text;
}

/** Faults no schema can see. */
function senseProblems(catalogue: Catalogue, file: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const add = (code: string, at: string, value: string) =>
    problems.push({ code, params: { file, at, value } });
  checkCodes(catalogue.parameters, 'parameters', add);
  for (const entry of catalogue.indicators) {
    if (seen.has(entry.id)) add('catalogue_id_twice', entry.id, entry.id);
    seen.add(entry.id);
    checkEntry(entry, catalogue.parameters, add);
  }
  return problems;
}

type Add = (code: string, at: string, value: string) => void;

function checkEntry(entry: IndicatorEntry, shared: Parameters, add: Add): void {
  const at = entry.id;
  if ((entry.target === null) !== (entry.operator === null)) {
    add('catalogue_target_without_operator', at, String(entry.target ?? entry.operator));
  }
  const quoted = comparableText(entry.quotes.join(' '));
  if (entry.soft_wording !== null && !quoted.includes(entry.soft_wording)) {
    add('catalogue_soft_not_quoted', at, entry.soft_wording);
  }
  for (const table of [...entry.tables, ...entry.optional_tables]) {
    const isKnown = table === 'coverage_circles' || (tableNames as string[]).includes(table);
    if (!isKnown) add('catalogue_table_unknown', at, table);
  }
  const readings = [entry.interpretation, ...entry.alternatives];
  const repeated = readings.find((one, i) => readings.findIndex((r) => r.id === one.id) !== i);
  if (repeated) add('catalogue_id_twice', at, repeated.id);
  const base = { ...shared, ...entry.parameters, ...entry.interpretation.parameters };
  checkCodes(base, at, add);
  for (const { id, parameters } of entry.alternatives)
    checkCodes(parameters ?? {}, `${at}.${id}`, add);
  checkMeasure(entry.measure, base, at, add);
  for (const { id, measure, parameters } of entry.beside) {
    checkMeasure(measure ?? entry.measure, { ...base, ...parameters }, `${at}.${id}`, add);
  }
}

function checkMeasure(name: string, parameters: Parameters, at: string, add: Add): void {
  if (!Object.hasOwn(measures, name)) return add('catalogue_measure_unknown', at, name);
  const { sql, parameters: own } = measures[name];
  for (const [, parameter] of sql.matchAll(/\$([a-z][a-z0-9_]*)/g)) {
    if (supplied.includes(parameter) || parameter in own || parameter in parameters) continue;
    return add('catalogue_parameter_missing', at, parameter);
  }
}

/** Types and statuses that no facility has are slips of the pen. */
function checkCodes(parameters: Parameters, at: string, add: Add): void {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    counted_types: facilityTypes,
    counted_statuses: facilityStatuses,
  };
  for (const [name, known] of Object.entries(allowed)) {
    const codes = parameters[name];
    if (codes === undefined) continue;
    if (!Array.isArray(codes)) add('catalogue_list_expected', at, name);
    else
      for (const code of codes) if (!known.includes(code)) add('catalogue_code_unknown', at, code);
  }
}
