/** The causes and the one threshold among them, for whoever shows them. */

/** In the order in which ties between them fall. */
export const walkCauses = [
  'too_far',
  'detour',
  'slope',
  'no_route',
  'not_connected',
  'not_located',
] as const;
export type WalkCause = (typeof walkCauses)[number];

/**
 * A way round: some facility that counts stands within the limit as the crow flies, and the walk to
 * the nearest on foot is at least this many times that line. Streets of a town make a walk 1.3
 * times the straight line, mountains 1.5 (DOMAIN §2.3); twice means a river or a missing link.
 */
export const detourFrom = 2;
