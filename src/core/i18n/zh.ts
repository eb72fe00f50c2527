/** Chinese, the source of all texts: one file for each area under zh/, joined here. */
import { problems } from './zh/problems';
import { terms } from './zh/terms';

export const zh = { ...terms, ...problems } as const;
