/** The engine in its worker: one city, its streets and its coverage. */
import { expose } from 'comlink';
import { createEngineApi } from './engine';

const api = createEngineApi();
export type EngineApi = typeof api;

expose(api);
