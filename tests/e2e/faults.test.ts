/** When the database fails or is slow: an apology with a reference, an answer in time, and the answer itself once it can be had. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { lockTable, waitingQueries } from '../support/database.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka'] });
  for (const code of ['SEM-1', 'SEM-2', 'SEM-3']) await buildSession(platforms.services, platforms.programme, { code });
});
afterEach(() => {
  platforms.log.length = 0;
});
afterAll(() => platforms.close());

/** The apology, of which the reference is the only part that differs. */
function apology(language: 'ja' | 'en'): RegExp {
  const [before = '', after = ''] = textsFor(language)
    .chat.apology('#')
    .split('#')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${before}([A-Z0-9]{6})${after}`);
}

/** Every write of a registration fails while this runs, as it would with a full disk. */
async function brokenDuring(work: () => Promise<void>): Promise<void> {
  await platforms.database.$executeRawUnsafe('ALTER TABLE registration RENAME TO registration_away');
  try {
    await work();
  } finally {
    await platforms.database.$executeRawUnsafe('ALTER TABLE registration_away RENAME TO registration');
  }
}

/** The log has the cause under the reference that the person was given. */
function expectLogged(text: string, language: 'ja' | 'en'): void {
  const reference = apology(language).exec(text)?.[1];
  const entry = platforms.log.find(({ fields }) => 'reference' in fields && fields.reference === reference);
  expect(entry?.level).toBe('error');
  const error = entry && 'error' in entry.fields ? entry.fields.error : null;
  expect(error).toBeInstanceOf(Error);
  expect(String(error instanceof Error ? error.message : '')).toMatch(/registration/);
}

describe('a database that fails for a moment', () => {
  it('is apologised for in Slack, for a message, a command, a button and on Home, in the person’s language', async () => {
    const [ken, hana] = [platforms.slack('ken'), platforms.slack('hana')];
    settled(await ken.say('sessions'));
    const list = await ken.until('SEM-1');
    await brokenDuring(async () => {
      settled(await hana.say('セッション一覧'));
      expectLogged((await hana.until(apology('ja'))).text, 'ja');
      settled(await ken.command('/spp register SEM-1 online'));
      expectLogged((await ken.until(apology('en'))).text, 'en');
      settled(await ken.press(en.actions['session.show'].title, list));
      expectLogged((await ken.until(apology('en'))).text, 'en');
      settled(await hana.openHome());
      expectLogged(hana.home?.text ?? '', 'ja');
    });
    settled(await ken.command('/spp register SEM-1 online'));
    await ken.until('SEM-1');
    settled(await hana.openHome());
    expect(hana.home?.text).toContain('SEM-1');
    expect(await platforms.database.registration.count()).toBe(1);
  });

  it('is apologised for in the open modal, and in the open dialog', async () => {
    const [ken, tom] = [platforms.slack('ken'), platforms.teams('tom')];
    settled(await ken.command('/spp register'));
    const option = ken.dialog?.fields[0]?.options.find((label) => label.includes('SEM-2')) ?? '';
    await ken.fill(en.sessions.labels.session, option);
    await ken.fill(en.sessions.labels.mode, en.sessions.modes.online);
    settled(await tom.say('session SEM-2'));
    settled(await tom.press(en.sessions.registerColleague, await tom.until('SEM-2')));
    await tom.fill(en.sessions.labels.attendee, 'Haruka Kondo (MDR Corporation)');
    await tom.fill(en.sessions.labels.mode, en.sessions.modes.online);
    await brokenDuring(async () => {
      settled(await ken.submit());
      expectLogged(ken.dialog?.text ?? '', 'en');
      settled(await tom.submit());
      expectLogged(tom.dialog?.text ?? '', 'en');
    });
    await ken.dismiss();
    await tom.close();
  });

  it('is apologised for in Teams, for a message and a button, in the person’s language', async () => {
    const [tom, haruka] = [platforms.teams('tom'), platforms.teams('haruka')];
    settled(await tom.say('sessions'));
    const list = await tom.until('SEM-3');
    await brokenDuring(async () => {
      settled(await haruka.say('セッション一覧'));
      expectLogged((await haruka.until(apology('ja'))).text, 'ja');
      settled(await tom.pressBeside(en.sessions.registerAs.online, 'SEM-3', list));
      expectLogged((await tom.until(apology('en'))).text, 'en');
    });
    settled(await tom.pressBeside(en.sessions.registerAs.online, 'SEM-3', list));
    await tom.until(en.sessions.seated({ name: null, title: title('SEM-3'), mode: 'online', already: false }));
  });
});

describe('a database that is slow', () => {
  it('keeps nobody waiting longer than a platform does; the answers come later, once', async () => {
    const [ken, hana, tom, haruka] = [
      platforms.slack('ken'),
      platforms.slack('hana'),
      platforms.teams('tom'),
      platforms.teams('haruka'),
    ];
    settled(await hana.command('/spp'));
    const menu = await hana.until(ja.members.helpNote);
    settled(await haruka.say('SEM-2'));
    const details = await haruka.until('SEM-2');
    // A client shows an error after three seconds in Slack, after five in Teams.
    const place = { url: platforms.databaseUrl, database: platforms.database };
    const release = await lockTable(place, 'membership');
    const onTeams = [tom.say('help'), haruka.press(ja.sessions.registerColleague, details)];
    const onSlack = [ken.command('/spp register SEM-3 on site'), hana.press(ja.actions['help.show'].title, menu)];
    for (const outcome of await Promise.all(onSlack)) settled(outcome);
    // The four requests, and what the dialog says when its answer takes too long.
    await expect.poll(() => waitingQueries(place)).toBe(5);
    await release();
    for (const outcome of await Promise.all(onTeams)) settled(outcome);
    expect(haruka.dialog?.text).toBe(ja.chat.working);
    await haruka.close();
    const seated = en.sessions.seated({ name: null, title: title('SEM-3'), mode: 'on site', already: false });
    await ken.until(seated);
    await hana.until(ja.members.helpIntroduction);
    await tom.until(en.members.helpIntroduction);
    await expect.poll(() => haruka.messages().at(-1)?.fields.length).toBe(2);
    expect(ken.messages().filter(({ text }) => text.includes(seated))).toHaveLength(1);
  });

  it('is no reason to say that something went wrong', () => {
    expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a limit that refuses answers for longer than anybody is kept waiting', () => {
  it('lets them come once the platform allows, once each, with a word on why they come now', async () => {
    const [hana, tom] = [platforms.slack('hana'), platforms.teams('tom')];
    const before = { hana: hana.messages().length, tom: tom.messages().length };
    const end = platforms.playground.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 5 });
    platforms.playground.teams.trouble({ fault: 'status', status: 429, retryAfter: 5 });
    settled(await hana.say('ヘルプ'));
    settled(await tom.say('register SEM-1 online'));
    end();
    platforms.playground.teams.clearTroubles();
    await expect.poll(() => hana.messages().length).toBe(before.hana + 2);
    await expect.poll(() => tom.messages().length).toBe(before.tom + 2);
    expect(hana.messages().at(-1)?.text).toContain(ja.members.helpIntroduction);
    expect(hana.messages().at(-1)?.text).toContain(ja.chat.answeredLate);
    expect(tom.messages().at(-1)?.text).toContain(en.chat.answeredLate);
    await tom.press(en.chat.confirm);
    await tom.until(en.sessions.seated({ name: null, title: title('SEM-1'), mode: 'online', already: false }));
    expect(platforms.playground.teams.traffic().filter(({ tooEarly }) => tooEarly)).toEqual([]);
  });
});

function title(code: string): string {
  return en.sessions.titled(code, 'Human rights policy seminar');
}
