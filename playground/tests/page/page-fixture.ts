/** Both platforms of the end-to-end tests with the playground's page opened on it, and a browser before it. */
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Name, openPlatforms, type Platforms, type PlatformsOptions } from '../../../tests/e2e/platforms.js';
import { openBrowser } from '../../../tests/support/browser.js';
import { hostedPlaygroundOf } from '../../host/open-host.js';
import { openPage, type Page as ServedPage } from '../../page/open-page.js';
import type { ClientSessionId, ScenarioCard } from '../../page/protocol.js';
import { type Eyes, type Visited, visitPage } from './visiting.js';

export interface PageFixture {
  readonly platforms: Platforms;
  readonly page: ServedPage;
  readonly browser: Browser;
  /** What the page's server said was its own fault; empty when all went well. */
  readonly faults: readonly unknown[];
  /** Opens the page in a browser of its own language.  */
  visit(options?: Visit): Promise<Visitor>;
  close(): Promise<void>;
}

export interface PageFixtureOptions extends PlatformsOptions {
  /** To be looked at: none of them can be loaded. */
  readonly scenarios?: readonly ScenarioCard[];
}

/** Such as `slack ken`. */
export type NamedSession = `${'slack' | 'teams'} ${Name}`;

export interface Visit extends Eyes {
  readonly clientSessions?: readonly NamedSession[];
}

export interface Visitor extends Visited {
  /** The pane in which this person is shown. */
  pane(clientSession: NamedSession): Locator;
  /** Shows these instead, as a link does. */
  show(clientSessions: readonly NamedSession[]): Promise<void>;
}

export async function openPageFixture({ scenarios = [], ...options }: PageFixtureOptions = {}): Promise<PageFixture> {
  const platforms = await openPlatforms(options);
  const playground = await hostedPlaygroundOf(platforms.playground, {
    databaseUrl: platforms.databaseUrl,
    redisUrl: null,
  });
  const faults: unknown[] = [];
  const page = await openPage(
    {
      current: () => playground,
      scenarios,
      loadScenario: () => Promise.reject(new Error('no scenario can be loaded here')),
    },
    { port: 0, onFault: (error) => faults.push(error) },
  );
  const [browser] = await Promise.all([openBrowser(), page.ready]);
  const clientSessionId = (clientSession: string): ClientSessionId => {
    const [platform, name] = clientSession.split(' ');
    const { slackUserId, teamsUserId } = platforms.person(nameOf(platforms, name));
    return platform === 'slack' ? `slack:${slackUserId}` : `teams:${teamsUserId}`;
  };
  return {
    ...{ platforms, page, browser, faults },
    async visit({ clientSessions = [], ...eyes } = {}) {
      const visited = await visitPage(browser, page.url, clientSessions.map(clientSessionId), eyes);
      return {
        ...visited,
        pane: (clientSession) => visited.page.locator(`[data-client-session="${clientSessionId(clientSession)}"]`),
        async show(others) {
          await visited.page.goto(`${page.url}/#${others.map(clientSessionId).join(',')}`);
        },
      };
    },
    async close() {
      await browser.close();
      await page.close();
      await platforms.close();
    },
  };
}

function nameOf({ people }: Platforms, name: string | undefined): Name {
  for (const known of Object.keys(people)) if (known === name && isName(people, known)) return known;
  throw new Error(`nobody is called ${name}`);
}

function isName(people: Platforms['people'], name: string): name is Name {
  return Object.hasOwn(people, name);
}

/** What axe finds serious or critical on the page as it stands, one line each. */
export async function findSerious(page: Page): Promise<readonly string[]> {
  // Through the browser's own debugger, past the page's policy, which lets nothing in that is not its own.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  const results: unknown = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const { violations } = resultsOf(results);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

function resultsOf(results: unknown): axe.AxeResults {
  const isResults = (value: unknown): value is axe.AxeResults =>
    typeof value === 'object' && value !== null && 'violations' in value && Array.isArray(value.violations);
  if (!isResults(results)) throw new Error('axe gave no results');
  return results;
}
