/** Siting in its worker, with the exact solver in another beside it. */
import { expose } from 'comlink';
import { HighsBeside } from './highs-beside';
import { createSiteDesk, type SiteDesk } from './site-desk';

const desk: SiteDesk = createSiteDesk(new HighsBeside());
export type SitingApi = typeof desk;

expose(desk);
