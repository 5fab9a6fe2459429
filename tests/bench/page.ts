/** The playground's page: how much longer the start takes for it, and how soon a browser on this machine has painted it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { openBrowser } from '../support/browser.js';
import { type Extent, median, report } from './measure.js';

const ROUNDS = { full: 5, few: 2 };
const ADDED_LIMIT_SECONDS = 1.5;
const PAINT_LIMIT_SECONDS = 1;

const saidSchema = z.object({ url: z.string(), milliseconds: z.number() });

export async function benchPage({ full }: Extent): Promise<void> {
  const rounds = full ? ROUNDS.full : ROUNDS.few;
  const added: number[] = [];
  const painted: number[] = [];
  const browser = await openBrowser();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const alone = spawn(process.execPath, ['--import', 'tsx', 'page-alone.ts'], {
        cwd: fileURLToPath(new URL('./', import.meta.url)),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const [line]: unknown[] = await once(createInterface({ input: alone.stdout }), 'line');
        const { url, milliseconds } = saidSchema.parse(JSON.parse(String(line)));
        added.push(milliseconds / 1000);
        painted.push(await firstPaint(browser, url));
      } finally {
        alone.kill('SIGKILL');
        await once(alone, 'exit');
      }
    }
  } finally {
    await browser.close();
  }
  const line = (goal: string, limit: number, values: readonly number[]) => {
    const ours = median(values);
    report({ goal, unit: 's', floor: limit, ours, rounds, limit: `<= ${limit}`, met: ours <= limit });
  };
  line('page: added to the start', ADDED_LIMIT_SECONDS, added);
  line('page: first paint', PAINT_LIMIT_SECONDS, painted);
}

/** Seconds until something of the page itself is painted; nothing is cached, each time is a first visit. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('main').waitFor();
  // The browser enters a paint only after it has been shown, which may be later than this.
  const milliseconds: unknown = await page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      for (const { startTime } of list.getEntriesByName('first-contentful-paint')) {
        observer.disconnect();
        resolve(startTime);
      }
    }).observe({ type: 'paint', buffered: true });
  })`);
  await context.close();
  return z.number().parse(milliseconds) / 1000;
}
