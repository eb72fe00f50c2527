/** One import in its worker. */
import { expose } from 'comlink';
import { ImportDesk } from './import-desk';

const api = new ImportDesk();
export type ImportApi = typeof api;

expose(api);
