/** Tables handed out as files: as looked at (.xlsx), or whole as CSV; written by core. */
import type { Engine } from '../../runtime/browser/engine-client';
import { ringFeature, ringsGeoJson } from '../../core/export/reach/rings-geojson';
import type { CoverageParameters, FacilityCircle } from '../../runtime/browser/data/coverage-data';
import type { MultiPolygon } from '../../core/reach';
import type { ExportKind, ExportLanguage } from '../../runtime/browser/data/figure-data';
import type { ShownTable } from '../../core/export/handed-in/shown-workbook';
import type { Coverage } from './coverage.svelte';
import type { Messages } from './messages.svelte';
import type { Work } from './work.svelte';

export class Exports {
  #engine: Engine;
  #work: Work;
  #messages: Messages;

  #coverage: Coverage;
  #recompute: () => Promise<void>;

  constructor(
    engine: Engine,
    work: Work,
    messages: Messages,
    coverage: Coverage,
    recompute: () => Promise<void>,
  ) {
    this.#coverage = coverage;
    this.#recompute = recompute;
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
  }

  /**
   * Makes a table and hands it to the browser as a download. `excel` is for people (translated
   * heads, BOM, CRLF); `data` is the command line's own result file, byte for byte.
   * `unitCodes` keeps the rows in view, in their order; without it all rows go out.
   */
  async download(
    kind: ExportKind,
    format: 'excel' | 'data',
    language: ExportLanguage,
    unitCodes?: readonly string[],
  ): Promise<void> {
    if (this.#coverage.isOfAnother) await this.#recompute();
    const option = this.#coverage.option?.name;
    const made = await this.#work.follow(
      'work.export',
      (progress, signal) =>
        this.#engine.exportTable({ kind, format, language, unitCodes }, progress, signal),
      { kind, format, rows: unitCodes?.length },
    );
    if (made.ok) {
      this.#messages.settle('export');
      save(ofOption(made.value.fileName, option), made.value.blob);
    } else if (made.problem.code !== 'cancelled') {
      this.#messages.addProblem('export', made.problem);
    }
  }

  /** A table with the columns, filter and order it is looked at with, and what it rests on. */
  async shown(table: ShownTable, language: ExportLanguage): Promise<void> {
    const option = this.#coverage.option?.name;
    const made = await this.#work.follow('work.export', (progress, signal) => {
      progress('write', 0, 0);
      return this.#engine.documents.shown(table, language, signal);
    });
    if (made.ok) {
      this.#messages.settle('export');
      save(ofOption(made.value.fileName, option), made.value.blob);
    } else if (made.problem.code !== 'cancelled') {
      this.#messages.addProblem('export', made.problem);
    }
  }
}

/** The areas of one facility, as the command line writes them; smallest first. */
export function saveRings(
  name: string,
  facilityId: string,
  circle: FacilityCircle,
  slope: CoverageParameters['slope'],
): void {
  const { speedMetresPerS: speedMS } = circle;
  const features = [...circle.bands]
    .sort((a, b) => a.minutes - b.minutes)
    .map(({ minutes, polygon }) =>
      ringFeature({
        id: facilityId,
        minutes,
        speedMS,
        judgedBy: slope?.judgement,
        geometry: polygon as MultiPolygon,
      }),
    );
  const fileName = `${name.replace(/[\\/:*?"<>|]/g, '-')}.geojson`;
  save(fileName, new Blob([...ringsGeoJson(features)], { type: 'application/geo+json' }));
}

/** A file of an option's figures carries its name. */
function ofOption(fileName: string, option: string | undefined): string {
  if (option === undefined) return fileName;
  const name = option.replace(/[\\/:*?"<>|]/g, '-');
  return fileName.replace(/(\.[^.]+)?$/, (extension) => `_${name}${extension}`);
}

/** Hands a file to the browser as a download. */
export function save(fileName: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The browser reads the blob after the click; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
