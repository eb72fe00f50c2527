/** Files of a result, made in a worker of their own: documents and maps take seconds. */
import { expose } from 'comlink';
import { makeFiles, makeShown } from './make-files';

const api = { makeFiles, makeShown };
export type DocumentsApi = typeof api;

expose(api);
