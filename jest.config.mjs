const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
    },
  },
];

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
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
