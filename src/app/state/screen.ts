/** A screen this narrow is a phone's, CSS pixels: a sheet over the map, and no more data than that needs. */
export const phoneWidth = 720;

export function isPhoneScreen(): boolean {
  return window.innerWidth <= phoneWidth;
}
