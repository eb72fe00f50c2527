/** `estimate`: where there is no household table, points that population totals are spread to. */
import counties from '../../../data/sanming-counties.geojson?raw';
import divisions from '../../../data/sanming-divisions.csv?raw';
import seats from '../../../data/sanming-seats.csv?raw';
import { csvChunks } from '../../core/export';
import { readRaster } from '../../core/geo/geotiff';
import {
  areasOf,
  estimateHouseholds,
  importFiles,
  realEvidence,
  UnitIndex,
  type ImportOptions,
  type RealEvidence,
} from '../../core/import';
import { ok, problem, type Result } from '../../core/result';
import type { TableData } from '../../core/store/columns';
import { tableDescription, type TableName } from '../../core/store/tables';
import { readDiskFile, type DiskFile } from '../../runtime/node/files';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Command, Context } from '../command';
import { t } from '../../core/i18n/t';

export const estimateCommand: Command = {
  name: 'estimate',
  positionals: ['POPULATION'],
  summary: 'cli.estimate',
  options: [
    { name: 'raster', value: 'FILE', help: 'cli.option.raster' },
    { name: 'units', value: 'FILE', help: 'cli.option.units_estimate' },
    { name: 'hamlets', value: 'FILE', help: 'cli.option.hamlets' },
    { name: 'datum', value: 'DATUM', help: 'cli.option.datum' },
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_estimate' },
  ],
  async run(given, context) {
    const out = given.required('out');
    const free = checkOutput(out, 'folder');
    if (!free.ok) return free;
    const inputs: DiskFile[] = [];
    const file = async (path: string) => {
      const read = await readDiskFile(path);
      if (read.ok) inputs.push(read.value);
      return read;
    };
    const real = await realEvidence({ counties, divisions, seats });
    const tableOf = async (
      name: TableName,
      path: string | undefined,
    ): Promise<Result<TableData | null>> => {
      if (path === undefined) return ok(null);
      const read = await file(path);
      return read.ok ? placedTable(read.value, name, real, given.text('datum'), context) : read;
    };

    const population = await tableOf('population', given.positionals[0]);
    if (!population.ok) return population;
    const hamlets = await tableOf('hamlets', given.text('hamlets'));
    if (!hamlets.ok) return hamlets;
    let areas = real.counties;
    let { units } = real;
    const unitsPath = given.text('units');
    if (unitsPath !== undefined) {
      const read = await file(unitsPath);
      if (!read.ok) return read;
      const own = areasOf(read.value.bytes);
      if (own.size > 0) areas = own;
      else {
        const table = await placedTable(read.value, 'admin_units', real, 'wgs84', context);
        if (!table.ok) return table;
        units = new UnitIndex(table.value);
      }
    }
    const rasterPath = given.text('raster');
    const rasterFile = rasterPath === undefined ? null : await file(rasterPath);
    if (rasterFile && !rasterFile.ok) return rasterFile;
    const raster = rasterFile
      ? await readRaster(rasterFile.value.bytes, rasterFile.value.name, areas.bounds() ?? undefined)
      : null;
    if (raster && !raster.ok) return raster;

    const estimate = await estimateHouseholds(
      {
        population: population.value!,
        raster: raster?.value ?? null,
        areas,
        hamlets: hamlets.value,
        units,
        source: `${t(context.language, 'importer.estimated')} ${inputs.map(({ name }) => name).join(' + ')}`,
      },
      { progress: context.progress },
    );
    if (!estimate.ok) return estimate;
    const { table, notes } = estimate.value;
    if (table.rowCount === 0) return problem('nothing_to_import');
    notes.forEach((note) => context.note(note));
    const columns = tableDescription('households').columns.flatMap(({ name }) =>
      table.columns[name] ? [{ name, column: table.columns[name] }] : [],
    );
    const record = {
      program: 'carecircle',
      version: context.version,
      estimated: true,
      inputs: inputs.map(({ name, sha256 }) => ({ name, sha256 })),
      points: table.rowCount,
      notes,
    };
    const written = writeWholeFolder(out, [
      { name: 'households.csv', chunks: csvChunks(columns, table.rowCount) },
      { name: 'estimate.json', chunks: [`${JSON.stringify(record, null, 1)}\n`] },
    ]);
    if (!written.ok) return written;
    context.print(
      t(context.language, 'cli.import_done', {
        file: `${out}/households.csv`,
        rows: table.rowCount,
      }),
    );
    return ok(undefined);
  },
};

/** A user's table, its coordinates in WGS-84; an uncertain datum is a problem here. */
async function placedTable(
  file: DiskFile,
  table: TableName,
  real: RealEvidence,
  datum: string | undefined,
  context: Context,
): Promise<Result<TableData>> {
  const options: ImportOptions = {
    table,
    datum,
    units: real.units,
    evidence: { counties: real.counties, areas: null, seats: null, streets: null },
    progress: context.progress,
  };
  const read = await importFiles([file], options);
  if (!read.ok) return read;
  const uncertain = read.value.notes.find(({ code }) => code === 'datum_uncertain');
  if (uncertain) return { ok: false, problem: uncertain };
  return read.value.table ? ok(read.value.table) : problem('nothing_to_import');
}
