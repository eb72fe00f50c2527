/** Moments of the log, from milliseconds since 1970. */
export function timeOfDay(ms: number): string {
  return new Date(ms).toTimeString().slice(0, 8);
}

export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
