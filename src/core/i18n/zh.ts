/** Chinese, the source of all texts: one file for each area under zh/, joined here. */
import { basemap } from './zh/basemap';
import { analysis } from './zh/analysis';
import { cli } from './zh/cli';
import { coverage } from './zh/coverage';
import { decision } from './zh/decision';
import { demo } from './zh/demo';
import { estimating } from './zh/estimating';
import { files } from './zh/files';
import { handedIn } from './zh/handed-in';
import { importTexts } from './zh/import';
import { importer } from './zh/importer';
import { importing } from './zh/importing';
import { indicators } from './zh/indicators';
import { page } from './zh/page';
import { manual } from './zh/manual';
import { planner } from './zh/planner';
import { policy } from './zh/policy';
import { problems } from './zh/problems';
import { reports } from './zh/reports';
import { scenario } from './zh/scenario';
import { reach } from './zh/reach';
import { recommend } from './zh/recommend';
import { siting } from './zh/siting';
import { streets } from './zh/streets';
import { terms } from './zh/terms';
import { terrain } from './zh/terrain';
import { work } from './zh/work';

export const zh = {
  ...terms,
  ...basemap,
  ...manual,
  ...analysis,
  ...page,
  ...planner,
  ...policy,
  ...handedIn,
  ...problems,
  ...reports,
  ...streets,
  ...scenario,
  ...reach,
  ...recommend,
  ...siting,
  ...files,
  ...importTexts,
  ...importing,
  ...importer,
  ...estimating,
  ...cli,
  ...coverage,
  ...indicators,
  ...decision,
  ...demo,
  ...work,
  ...terrain,
} as const;
