/** Resolves when the page has nothing else to do, at the latest after a few seconds. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => resolve(), { timeout: 4000 });
    else setTimeout(resolve);
  });
}
