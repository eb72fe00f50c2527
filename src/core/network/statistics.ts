/** A network in a few figures, printed after every import so that broken streets are seen at once. */
import type { Network } from './graph';

export interface NetworkStatistics {
  /** Places where streets meet or end. */
  readonly nodes: number;
  readonly edges: number;
  /** Directed: a street walkable both ways has two. */
  readonly arcs: number;
  /** Length of the streets, each counted once. */
  readonly kilometres: number;
  readonly components: number;
  /** 0 … 1; 0 for an empty network. */
  readonly largestShareByNodes: number;
  readonly largestShareByLength: number;
}

export function networkStatistics(network: Network): NetworkStatistics {
  let lengthCm = 0;
  let largestLengthCm = 0;
  let largestNodes = 0;
  for (let e = 0; e < network.edgeCount; e++) {
    lengthCm += network.edgeLengthCm[e];
    if (network.vertexComponent[network.edgeFrom[e]] === 0) {
      largestLengthCm += network.edgeLengthCm[e];
    }
  }
  for (let v = 0; v < network.vertexCount; v++) {
    if (network.vertexComponent[v] === 0) largestNodes++;
  }
  return {
    nodes: network.vertexCount,
    edges: network.edgeCount,
    arcs: network.arcEdge.length,
    kilometres: lengthCm / 1e5,
    components: network.componentCount,
    largestShareByNodes: network.vertexCount === 0 ? 0 : largestNodes / network.vertexCount,
    largestShareByLength: lengthCm === 0 ? 0 : largestLengthCm / lengthCm,
  };
}
