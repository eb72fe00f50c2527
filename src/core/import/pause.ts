/** Long work lets a page's messages in, so that it can be told to stop. */
export const pause = () => new Promise<void>((resolve) => setTimeout(() => resolve(), 0));
