/** How much room a text takes, without a font: Chinese characters are square, others about half as wide. */

/** Latin letters of a proportional font, in widths of a Chinese character. */
const proportional = 0.56;

/** Width of a text of size 1. */
export const textWidth = (words: string) => squares(words, proportional);

/** In Latin characters of a spreadsheet, where a Chinese one takes two. */
export const characterWidth = (words: string) => 2 * squares(words, 0.5);

function squares(words: string, narrow: number): number {
  let width = 0;
  for (const character of words) width += isWide(character) ? 1 : narrow;
  return width;
}

/** Chinese characters and full-width punctuation. */
const isWide = (character: string) => character.codePointAt(0)! > 0x2e7f;

/** What may not begin a line. */
const closing = /^[，。；：、！？）》」』”’％%,.;:!?)\]]$/u;

/** Words broken into lines of at most `width`: Latin words stay whole, no line begins with a stop. */
export function lines(words: string, size: number, width: number): string[] {
  const out: string[] = [];
  let line = '';
  for (const piece of pieces(words).flatMap((one) => fitting(one, width / size))) {
    if (line !== '' && textWidth((line + piece).trimEnd()) * size > width) {
      out.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line.trimEnd() === '' ? out : [...out, line.trimEnd()];
}

/** A piece that no line could hold is parted anywhere. */
const fitting = (piece: string, room: number) => (textWidth(piece) > room ? [...piece] : [piece]);

/** What is never parted: a Chinese character or a run of others, with the stops behind it. */
function pieces(words: string): string[] {
  const found: string[] = [];
  for (const character of words) {
    const last = found.at(-1);
    const isRun =
      last !== undefined && !isWide(character) && !isWide(last.at(-1)!) && !last.endsWith(' ');
    if (last !== undefined && (isRun || closing.test(character)))
      found[found.length - 1] += character;
    else found.push(character);
  }
  return found;
}
