/** `npm run screenshots`: makes the pictures of the README, in both languages, of the page as a newcomer meets it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { WebSocket } from 'ws';
import type { Done } from './page/command.js';
import type { ClientSessionId, Language, PagePerson, ServerEvent, SnapshotEvent } from './page/protocol.js';

const folder = fileURLToPath(new URL('../docs/', import.meta.url));
const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 780 };

/** Who is seen, by their English names: people whose own language is the page's. */
const cast: Readonly<Record<Language, { readonly slack: string; readonly teams: string }>> = {
  ja: { slack: 'Makoto Aoba', teams: 'Makoto Sakagami' },
  en: { slack: 'Nguyen Thi Lan', teams: 'Maria Santos' },
};
/** What the pressed things are called, and what is said on Teams. */
const words: Readonly<Record<Language, Readonly<Record<'home' | 'add' | 'wish' | 'confirm' | 'inspector', string>>>> = {
  ja: {
    home: 'ホーム',
    add: 'アプリを追加',
    wish: 'MSM-2 会場で参加',
    confirm: 'この内容で確定',
    inspector: 'インスペクター',
  },
  en: {
    home: 'Home',
    add: 'Add the app',
    wish: 'register WLT-2 on site',
    confirm: 'Confirm',
    inspector: 'Inspector',
  },
};

interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** A playground of its own, in a folder that is gone afterwards. */
async function startPlayground(): Promise<Served> {
  const data = await mkdtemp(join(tmpdir(), 'spp-screenshots-'));
  // Where this runs as root, the database's own account has to enter.
  await chmod(data, 0o755);
  const settings = Object.entries(process.env).filter(
    ([name]) => !/^(SLACK_|TEAMS_|DATABASE_URL|REDIS_URL|NODE_ENV)/.test(name),
  );
  const child = spawn(process.execPath, ['--import', 'tsx', 'main.ts'], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    env: { ...Object.fromEntries(settings), SPP_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(data, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Open this page\s+(http:\/\/\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, stop };
  }
  await stop();
  throw new Error('The playground ended without saying where its page is.');
}

async function loadScenario(url: string, scenario: string): Promise<void> {
  const response = await fetch(`${url}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario }),
  });
  const text = await response.text();
  const done: Done = JSON.parse(text);
  if (done.error !== null) throw new Error(`The scenario was not loaded: ${text}`);
}

async function readSnapshot(url: string): Promise<SnapshotEvent> {
  const socket = new WebSocket(`${url.replace('http:', 'ws:')}/live`, { origin: url });
  try {
    for (;;) {
      const [data]: unknown[] = await once(socket, 'message');
      const event: ServerEvent = JSON.parse(String(data));
      if (event.type === 'snapshot') return event;
    }
  } finally {
    socket.close();
  }
}

function clientSessionOf(people: readonly PagePerson[], name: string, platform: 'slack' | 'teams'): ClientSessionId {
  const found = people
    .find(({ nameEn }) => nameEn === name)
    ?.clientSessions.find((one) => one.startsWith(`${platform}:`));
  if (found === undefined) throw new Error(`${name} has no account on ${platform}.`);
  return found;
}

async function say(pane: Locator, text: string): Promise<void> {
  const box = pane.getByRole('textbox').last();
  await box.fill(text);
  await box.press('Enter');
}

/** When nothing has moved for a moment. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_200);
}

async function picture(browser: Browser, url: string, snapshot: SnapshotEvent, language: Language): Promise<void> {
  const context = await browser.newContext({
    viewport: wide,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const sessions = {
    slack: clientSessionOf(snapshot.people, cast[language].slack, 'slack'),
    teams: clientSessionOf(snapshot.people, cast[language].teams, 'teams'),
  };
  await page.goto(`${url}/#${sessions.slack},${sessions.teams}`);
  const slack = page.locator(`[data-client-session="${sessions.slack}"]`);
  const teams = page.locator(`[data-client-session="${sessions.teams}"]`);
  const { home, add, wish, confirm, inspector } = words[language];
  await slack.getByRole('tab', { name: home }).click();
  await settled(page);
  if (await teams.getByRole('button', { name: add }).isVisible()) {
    await teams.getByRole('button', { name: add }).click();
    await settled(page);
  }
  await say(teams, wish);
  await teams.getByRole('button', { name: confirm, exact: true }).last().click();
  await settled(page);
  await page.screenshot({ path: join(folder, `playground-${language}.png`) });
  await page.getByRole('button', { name: inspector }).click();
  await settled(page);
  await page.screenshot({ path: join(folder, `inspector-${language}.png`) });
  await page.setViewportSize(narrow);
  await page.goto('about:blank');
  await page.goto(`${url}/#${sessions.slack}`);
  await settled(page);
  await page.screenshot({ path: join(folder, `phone-${language}.png`) });
  await context.close();
}

const served = await startPlayground();
try {
  await loadScenario(served.url, 'registration-week');
  const snapshot = await readSnapshot(served.url);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const language of ['ja', 'en'] as const) await picture(browser, served.url, snapshot, language);
  } finally {
    await browser.close();
  }
} finally {
  await served.stop();
}
