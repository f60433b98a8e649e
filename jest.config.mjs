import { missingReaders } from './test/support/readers.mjs';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '\\.css$': '<rootDir>/test/support/style.mjs' },
  // What the build and a running server write is no source.
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/data/var/'],
  testPathIgnorePatterns: ['/node_modules/', ...missingReaders().flatMap(([, tests]) => tests)],
  // Two: servers and a browser run beside the tests.
  maxWorkers: 2,
  testTimeout: 60_000,
};
