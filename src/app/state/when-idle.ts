/**
 * Resolves when the page has nothing else to do. Not at once: the map draws in another process, which
 * the page's own idleness does not show.
 */
const drawingMs = 1000;

export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      if (typeof requestIdleCallback === 'function')
        requestIdleCallback(() => resolve(), { timeout: 4000 });
      else resolve();
    }, drawingMs);
  });
}
