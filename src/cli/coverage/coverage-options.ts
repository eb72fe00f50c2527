/** What decides who is covered: options that `coverage` and `site` have in common. */
import type { OptionDescription } from '../command';

export const coverageOptions: readonly OptionDescription[] = [
  { name: 'weight', value: 'COLUMN', help: 'cli.option.weight' },
  { name: 'minutes', value: 'MINUTES', required: true, help: 'cli.option.minutes' },
  { name: 'speed', value: 'M_PER_S', required: true, help: 'cli.option.speed' },
  { name: 'max-snap', value: 'METRES', help: 'cli.option.max_snap' },
  { name: 'types', value: 'LIST', help: 'cli.option.types' },
  { name: 'statuses', value: 'LIST', help: 'cli.option.statuses' },
  { name: 'include-village-points', help: 'cli.option.include_village_points' },
];
