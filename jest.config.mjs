const swc = [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  },
];

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
};

export default {
  maxWorkers: 3,
  // Node keeps the module graph of each spec that has run; collecting them slows the later ones down.
  workerIdleMemoryLimit: '900MB',
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'libs', testMatch: ['<rootDir>/libs/*/test/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'stories',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/world/global-setup.mjs',
      globalTeardown: '<rootDir>/test/world/global-teardown.mjs',
    },
  ],
};
