/** How wide a text is in Chinese characters: others take half the room. */
export function fullWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 1 : 0.5), 0);
}
