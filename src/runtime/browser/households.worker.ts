/** Reads the demo's households beside the streets, in a thread of its own. */
import { expose } from 'comlink';
import type { Progress } from '../../core/result';
import { readFirstColumns } from './household-columns';

const api = {
  read: (url: string, fileName: string, progress: Progress) =>
    readFirstColumns(url, fileName, progress),
};
export type HouseholdsApi = typeof api;

expose(api);
