/** What is chosen for a map as a document; apart from the drawing, so that a page may know it early. */
export const paperSizes = { A3: [420, 297], A4: [297, 210] } as const;

export interface MapOptions {
  readonly paper: keyof typeof paperSizes;
  readonly orientation: 'landscape' | 'portrait';
  /** Who made the map (制图单位); blank is left out. */
  readonly maker: string;
  /** ISO date of drawing; null is left out. */
  readonly drawnOn: string | null;
  /** 审图号 as given by the authority; null without one. */
  readonly approvalNumber: string | null;
  /** For a sheet that is printed at half its size, in a report that says the rest itself. */
  readonly isFigure?: boolean;
}

export const defaultMapOptions: MapOptions = {
  paper: 'A3',
  orientation: 'landscape',
  maker: '',
  drawnOn: null,
  approvalNumber: null,
};

/** The day it is here, as ISO has it. */
export function dayOf(nowMs: number): string {
  const now = new Date(nowMs);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
