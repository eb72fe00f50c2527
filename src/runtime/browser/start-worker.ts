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
