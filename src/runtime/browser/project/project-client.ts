/** Projects as the page asks about them: saved, read, and kept on this machine. */
import { proxy } from 'comlink';
import type { Progress, Result } from '../../../core/result';
import type { Plan, ProjectSource } from '../../../core/scenario';
import { isSameSource } from '../../../core/scenario/project/source';
import type { CityInfo } from '../data/page-data';
import type { Asking } from '../policy/policy-client';
import type { Project, ProjectOrder } from './project-data';
import { sourceOf } from './source-of';

export interface ProjectEngine {
  file(order: ProjectOrder, progress: Progress, signal: AbortSignal): Promise<Result<Uint8Array>>;
  read(file: File): Promise<Result<Project>>;
  /** True where the open city is the one a project stands on. */
  isOf(info: CityInfo, source: ProjectSource): boolean;
  keep(info: CityInfo, plan: Plan, currentOption: string | null): Promise<void>;
  kept(info: CityInfo): Promise<{ plan: Plan; currentOption: string | null } | null>;
  clear(): Promise<void>;
}

export function projectEngine({ long, short }: Pick<Asking, 'long' | 'short'>): ProjectEngine {
  const keeping = () => import('./kept-plans');
  return {
    file: (order, progress, signal) =>
      long(signal, (api, token) => api.projectFile(order, token, proxy(progress))),
    read: (file) => short((api) => api.projectContent(file)),
    isOf: (info, source) => isSameSource(sourceOf(info), source),
    keep: async (info, plan, option) => (await keeping()).keepPlan(sourceOf(info), plan, option),
    kept: async (info) => (await keeping()).keptPlan(sourceOf(info)),
    clear: async () => (await keeping()).clearKept(),
  };
}
