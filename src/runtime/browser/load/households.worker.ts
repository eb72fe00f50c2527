/** Reads the demo's households beside the engine, in a thread of its own. */
import { expose } from 'comlink';
import { readFirstColumns, readLaidOutColumns, readOtherColumns } from './household-columns';

const api = { readFirstColumns, readLaidOutColumns, readOtherColumns };
export type HouseholdsApi = typeof api;

/** Its one line goes to whoever the port was given to. */
addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => expose(api, port), {
  once: true,
});
