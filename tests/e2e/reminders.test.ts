/** Reminders reach people on either platform in their language, with buttons that work, and are set and stopped there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { inTransaction, type Session } from '../../prisma/client.js';
import { planReminders } from '../../programme/reminders/plan-reminders.js';
import { defaultRules } from '../../programme/reminders/rules.js';
import { addRules } from '../../programme/reminders/set-rules.js';
import { buildSession } from '../support/factories.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
let session: Session;

/** On Thursday, 7 November 2024, 15:30, answers until Tuesday, 17:00; it is 28 October, 10:00. */
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara', 'emi'] });
  const link = 'https://meeting.example.org/only-online';
  session = await buildSession(platforms.services, platforms.programme, { code: 'SEM-1', link });
  await inTransaction(platforms.database, async (transaction) => {
    const [programmeId, now] = [platforms.programme.id, platforms.services.clock.now()];
    await addRules(transaction, programmeId, now);
    await planReminders(transaction, { programmeId, now });
  });
  await jumpTo('2024-10-29T09:00:00+09:00');
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

async function jumpTo(instant: string): Promise<void> {
  platforms.playground.clock.jumpTo(new Date(instant));
  await platforms.told();
}

describe.each([
  { platform: 'slack', name: 'ken', staff: 'sara', language: 'en' },
  { platform: 'slack', name: 'hana', staff: 'sara', language: 'ja' },
  { platform: 'teams', name: 'tom', staff: 'emi', language: 'en' },
  { platform: 'teams', name: 'haruka', staff: 'emi', language: 'ja' },
] as const)('$name in $platform', ({ platform, name, language }) => {
  const texts = textsFor(language);
  const client = (who: Name = name) => (platform === 'slack' ? platforms.slack(who) : platforms.teams(who));
  const { sessions, reminders } = texts;

  it('is asked for the missing answer, and registers by the button under it', async () => {
    const title = sessions.titled(session.code, language === 'ja' ? session.titleJa : session.titleEn);
    const asked = await client().until(reminders.unanswered(title, 7));
    settled(await client().press(sessions.registerAs.online, asked));
    await expect
      .poll(async () => {
        const { id: personId } = platforms.people[name];
        return await platforms.database.registration.count({
          where: { sessionId: session.id, personId, mode: 'online' },
        });
      })
      .toBe(1);
  });
});

it('says nothing to those who have answered, and on the day what each one needs', async () => {
  await jumpTo('2024-11-05T10:00:00+09:00');
  await jumpTo('2024-11-07T14:30:00+09:00');
  const { reminders, sessions } = textsFor('ja');
  const said = await platforms
    .teams('haruka')
    .until(reminders.sessionSoon(sessions.titled(session.code, session.titleJa), 60));
  expect(JSON.stringify(said.payload)).toContain('only-online');
  const all = JSON.stringify(
    platforms
      .teams('haruka')
      .messages()
      .map(({ text }) => text),
  );
  expect(all).not.toContain(reminders.unanswered(sessions.titled(session.code, session.titleJa), 0));
  expect(JSON.stringify(platforms.slack('sara').messages())).not.toContain('begins in 60 minutes');
});

it('is stopped by the button under it, on either platform', async () => {
  for (const [client, name, language] of [
    [platforms.slack('ken'), 'ken', 'en'],
    [platforms.teams('haruka'), 'haruka', 'ja'],
  ] as const) {
    const { reminders, sessions } = textsFor(language);
    const title = sessions.titled(session.code, language === 'ja' ? session.titleJa : session.titleEn);
    const said = await client.until(reminders.sessionSoon(title, 60));
    settled(await client.press(reminders.stop, said));
    const { done, receive, stopped } = reminders.mute;
    await client.until(
      done([
        { topic: 'announcements', word: receive },
        { topic: 'reminders', word: stopped },
      ]),
    );
    const where = { personId: platforms.people[name].id, topic: 'reminders' };
    expect(await platforms.database.mutedTopic.count({ where })).toBe(1);
  }
});

it('is seen by the secretariat on either platform, in either language', async () => {
  const rules = Object.values(defaultRules).flat().length;
  settled(await platforms.slack('sara').command('/spp reminders'));
  await platforms.slack('sara').until(textsFor('en').reminders.rulesSummary(rules));
  settled(await platforms.teams('emi').say('リマインダー一覧'));
  await platforms.teams('emi').until(textsFor('ja').reminders.rulesSummary(rules));
});
