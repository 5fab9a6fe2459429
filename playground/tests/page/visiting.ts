/** Opens the playground's page in a browser as a visitor does, and hears what the browser complains of. */
import type { Browser, Page } from 'playwright-core';
import type { ClientSessionId } from '../../page/protocol.js';

export interface Eyes {
  readonly language?: 'ja' | 'en';
  readonly width?: number;
  readonly height?: number;
}

export interface Visited {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, refused resources. */
  readonly complaints: readonly string[];
}

/** @param client sessions who is shown; nobody where it is empty */
export async function visitPage(
  browser: Browser,
  url: string,
  clientSessions: readonly ClientSessionId[],
  { language = 'en', width = 1280, height = 860 }: Eyes,
): Promise<Visited> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  // Less than a test's own patience, so that a failure names what was not there.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${url}/#${clientSessions.join(',')}`);
  return { page, complaints };
}
