/** HiGHS in Node. */
import loadHighs from 'highs';
import { highsSolver as solverWith } from '../highs-solver';

export const highsSolver = solverWith(() => loadHighs());
