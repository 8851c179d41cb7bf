/** The walls of the house: who may know whom. A feature that is not listed knows no other feature. */
const FEATURES = {
  accounts: [],
  documents: ['accounts'],
  servers: ['accounts'],
  domains: ['accounts', 'servers', 'events'],
  events: ['accounts', 'servers'],
  messages: ['accounts', 'servers', 'domains', 'events'],
  delivery: ['accounts', 'servers', 'domains', 'messages', 'events'],
};

/** What one feature may see of another: contracts, never workers, queries or GraphQL. */
const PUBLIC_FILES =
  '(\\.(service|entity|events|refusals)|/(caller|policy|postman|allowed-networks|submission|outcome|message-writer|event-log|event-publisher|event-stream|smtp-login|sign-in-methods))\\.ts$';

const DOORS = ['api', 'smtp'];

const featureRules = Object.entries(FEATURES).flatMap(([feature, known]) => [
  {
    name: `feature-map-${feature}`,
    comment: `${feature} may know: ${known.join(', ') || 'no other feature'} (see FEATURES in .dependency-cruiser.cjs)`,
    severity: 'error',
    from: { path: `^src/features/${feature}/`, pathNot: '\\.graphql\\.ts$' },
    to: { path: '^src/features/', pathNot: `^src/features/(${[feature, ...known].join('|')})/` },
  },
  {
    name: `feature-contract-${feature}`,
    comment: 'Other features are seen through their contract files only.',
    severity: 'error',
    from: { path: `^src/features/${feature}/`, pathNot: '\\.graphql\\.ts$' },
    to: { path: '^src/features/', pathNot: [`^src/features/${feature}/`, PUBLIC_FILES] },
  },
]);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'config-knows-nobody',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/(?!config/)' },
    },
    {
      name: 'platform-knows-no-mail',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/|config/|mail/xtext\\.ts)' },
    },
    {
      name: 'mail-is-pure',
      comment: 'mail/ has no I/O: no sockets, files, DNS, clock or platform.',
      severity: 'error',
      from: { path: '^src/mail/' },
      to: {
        path: '^(src/(?!mail/|config/limits\\.ts)|(node:)?(fs|net|tls|dns|http|https|dgram|child_process|worker_threads|cluster)(/|$))',
      },
    },
    {
      name: 'features-know-no-door-or-app',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '\\.graphql\\.ts$' },
      to: { path: '^src/(app|demo|smtp|api)/' },
    },
    {
      name: 'graphql-files-know-no-other-door-or-app',
      severity: 'error',
      from: { path: '^src/features/.*\\.graphql\\.ts$' },
      to: { path: '^src/(app|demo|smtp)/' },
    },
    ...DOORS.map((door) => ({
      name: `door-${door}-stands-alone`,
      severity: 'error',
      from: { path: `^src/${door}/` },
      to: { path: `^src/(app|demo|${DOORS.filter((other) => other !== door).join('|')})/` },
    })),
    {
      name: 'doors-know-no-insides',
      comment: 'A door calls services; it does not reach behind them.',
      severity: 'error',
      from: { path: '^src/(api|smtp)/' },
      to: { path: '^src/features/', pathNot: PUBLIC_FILES },
    },
    {
      name: 'demo-is-known-to-the-entrance-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(demo/|main\\.ts)' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'bench-is-no-part-of-the-product',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { path: '^bench/' },
    },
    {
      name: 'client-stands-alone',
      comment: 'It is published: it knows the contract, and no package and nothing of the house.',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { pathNot: '^client/src/' },
    },
    {
      name: 'client-is-no-part-of-the-product',
      severity: 'error',
      from: { path: '^(src|migrations|bench)/' },
      to: { path: '^client/' },
    },
    {
      name: 'migrations-are-applied-by-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^migrations/' },
    },
    {
      name: 'production-needs-no-dev-dependency',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^#failpoint$' },
    },
    ...featureRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|client/dist|test/gql)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
