import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 90_000,
    maxConcurrency: 3,
    maxWorkers: 2,
    // No test changes what another reads, and reading the site's code and pages anew for each file takes longer than the tests.
    isolate: false,
    hookTimeout: 120_000,
  },
});
