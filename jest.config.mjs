// Specs run in bare Node, in processes that keep the program's modules from one spec to the next: loading them anew
// for each spec was a third of the time. test/runner reads the sources.
const shared = {
  runner: '<rootDir>/test/runner/runner.mjs',
  setupFiles: ['<rootDir>/test/runner/alone.mjs'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {},
};

export default {
  maxWorkers: 3,
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
