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
import type { Command, Done } from './page/command.js';
import type { ClientSessionId, Language, PagePerson, ServerEvent, SnapshotEvent } from './page/protocol.js';
import { textsFor } from './pilot/texts.js';

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
const words: Readonly<
  Record<Language, Readonly<Record<'home' | 'add' | 'wish' | 'confirm' | 'inspector' | 'mailbox', string>>>
> = {
  ja: {
    home: 'ホーム',
    add: 'アプリを追加',
    wish: 'MSM-2 会場で参加',
    confirm: 'この内容で確定',
    inspector: 'インスペクター',
    mailbox: 'メール',
  },
  en: {
    home: 'Home',
    add: 'Add the app',
    wish: 'register WLT-2 on site',
    confirm: 'Confirm',
    inspector: 'Inspector',
    mailbox: 'Mailbox',
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
  const child = spawn(process.execPath, ['--import', 'tsx', 'playground/main.ts'], {
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

async function command(url: string, wanted: Command): Promise<void> {
  const response = await fetch(`${url}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  const text = await response.text();
  const done: Done = JSON.parse(text);
  if (done.error !== null) throw new Error(`The playground did not do it: ${text}`);
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

async function openContext(browser: Browser, language: Language) {
  return await browser.newContext({
    viewport: wide,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
}

async function picture(browser: Browser, url: string, snapshot: SnapshotEvent, language: Language): Promise<void> {
  const context = await openContext(browser, language);
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

interface Consulting {
  /** Who books on Slack, and who looks for an hour on Teams. */
  readonly slack: string;
  readonly teams: string;
  /** Told on Teams; records on Slack. */
  readonly adviser: string;
  /** How the hours of this adviser are asked for. */
  readonly wish: string;
  readonly topics: string;
  readonly advice: string;
  readonly actions: string;
  /** When a consultation of the adviser's is over. */
  readonly over: string;
}

const consulting: Readonly<Record<Language, Consulting>> = {
  ja: {
    ...{ slack: 'Makoto Aoba', teams: 'Naoto Terashima', adviser: 'Keiko Makino', wish: '相談を予約したい' },
    topics: '取引先に求める内容を、どこまで方針に書くか',
    advice: '適用範囲と、従業員・取引先への期待を分けて書くよう助言した。',
    actions: '方針案の第1稿を作る | 人事部 | 3月14日',
    over: '2025-02-18T15:20:00+09:00',
  },
  en: {
    ...{ slack: 'Nguyen Thi Lan', teams: 'Maria Santos', adviser: 'Yuki Miura' },
    wish: 'I would like to book a consultation with Miura',
    topics: 'How far the policy should say what we expect of suppliers',
    advice: 'Keep the scope apart from what is expected of staff and of suppliers.',
    actions: 'Write the first draft | Human resources | 3/14',
    over: '2025-02-21T15:00:00+09:00',
  },
};

/** A company books while the adviser is told beside it; later the adviser records, and another company looks for an hour. */
async function consultationPictures(browser: Browser, url: string, { people }: SnapshotEvent, language: Language) {
  const { slack, teams, adviser, wish, topics, advice, actions, over } = consulting[language];
  const texts = textsFor(language);
  const { companies, records } = texts.consultations;
  const context = await openContext(browser, language);
  const page = await context.newPage();
  const beside = async (left: ClientSessionId, right: ClientSessionId) => {
    await page.goto('about:blank');
    await page.goto(`${url}/#${left},${right}`);
    await settled(page);
    return [left, right].map((one) => page.locator(`[data-client-session="${one}"]`));
  };
  const [company, told] = await beside(
    clientSessionOf(people, slack, 'slack'),
    clientSessionOf(people, adviser, 'teams'),
  );
  const [recording, looking] = [clientSessionOf(people, adviser, 'slack'), clientSessionOf(people, teams, 'teams')];
  if (company === undefined || told === undefined) return;
  // Who was last in Teams is told there.
  await say(told, texts.actions['consultation.agenda'].title);
  await settled(page);
  await say(company, wish);
  // A list of before is still there.
  await settled(page);
  await company.getByRole('button', { name: companies.find.book }).last().click();
  await company.getByLabel(companies.book.topics).fill(topics);
  await settled(page);
  await page.screenshot({ path: join(folder, `booking-${language}.png`) });
  await company.getByRole('button', { name: companies.book.submit, exact: true }).click();
  await settled(page);
  // The notice from its beginning; the question about its file follows below.
  await told.hover();
  await page.mouse.wheel(0, -180);
  await settled(page);
  await page.screenshot({ path: join(folder, `booked-${language}.png`) });

  await command(url, { jump: { at: over } });
  const [writing, finding] = await beside(recording, looking);
  if (writing === undefined || finding === undefined) return;
  await say(finding, language === 'ja' ? wish : 'book a consultation');
  await say(writing, texts.actions['consultation.agenda'].title);
  await settled(page);
  await writing.getByRole('button', { name: records.write }).last().click();
  await writing.getByLabel(records.labels.advice).fill(advice);
  await writing.getByLabel(records.labels.actions).fill(actions);
  await settled(page);
  await page.screenshot({ path: join(folder, `record-${language}.png`) });
  await context.close();
}

const announced: Readonly<Record<Language, { readonly by: string; readonly to: string; readonly text: string }>> = {
  ja: {
    ...{ by: 'Hiroyuki Mizutani', to: 'Naoto Terashima' },
    text: 'クロージング・セッションは4月22日(火)にオンラインで開催します。4月17日(木)までに、出席される方をご登録ください。',
  },
  en: {
    ...{ by: 'Chihiro Miyashita', to: 'Maria Santos' },
    text: 'The closing meeting on 22 April is held online. Please register those who will attend by 17 April.',
  },
};

/** The preview of an announcement with whom it reaches, beside one whom it does; then what was sent by e-mail to those whom no chat reached. */
async function announcementPictures(browser: Browser, url: string, { people }: SnapshotEvent, language: Language) {
  const { by, to, text } = announced[language];
  const { announcements, actions, chat } = textsFor(language);
  const context = await openContext(browser, language);
  const page = await context.newPage();
  const ids = [clientSessionOf(people, by, 'slack'), clientSessionOf(people, to, 'teams')];
  await page.goto(`${url}/#${ids.join(',')}`);
  await settled(page);
  const secretariat = page.locator(`[data-client-session="${ids[0]}"]`);
  await say(secretariat, actions['announcement.compose'].title);
  await secretariat.getByRole('button', { name: chat.fillIn }).last().click();
  const label = language === 'ja' ? announcements.labels.textJa : announcements.labels.textEn;
  await secretariat.getByLabel(label).fill(text);
  await secretariat.getByLabel(announcements.levels.management).check();
  await secretariat.getByLabel(announcements.replies.read).check();
  await secretariat.getByRole('button', { name: announcements.next, exact: true }).click();
  await secretariat.getByText(text).last().waitFor();
  await settled(page);
  await page.screenshot({ path: join(folder, `announcing-${language}.png`) });
  await page.goto('about:blank');
  await page.goto(`${url}/#${ids[1]}`);
  await page.getByRole('button', { name: words[language].mailbox, exact: true }).click();
  await settled(page);
  await page.screenshot({ path: join(folder, `mailbox-${language}.png`) });
  await context.close();
}

/** The overview of the secretariat with one of its lists on Slack, beside the same on Teams. */
async function overviewPictures(browser: Browser, url: string, { people }: SnapshotEvent, language: Language) {
  const { by } = announced[language];
  const { actions, deliverables } = textsFor(language);
  const context = await openContext(browser, language);
  const page = await context.newPage();
  const ids = [clientSessionOf(people, by, 'slack'), clientSessionOf(people, by, 'teams')];
  await page.goto(`${url}/#${ids.join(',')}`);
  await settled(page);
  for (const id of ids) {
    const pane = page.locator(`[data-client-session="${id}"]`);
    await say(pane, actions['overview.show'].title);
    await settled(page);
    if (id !== ids[0]) continue;
    await pane
      .getByRole('button', { name: new RegExp(`^${deliverables.stages.published}`) })
      .last()
      .click();
    await settled(page);
    // The list is longer than the pane.
    await pane.getByRole('button', { name: /新着|new message/ }).click();
    await settled(page);
  }
  await page.screenshot({ path: join(folder, `overview-${language}.png`) });
  await context.close();
}

/** `npm run screenshots -- week-before-deadline` makes those of that scenario alone. */
const only = process.argv[2];
const served = await startPlayground();
try {
  const { url } = served;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const of = async (scenario: string, draw: readonly (typeof picture)[]) => {
      if (only !== undefined && only !== scenario) return;
      await command(url, { scenario });
      const snapshot = await readSnapshot(url);
      for (const one of draw) for (const language of ['ja', 'en'] as const) await one(browser, url, snapshot, language);
    };
    await of('registration-week', [picture]);
    await of('consultation-season', [announcementPictures, consultationPictures]);
    await of('week-before-deadline', [overviewPictures]);
  } finally {
    await browser.close();
  }
} finally {
  await served.stop();
}
