/** Packages published as ES modules only; jest runs CommonJS, so swc turns them. */
const esmOnly = ['numfmt', 'intl-messageformat', '@formatjs', 'highs', 'saxes', '@formulajs', 'bessel', 'jstat'];

const swcJest = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
const shared = {
  transform: { '^.+\\.[cm]?[jt]sx?$': swcJest },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/)?(?:${esmOnly.join('|')})/)`],
  moduleNameMapper: { '\\.(css|png|svg)$': '<rootDir>/test/support/asset.ts' },
};

/** @type {import('jest').Config} */
module.exports = {
  reporters: ['default', '<rootDir>/test/support/leftOutReporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      // Microsoft's client keeps what it finds in the global scope; jest need not tidy it away between files.
      testEnvironmentOptions: { globalsCleanup: 'off' },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'pane',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/support/dom.ts'],
    },
  ],
  testTimeout: 60000,
};
