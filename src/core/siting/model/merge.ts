/**
 * Merges demand points that the same candidates reach, one candidate at a time: partition
 * refinement. Every point holds only the number of its class, so that 5,000 candidates over a
 * million households need a few numbers for each household and never the whole list of pairs.
 */
import type { CoverRows } from './cover-model';

export interface MergedDemand extends CoverRows {
  /** The group (a village, a county …) that each row belongs to. */
  readonly rowGroup: Uint32Array;
  /** Row of each demand point; NO_ROW where no candidate reaches it. */
  readonly pointRow: Uint32Array;
}

export const NO_ROW = 0xffffffff;

/**
 * @param weight whole-number weight of each point
 * @param group points of different groups never share a row; numbers 0 … groupCount - 1
 * @param reached calls back with the points each candidate reaches (each point at most once)
 */
export function mergeDemand(
  weight: ArrayLike<number>,
  group: ArrayLike<number>,
  groupCount: number,
  candidateCount: number,
  reached: (candidate: number) => ArrayLike<number>,
): MergedDemand {
  const pointCount = weight.length;
  const pointClass = new Uint32Array(pointCount);
  for (let p = 0; p < pointCount; p++) pointClass[p] = group[p];
  // A class is its parent class plus one candidate; the first classes are the groups themselves.
  const parent: number[] = new Array<number>(groupCount).fill(-1);
  const added: number[] = new Array<number>(groupCount).fill(-1);
  const child = new Map<number, number>();
  for (let j = 0; j < candidateCount; j++) {
    const points = reached(j);
    child.clear();
    for (let i = 0; i < points.length; i++) {
      const from = pointClass[points[i]];
      let to = child.get(from);
      if (to === undefined) {
        to = parent.length;
        parent.push(from);
        added.push(j);
        child.set(from, to);
      }
      pointClass[points[i]] = to;
    }
  }
  return collectRows(weight, groupCount, pointClass, parent, added);
}

/** Rows in a fixed order: by group, then by their candidates, compared one by one. */
function collectRows(
  weight: ArrayLike<number>,
  groupCount: number,
  pointClass: Uint32Array,
  parent: number[],
  added: number[],
): MergedDemand {
  const classWeight = new Float64Array(parent.length);
  const used = new Uint8Array(parent.length);
  for (let p = 0; p < pointClass.length; p++) {
    classWeight[pointClass[p]] += weight[p];
    used[pointClass[p]] = 1;
  }
  const classes: { id: number; group: number; candidates: number[] }[] = [];
  for (let id = groupCount; id < parent.length; id++) {
    if (used[id] === 0 || classWeight[id] === 0) continue;
    const candidates: number[] = [];
    let at = id;
    for (; parent[at] >= 0; at = parent[at]) candidates.push(added[at]);
    classes.push({ id, group: at, candidates: candidates.reverse() });
  }
  classes.sort((a, b) => a.group - b.group || compareLists(a.candidates, b.candidates));

  const rowOfClass = new Uint32Array(parent.length).fill(NO_ROW);
  const rowWeight = new Float64Array(classes.length);
  const rowGroup = new Uint32Array(classes.length);
  const rowStart = new Uint32Array(classes.length + 1);
  for (let r = 0; r < classes.length; r++) {
    rowOfClass[classes[r].id] = r;
    rowWeight[r] = classWeight[classes[r].id];
    rowGroup[r] = classes[r].group;
    rowStart[r + 1] = rowStart[r] + classes[r].candidates.length;
  }
  const rowCandidates = new Uint32Array(rowStart[classes.length]);
  for (let r = 0; r < classes.length; r++) rowCandidates.set(classes[r].candidates, rowStart[r]);
  const pointRow = pointClass.map((id) => rowOfClass[id]);
  return { rowWeight, rowGroup, rowStart, rowCandidates, pointRow };
}

function compareLists(a: number[], b: number[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}
