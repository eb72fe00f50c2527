/** English. A key missing here does not compile. */
import { basemap } from './en/basemap';
import { analysis } from './en/analysis';
import { cli } from './en/cli';
import { coverage } from './en/coverage';
import { decision } from './en/decision';
import { demo } from './en/demo';
import { estimating } from './en/estimating';
import { files } from './en/files';
import { handedIn } from './en/handed-in';
import { importTexts } from './en/import';
import { importer } from './en/importer';
import { importing } from './en/importing';
import { indicators } from './en/indicators';
import { page } from './en/page';
import { manual } from './en/manual';
import { planner } from './en/planner';
import { policy } from './en/policy';
import { problems } from './en/problems';
import { reports } from './en/reports';
import { scenario } from './en/scenario';
import { reach } from './en/reach';
import { recommend } from './en/recommend';
import { siting } from './en/siting';
import { streets } from './en/streets';
import { terms } from './en/terms';
import { terrain } from './en/terrain';
import { work } from './en/work';
import type { zh } from './zh';

export const en: Record<keyof typeof zh, string> = {
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
};
