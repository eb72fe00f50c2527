/**
 * The exact solver as siting sees it: a mixed-integer program in, values out. HiGHS stands behind
 * it in runtime/, so that core holds no solver and a test can put its own there.
 */
export interface IntegerProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Minimised. */
  readonly objective: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where the column must be a whole number. */
  readonly isInteger: Uint8Array;
  /** Infinities allowed. */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStart: Int32Array;
  readonly rowColumns: Int32Array;
  readonly rowValues: Float64Array;
  /** A solution to start from: a value for every column. */
  readonly start?: Float64Array;
}

export interface SolveLimits {
  /**
   * Simplex iterations times rows of the program, about 10 million a second; a count and not seconds,
   * so that the same ask gives the same answer.
   */
  readonly work?: number;
  /** Stop once bound and value are closer than this; just under 1 proves a whole-number optimum. */
  readonly absoluteGap: number;
  /** Asked now and then; true stops the search. */
  readonly shouldStop?: () => boolean;
}

export interface SolvedProgram {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** Best values found; null where none were. */
  readonly values: Float64Array | null;
  readonly objective: number;
  /** Proven by the solver alone: no value is below it. */
  readonly bound: number;
}

export interface ProgramSolver {
  /** Name and version, written into the certificate. */
  readonly name: string;
  solve(program: IntegerProgram, limits: SolveLimits): Promise<SolvedProgram>;
  /** Price of each row when parts of columns may be taken; null where there is no such solution. */
  priceRows(program: IntegerProgram, limits: SolveLimits): Promise<Float64Array | null>;
}

/** Collects a program row by row. */
export class ProgramBuilder {
  readonly #objective: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #rowStart: number[] = [0];
  readonly #columns: number[] = [];
  readonly #values: number[] = [];

  /** A column in 0 … 1; returns its number. */
  addColumn(cost: number, isInteger: boolean): number {
    this.#objective.push(cost);
    this.#lower.push(0);
    this.#upper.push(1);
    this.#integer.push(isInteger ? 1 : 0);
    return this.#objective.length - 1;
  }

  addTerm(column: number, value: number): void {
    this.#columns.push(column);
    this.#values.push(value);
  }

  /** Closes the row made of the terms added since the last one. */
  closeRow(lower: number, upper: number): void {
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.#rowStart.push(this.#columns.length);
  }

  build(start?: Float64Array): IntegerProgram {
    return {
      columnCount: this.#objective.length,
      rowCount: this.#rowLower.length,
      objective: Float64Array.from(this.#objective),
      columnLower: Float64Array.from(this.#lower),
      columnUpper: Float64Array.from(this.#upper),
      isInteger: Uint8Array.from(this.#integer),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      rowStart: Int32Array.from(this.#rowStart),
      rowColumns: Int32Array.from(this.#columns),
      rowValues: Float64Array.from(this.#values),
      start,
    };
  }
}
