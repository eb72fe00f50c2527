/** Chinese, the source of all texts: one file for each area under zh/, joined here. */
import { problems } from './zh/problems';
import { terms } from './zh/terms';
import { work } from './zh/work';

export const zh = { ...terms, ...problems, ...work } as const;
