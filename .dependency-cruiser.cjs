// The arrows of the house: routes → app → runtime → core, cli → runtime/node → core; inside core a
// folder imports only from folders above it in this list.
const coreOrder = [
  'i18n',
  'geo',
  'basemap',
  'store',
  'network',
  'import',
  'reach',
  'indicators',
  'siting',
  'scenario',
  'export',
  'analysis',
  'demo',
];

const inside = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    inside(
      'core-stands-alone',
      '^src/core',
      '^src/(runtime|app|cli|routes)',
      'core knows nothing of where it runs',
    ),
    inside(
      'runtime-below-app',
      '^src/runtime',
      '^src/(app|cli|routes)',
      'runtime runs; it does not show',
    ),
    inside('node-apart', '^src/runtime/browser', '^src/runtime/node', 'a page has no Node'),
    inside(
      'browser-apart',
      '^src/(runtime/node|cli)',
      '^src/(runtime/browser|app|routes)',
      'the command line has no page',
    ),
    inside('app-below-routes', '^src/app', '^src/(routes|cli)', 'routes show app'),
    inside('app-has-no-node', '^src/(app|routes)', '^src/runtime/node', 'a page has no Node'),
    {
      name: 'only-state-runs',
      severity: 'error',
      comment: 'app/state is the only code of the page that calls runtime',
      from: { path: '^src/(app/(?!state)|routes)' },
      to: { path: '^src/runtime' },
    },
    {
      name: 'ui-knows-nothing',
      severity: 'error',
      comment: 'ui knows nothing of the domain',
      from: { path: '^src/app/ui' },
      to: { path: '^src/(app/(state|map|panels)|core/(?!i18n|palette))' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'no framework, worker library, DOM or Node in core',
      from: { path: '^src/core' },
      to: {
        path: '^(node:|svelte|maplibre|@deck|comlink|@duckdb)|node_modules/(svelte|maplibre-gl|@deck|comlink|@duckdb)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'core-no-node-builtins',
      severity: 'error',
      from: { path: '^src/core' },
      to: { dependencyTypes: ['core'] },
    },
    ...coreOrder.map((folder, i) =>
      inside(
        `core-${folder}-looks-up`,
        `^src/core/${folder}/`,
        `^src/core/(${coreOrder.slice(i + 1).join('|') || '$none'})/`,
        'a folder of core imports only from folders above it',
      ),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] },
  },
};
