/** How the tests run: on one real PostgreSQL and one real Redis per run, with the network closed except this machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**', 'node_modules/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/network.ts'],
    // Threads measured no faster, and share what some tests change: signals, the umask, the environment.
    pool: 'forks',
    // Of its own accord vitest leaves one core to itself, which on two is half of the machine.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
