/**
 * HiGHS (WASM, MIT) behind core's ProgramSolver, the same in Node and in a worker of the page. One
 * thread and a fixed seed: the same program gives the same answer. The call blocks its thread until
 * it ends or `shouldStop` says so.
 */
import type loadHighs from 'highs';
import type { IntegerProgram, ProgramSolver, SolvedProgram, SolveLimits } from '../core/siting';

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** As certificates name it. */
export const highsName = 'HiGHS 1.15.3';

/** @param load brings the wasm when the first program comes */
export function highsSolver(load: () => Promise<Highs>): ProgramSolver {
  let loading: Promise<Highs> | null = null;
  const loaded = () => (loading ??= load());
  return {
    name: highsName,
    solve: async (program, limits) =>
      program.columnCount === 0
        ? withoutColumns(program)
        : solveProgram(await loaded(), program, limits),
    priceRows: async (program, limits) =>
      program.columnCount === 0 ? null : priceRows(await loaded(), program, limits),
  };
}

function solveProgram(highs: Highs, program: IntegerProgram, limits: SolveLimits): SolvedProgram {
  const { modelStatus, callbackType } = highs.constants;
  const model = modelOf(highs, program, true);
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      mip_abs_gap: limits.absoluteGap,
    });
    if (program.start) model.setSolution({ colValue: program.start });
    const mostIterations = (limits.work ?? Infinity) / Math.max(1, program.rowCount);
    const result = model.run({
      [callbackType.mipInterrupt](event) {
        const iterations = Number(event.data.mip_total_lp_iterations ?? 0);
        if (iterations > mostIterations || limits.shouldStop?.()) event.interrupt();
      },
    });
    const status = result.modelStatus;
    if (status === modelStatus.infeasible) {
      return { status: 'infeasible', values: null, objective: Infinity, bound: Infinity };
    }
    const objective = model.getObjectiveValue();
    const hasValues = Number.isFinite(objective) && Math.abs(objective) < 1e29;
    const optimal = status === modelStatus.optimal;
    return {
      status: optimal ? 'optimal' : 'limit',
      values: hasValues ? Float64Array.from(model.getSolution().colValue) : null,
      objective: hasValues ? objective : Infinity,
      bound: Number(model.info.get('mip_dual_bound')),
    };
  } finally {
    model.dispose();
  }
}

function priceRows(
  highs: Highs,
  program: IntegerProgram,
  limits: SolveLimits,
): Float64Array | null {
  const { modelStatus, callbackType } = highs.constants;
  const model = modelOf(highs, program, false);
  try {
    model.options.set({ output_flag: false, random_seed: 0, solver: 'simplex' });
    if (limits.work !== undefined) {
      const most = Math.ceil(limits.work / Math.max(1, program.rowCount));
      model.options.set({ simplex_iteration_limit: most });
    }
    const result = model.run({
      [callbackType.simplexInterrupt](event) {
        if (limits.shouldStop?.()) event.interrupt();
      },
    });
    if (result.modelStatus !== modelStatus.optimal) return null;
    return Float64Array.from(model.getSolution().rowDual);
  } finally {
    model.dispose();
  }
}

function modelOf(highs: Highs, program: IntegerProgram, isWhole: boolean) {
  const { integer, continuous } = highs.constants.variableType;
  return highs.createModel({
    numCols: program.columnCount,
    numRows: program.rowCount,
    colCost: program.objective,
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr',
      numRows: program.rowCount,
      numCols: program.columnCount,
      starts: program.rowStart,
      indices: program.rowColumns,
      values: program.rowValues,
    },
    ...(isWhole
      ? { integrality: Array.from(program.isInteger, (i) => (i === 1 ? integer : continuous)) }
      : {}),
  });
}

/** Nothing to decide: the rows either allow 0 or nothing does. */
function withoutColumns(program: IntegerProgram): SolvedProgram {
  for (let r = 0; r < program.rowCount; r++) {
    if (program.rowLower[r] > 0 || program.rowUpper[r] < 0) {
      return { status: 'infeasible', values: null, objective: Infinity, bound: Infinity };
    }
  }
  return { status: 'optimal', values: new Float64Array(0), objective: 0, bound: 0 };
}
