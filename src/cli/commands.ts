/**
 * Every command, in the order of the help. Each is loaded only when it is called, with all that
 * it needs; what it does in a line stands in i18n under `cli.<name>`.
 */
import type { TextKey } from '../core/i18n/t';
import type { Command } from './command';

export interface CommandEntry {
  readonly name: string;
  readonly summary: TextKey;
  load(): Promise<Command>;
}

const entry = (name: string, summary: TextKey, load: () => Promise<Command>): CommandEntry => ({
  name,
  summary,
  load,
});

export const commands: readonly CommandEntry[] = [
  entry(
    'network',
    'cli.network',
    async () => (await import('./walking/network-command')).networkCommand,
  ),
  entry('times', 'cli.times', async () => (await import('./walking/times-command')).timesCommand),
  entry(
    'isochrone',
    'cli.isochrone',
    async () => (await import('./walking/isochrone-command')).isochroneCommand,
  ),
  entry(
    'coverage',
    'cli.coverage',
    async () => (await import('./coverage/coverage-command')).coverageCommand,
  ),
  entry(
    'indicators',
    'cli.indicators',
    async () => (await import('./indicators/indicators-command')).indicatorsCommand,
  ),
  entry(
    'report',
    'cli.report',
    async () => (await import('./documents/report-command')).reportCommand,
  ),
  entry(
    'summary',
    'cli.summary',
    async () => (await import('./indicators/summary-command')).summaryCommand,
  ),
  entry(
    'catalogue',
    'cli.catalogue',
    async () => (await import('./indicators/catalogue-command')).catalogueCommand,
  ),
  entry(
    'import',
    'cli.import',
    async () => (await import('./import/import-command')).importCommand,
  ),
  entry('check', 'cli.check', async () => (await import('./import/check-command')).checkCommand),
  entry(
    'estimate',
    'cli.estimate',
    async () => (await import('./import/estimate-command')).estimateCommand,
  ),
  entry(
    'templates',
    'cli.templates',
    async () => (await import('./import/templates-command')).templatesCommand,
  ),
  entry('site', 'cli.site', async () => (await import('./siting/site-command')).siteCommand),
  entry(
    'verify-site',
    'cli.verify_site',
    async () => (await import('./siting/verify-site-command')).verifySiteCommand,
  ),
  entry('run', 'cli.run', async () => (await import('./project/run-command')).runCommand),
  entry('demo', 'cli.demo', async () => (await import('./demo-command')).demoCommand),
];
