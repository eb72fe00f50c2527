/** What a class of the layer by vehicle is called, in the legend and beside the pointer. */
import type { Language } from '../../state/language.svelte';

/** `place` in `minutes`, their number where it takes longer, above where nothing is known. */
export function vehicleWords(t: Language['t'], minutes: readonly number[], place: number): string {
  if (place < minutes.length) return t('vehicle.within', { minutes: minutes[place] });
  if (place > minutes.length) return t('data.insufficient');
  return t('vehicle.beyond', { minutes: minutes[minutes.length - 1] });
}
