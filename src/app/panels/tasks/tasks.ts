/** The tasks of the rail: a panel is one entry here, and the keys 1, 2, 3 … follow the order. */
import type { Component } from 'svelte';
import type { TextKey } from '../../../core/i18n/t';
import type { IconName } from '../../ui/display/icons';
import type { TaskName } from '../view.svelte';
import CoverageTask from './CoverageTask.svelte';
import DataTask from './DataTask.svelte';
import PolicyTask from './PolicyTask.svelte';
import ReachTask from './ReachTask.svelte';
import SitingTask from './SitingTask.svelte';
import ResultsTask from './ResultsTask.svelte';

export interface Task {
  readonly name: TaskName;
  readonly labelKey: TextKey;
  readonly icon: IconName;
  readonly panel: Component;
}

export const tasks: readonly Task[] = [
  { name: 'data', labelKey: 'task.data', icon: 'data', panel: DataTask },
  { name: 'reach', labelKey: 'task.reach', icon: 'reach', panel: ReachTask },
  { name: 'coverage', labelKey: 'task.coverage', icon: 'coverage', panel: CoverageTask },
  { name: 'siting', labelKey: 'task.siting', icon: 'siting', panel: SitingTask },
  { name: 'policy', labelKey: 'task.policy', icon: 'policy', panel: PolicyTask },
  { name: 'results', labelKey: 'task.results', icon: 'results', panel: ResultsTask },
];
