import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 90_000,
    maxConcurrency: 3,
    maxWorkers: 2,
    hookTimeout: 120_000,
  },
});
