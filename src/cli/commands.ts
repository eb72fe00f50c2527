/** Every command, in the order of the help. */
import type { Command } from './command';
import { catalogueCommand } from './catalogue-command';
import { coverageCommand } from './coverage-command';
import { demoCommand } from './demo-command';
import { indicatorsCommand } from './indicators-command';
import { isochroneCommand } from './isochrone-command';
import { networkCommand } from './network-command';
import { timesCommand } from './times-command';

export const commands: readonly Command[] = [
  networkCommand,
  timesCommand,
  isochroneCommand,
  coverageCommand,
  indicatorsCommand,
  catalogueCommand,
  demoCommand,
];
