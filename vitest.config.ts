import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'out/test-report.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          // Pure code keeps nothing between files, so they may share what was imported: four times as fast.
          isolate: false,
          include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
          environment: 'node',
          // Several walk over the whole shipped scenario; a slow machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'component',
          testTimeout: 60_000,
          include: ['tests/component/**/*.test.tsx'],
          environment: 'jsdom',
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/global-setup.ts'],
          // One program at a time, and when nothing else needs the processors.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000, interval: 100 } },
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'grid',
          include: ['tests/e2e/grid/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/global-setup.ts'],
          // One program in each direction, at once where each can have a screen, and a clipboard, of its own.
          maxWorkers: process.platform === 'linux' ? 2 : 1,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000, interval: 20 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
