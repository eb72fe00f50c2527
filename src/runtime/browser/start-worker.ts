/** Begun at the head of the page, before any of its code (scripts/workers-ahead.mjs). */
declare global {
  var carecircleWorkers: Record<string, Worker> | undefined;
}

/**
 * A worker; or, where the browser refuses to make one, what behaves like a worker that broke at once, so
 * that whoever waits for it hears of it in words instead of the page staying empty.
 */
export function startWorker(make: () => Worker): Worker {
  try {
    return make();
  } catch {
    const broken = new EventTarget();
    setTimeout(() => broken.dispatchEvent(new Event('error')));
    return Object.assign(broken, {
      postMessage: () => undefined,
      terminate: () => undefined,
    }) as unknown as Worker;
  }
}

/** The worker of that name that the page's head began, for whoever asks first; else a new one. */
export function takeWorker(name: string, make: () => Worker): Worker {
  const begun = globalThis.carecircleWorkers?.[name];
  if (!begun) return startWorker(make);
  delete globalThis.carecircleWorkers![name];
  begun.onerror = null;
  return begun;
}
