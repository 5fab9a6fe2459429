/** How the tests run: on real PostgreSQL and real Redis, with the network closed except this machine, those in a browser last. */
import { defineConfig } from 'vitest/config';
// Before any test file imports the client that it makes.
import './prisma/ensure-client.js';

const common = {
  globalSetup: 'tests/support/global-setup.ts',
  setupFiles: 'tests/support/network.ts',
  // Threads measured no faster, and share what some tests change: signals, the umask, the environment.
  pool: 'forks',
  // Of its own accord vitest leaves one core to itself, which on two is half of the machine.
  maxWorkers: 2,
  // Tests wait for conditions, and no machine is too slow for that: these limits only end a test that hangs.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 240_000 } },
} as const;

const elsewhere = ['tests/bench/**', '**/node_modules/**'];
const inBrowser = ['tests/**/*.browser.test.ts', 'playground/tests/**/*.browser.test.ts'];

/**
 * An action or a kind of notification that one of these declares stays so for the rest of its process, and no list has it;
 * `endpoint` hears the console before the filter for Microsoft's library stands, which is put up once for a process;
 * `both-walls` and `company-check` change the guard, and `computed-apart` and `parsed-once` what reads and compares, for every file of their process; `office-schemas` starts a runtime that keeps its memory.
 */
const alone = [
  'authorise',
  'authorise-person',
  'both-walls',
  'closed-forms',
  'computed-apart',
  'company-check',
  'conflicts',
  'endpoint',
  'incoming-files',
  'kinds',
  'office-schemas',
  'parsed-once',
  'receive-files',
  'registry',
];

/**
 * These leave nothing behind in their process, and share two: to load the app and the platforms' libraries anew for each took as long
 * as its tests. What signals, sets the environment or counts its modules has a process of its own.
 */
const sharing = [
  `tests/{bot,documents,e2e,programme}/**/!(${alone.join('|')}).test.ts`,
  'playground/tests/**/*.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'sharing a process',
          include: sharing,
          exclude: [...elsewhere, ...inBrowser],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'alone',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, ...inBrowser, ...sharing],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          // A browser takes a core for itself.
          name: 'browser',
          include: inBrowser,
          exclude: elsewhere,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
