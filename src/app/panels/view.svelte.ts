/**
 * What of the screen is open and in which order: the task, the tabs, the drawer, the map's layers.
 * Nothing of the city itself. One for each page, beside the workspace.
 */
import { createContext } from 'svelte';
import type { Unit } from '../state/types';

export type TaskName = 'data' | 'reach' | 'coverage' | 'siting' | 'results' | 'policy';
export type SitingTab = 'new' | 'recommend' | 'compare';
export type Lens = 'plan' | 'decide' | 'analyse';
export type PaneTab = 'overview' | 'basis' | 'sources';
/** The plain lists, and what the analyst works with. */
export type DrawerTab = 'table' | 'policy' | 'on_foot' | AnalysisTab;
export type AnalysisTab = 'explore' | 'charts' | 'sql' | 'log';
export type DrawerSize = 'closed' | 'half' | 'tall';
export type AreaChoice = 'auto' | 'county' | 'town' | 'village' | 'none';
export type LayerName = 'households' | 'streets' | 'facilities' | 'other_facilities' | 'labels';
export type PhoneList = 'indicators' | 'table' | 'policy' | 'on_foot';
export type SheetStop = 'figures' | 'list' | 'detail';

export const layerNames: readonly LayerName[] = [
  'facilities',
  'other_facilities',
  'households',
  'streets',
  'labels',
];

/** What the drawer holds, by how the screen is ordered. */
export const drawerTabs: Readonly<Record<Lens, readonly DrawerTab[]>> = {
  plan: ['table', 'policy', 'on_foot', 'charts', 'sql', 'log'],
  decide: ['table', 'policy', 'on_foot'],
  analyse: ['explore', 'charts', 'sql', 'log'],
};

/** Where the map is asked to go; a new object each time, so that the same place can be asked twice. */
export type FlyTo =
  | { readonly kind: 'all' }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'point'; readonly lon: number; readonly lat: number; readonly zoom: number };

export class View {
  task = $state<TaskName>('coverage');
  sitingTab = $state<SitingTab>('new');
  paneTab = $state<PaneTab>('overview');
  drawerTab = $state<DrawerTab>('table');
  drawerSize = $state<DrawerSize>('half');
  isLeftOpen = $state(true);
  isRightOpen = $state(true);
  /** The policy's lines over the map, as one page. */
  isPolicyWide = $state(false);
  isHelpOpen = $state(false);
  sheetStop = $state<SheetStop>('figures');
  phoneList = $state<PhoneList>('indicators');
  areaChoice = $state<AreaChoice>('auto');
  layers = $state.raw<readonly LayerName[]>(['facilities', 'households', 'streets', 'labels']);
  flyTo = $state.raw<FlyTo | null>(null);
  /** The map's zoom, for the legend and for what is drawn. */
  mapZoom = $state(8);
  /** [lon, lat] of the map's middle. */
  mapCentre = $state.raw<readonly [number, number]>([0, 0]);
  /** The page's text against its usual size: more than 1 on big screens. */
  textScale = $state(1);
  #lens = $state<Lens>('plan');
  #stepsDone = $state.raw<readonly string[]>([]);
  /** The folder of the demo city's files, ending with a slash. */
  readonly demoUrl: string;

  constructor(demoUrl: string) {
    this.demoUrl = demoUrl;
    this.measure();
  }

  get lens(): Lens {
    return this.#lens;
  }

  /** A lens reorders the screen and locks nothing. */
  set lens(lens: Lens) {
    this.#lens = lens;
    this.isLeftOpen = lens === 'plan';
    if (!drawerTabs[lens].includes(this.drawerTab)) this.drawerTab = drawerTabs[lens][0];
    this.isRightOpen = true;
    this.drawerSize = { plan: 'half', decide: 'closed', analyse: 'tall' }[lens] as DrawerSize;
    if (lens === 'decide') this.paneTab = 'overview';
    this.measure();
  }

  /** On a big screen the leader's view is read from afar: app.css enlarges it, the map follows. */
  measure(): void {
    const root = document.documentElement;
    root.dataset.lens = this.#lens;
    this.textScale = Number.parseFloat(getComputedStyle(root).fontSize) / 16;
  }

  get stepsDone(): readonly string[] {
    return this.#stepsDone;
  }

  /** Ticks a step of the first-run list. */
  tick(step: string): void {
    if (!this.#stepsDone.includes(step)) this.#stepsDone = [...this.#stepsDone, step];
  }

  openTask(task: TaskName): void {
    this.task = task;
    this.isLeftOpen = true;
  }

  showPane(tab: PaneTab): void {
    this.paneTab = tab;
    this.isRightOpen = true;
  }

  showDrawer(tab: DrawerTab): void {
    if (tab === 'explore') this.lens = 'analyse';
    else if (!drawerTabs[this.lens].includes(tab)) this.lens = 'plan';
    this.drawerTab = tab;
    if (this.drawerSize === 'closed') this.drawerSize = 'half';
  }

  fly(to: FlyTo): void {
    this.flyTo = { ...to };
  }
}

export const [getView, setView] = createContext<View>();
