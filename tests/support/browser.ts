/** Debian's Chromium for the tests that look at the playground's page, and how a test file says that it needs it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

/** Another browser of the same kind is named by CHROMIUM_PATH. */
const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';

const missing = existsSync(executablePath)
  ? null
  : `${executablePath} is not installed (apt-get install chromium, or name another in CHROMIUM_PATH)`;

/** Nothing but the page: no updates, no look-ups, no first-run questions. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  if (missing !== null) throw new Error(`This test needs a browser: ${missing}.`);
  return await chromium.launch({ executablePath, args: quietly });
}

/** A `describe` that is skipped, loudly, where no browser is installed; in CI it fails instead. */
export function describeWithBrowser(name: string, tests: () => void): void {
  if (missing === null) {
    describe(name, tests);
    return;
  }
  if (process.env.CI === 'true') throw new Error(`The tests of the page cannot run: ${missing}.`);
  process.stderr.write(`\n*** SKIPPED: ${name}: ${missing}. ***\n\n`);
  describe.skip(`${name} (SKIPPED: ${missing})`, tests);
}
