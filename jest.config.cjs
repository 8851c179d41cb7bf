/** Sources are ESM; jest runs them as CommonJS, so no experimental flag is needed. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: false,
      },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

/** `npm run test:long`: the full figures, and test/long/ beside the rest. */
const isLong = process.env.TEST_LONG === '1';

/** `npm run test:chaos`: that and nothing else. */
const isChaos = process.env.TEST_CHAOS !== undefined;

module.exports = {
  testMatch: [isChaos ? '<rootDir>/test/chaos/chaos.run.ts' : '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(isLong ? [] : ['<rootDir>/test/long/'])],
  transform: { '^.+\\.[cm]?[tj]s$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(mariadb|@posthouse|openid-client|oauth4webapi|jose|oidc-provider)/)',
  ],
  moduleNameMapper: {
    '^#failpoint$': '<rootDir>/src/platform/failpoint/off.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  testTimeout: isLong ? 3_600_000 : 60_000,
  maxWorkers: 2,
  // what files leave behind adds up to gigabytes, and long collections of it delay servers that live in this process
  workerIdleMemoryLimit: '1GB',
};
