/**
 * The policy's own words. The published text mixes half-width punctuation into Chinese sentences;
 * shown to people it is full-width throughout, and compared it does not matter.
 */
const wide: Readonly<Record<string, string>> = {
  ',': '\uff0c',
  ';': '\uff1b',
  ':': '\uff1a',
  '!': '\uff01',
  '?': '\uff1f',
  '(': '\uff08',
  ')': '\uff09',
};

/** Text with full-width punctuation; a mark between two digits (1,000 or 8:30) stays as it is. */
export function fullWidthPunctuation(text: string): string {
  return text.replace(/[,;:!?()]/g, (mark, at: number) => {
    const betweenDigits = /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
    return betweenDigits ? mark : wide[mark];
  });
}

/** The form in which two texts are the same if they differ only in the width of punctuation. */
export function comparableText(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );
}

/** The spans of a clause as one line for the screen. */
export function quoteLine(quotes: readonly string[]): string {
  return quotes.map(fullWidthPunctuation).join('\u2026\u2026');
}
