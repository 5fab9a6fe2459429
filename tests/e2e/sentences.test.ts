/** What people write costs nobody a place: on both platforms a sentence is shown first, and done once it is agreed to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Session } from '../../prisma/client.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
let session: Session;

beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'tom', 'haruka', 'emi'] });
  session = await buildSession(platforms.services, platforms.programme, { code: 'SEM-1', roomCapacity: 3 });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

async function held(name: 'ken' | 'tom' | 'haruka'): Promise<string> {
  const where = { sessionId_personId: { sessionId: session.id, personId: platforms.people[name].id } };
  const found = await platforms.database.registration.findUnique({ where });
  return found === null ? 'nothing' : `${found.state} ${found.mode}`;
}

test('in Slack, who cannot come in person asks for online, sees it said, and types “yes”', async () => {
  const ken = platforms.slack('ken');
  const title = en.sessions.titled('SEM-1', session.titleEn);
  settled(await ken.command('/spp register SEM-1 on site'));
  await expect.poll(() => held('ken')).toBe('confirmed onsite');
  settled(await ken.say("I can't come to SEM-1 in person, please switch me to online"));
  const shown = await ken.until(en.chat.confirmFirst);
  const does = en.sessions.previews.changes({ name: null, title, from: 'on site', mode: 'online' });
  expect(shown.text).toContain(does + en.sessions.previews.passesOn('on site'));
  expect(await held('ken')).toBe('confirmed onsite');
  settled(await ken.say('yes'));
  await ken.until(en.sessions.modeChanged({ name: null, title, mode: 'online' }));
  expect(await held('ken')).toBe('confirmed online');
  settled(await ken.say('yes'));
  await ken.until(en.refusals.preview_confirmed({}));
});

test('in Teams, what was shown is refused with the reason once the session has changed, and can be left', async () => {
  const [tom, haruka] = [platforms.teams('tom'), platforms.teams('haruka')];
  settled(await haruka.say('SEMー1に会場で参加登録をお願いできますか？'));
  await haruka.until(ja.chat.confirmFirst);
  settled(await haruka.say('はい'));
  await expect.poll(() => held('haruka')).toBe('confirmed onsite');
  settled(await haruka.say('SEM-1は欠席します'));
  const shown = await haruka.until(ja.sessions.previews.passesOn(ja.sessions.modes.onsite));
  expect(shown.text).toContain('欠席として登録します');
  await platforms.database.session.update({ where: { id: session.id }, data: { version: { increment: 1 } } });
  settled(await haruka.press(ja.chat.confirm, shown));
  const refused = await haruka.until(ja.refusals.preview_outdated({}));
  expect(await held('haruka')).toBe('confirmed onsite');
  settled(await haruka.press(ja.requests.showAgain, refused));
  const anew = await haruka.until(ja.chat.confirmFirst);
  settled(await haruka.press(ja.chat.dismiss, anew));
  await haruka.until(ja.requests.dismissed);
  expect(await held('haruka')).toBe('confirmed onsite');
  settled(await tom.say('is SEM-1 cancelled?'));
  await tom.until(en.sessions.titled('SEM-1', session.titleEn));
  expect(await held('tom')).toBe('nothing');
});

test('what somebody tells of a session is answered with the session, or asked about where they could mean it, and calls nothing off', async () => {
  const [haruka, emi] = [platforms.teams('haruka'), platforms.slack('emi')];
  settled(await haruka.say('SEM-1は中止になりました'));
  expect((await haruka.until('SEM-1')).text).toContain(session.titleJa);
  settled(await emi.say('SEM-1は中止になりました'));
  const asked = await emi.until(ja.requests.perhaps);
  expect(asked.buttons).toContain(`${ja.actions['session.show'].title}: SEM-1`);
  expect(await platforms.database.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
    state: 'scheduled',
  });
});
