/**
 * Bytes → text. UTF-8 with or without its mark; what is not UTF-8 is what Chinese Excel writes,
 * GB 18030 (a superset of GBK). No guessing on short texts: strict UTF-8 decides.
 */

/** The text, and whether it had to be read as GB 18030. */
export function decodeText(bytes: Uint8Array): { text: string; isGb18030: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGb18030: false };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), isGb18030: true };
  }
}

/** How many lines a text has, an upper bound for its rows. */
export function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > 1) return lines;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) lines++;
  return lines;
}
