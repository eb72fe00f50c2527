/** A thread that reads the demo's households, and a line to it that can be handed on. */
import { takeWorker } from '../start-worker';
export interface HouseholdsReader {
  /** Speaks HouseholdsApi. */
  readonly port: MessagePort;
  end(): void;
}

export function startHouseholdsReader(): HouseholdsReader {
  const worker = takeWorker(
    'households',
    () => new Worker(new URL('./households.worker.ts', import.meta.url), { type: 'module' }),
  );
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port1, [port1]);
  return { port: port2, end: () => worker.terminate() };
}
