/** What the next click on the map does while a plan is worked on. */
import type { SourceKind } from '../../runtime/browser/data/scenario-data';

export type Tool = 'pick' | 'point' | 'area';

/** What a drawn area does: it takes in places of a kind, or says where siting looks for junctions. */
export type AreaUse = SourceKind | 'siting';

export class MapTool {
  #tool = $state<Tool>('pick');
  #areaUse = $state<AreaUse>('junction');

  get current(): Tool {
    return this.#tool;
  }

  get areaUse(): AreaUse {
    return this.#areaUse;
  }

  /** The same tool taken twice is put away. */
  take(tool: 'point'): void {
    this.#tool = this.#tool === tool ? 'pick' : tool;
  }

  drawArea(use: AreaUse): void {
    const isDrawingIt = this.isDrawing(use);
    this.#areaUse = use;
    this.#tool = isDrawingIt ? 'pick' : 'area';
  }

  isDrawing(use: AreaUse): boolean {
    return this.#tool === 'area' && this.#areaUse === use;
  }

  putAway(): void {
    this.#tool = 'pick';
  }
}
