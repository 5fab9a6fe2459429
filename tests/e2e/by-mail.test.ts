/** People whom no chat reaches any more are told by e-mail, once, in their language; the secretariat sees why, and chat is taken up again when they return. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMail } from '../../playground/mail/start-mail.js';
import { textsFor } from '../../playground/pilot/texts.js';
import { buildSession } from '../support/factories.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara'], withMail: true });
  const starts = new Date('2024-12-03T14:00:00+09:00');
  await buildSession(platforms.services, platforms.programme, {
    ...{ code: 'GRV-1', titleJa: '苦情処理の研修', titleEn: 'Grievance workshop', startsAt: starts },
    ...{ endsAt: new Date('2024-12-03T16:00:00+09:00'), deadline: new Date('2024-12-01T17:00:00+09:00') },
  });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const en = textsFor('en');
const mailsTo = (name: Name): readonly StoredMail[] =>
  (platforms.playground.mail?.mails() ?? []).filter(({ to }) => to.includes(platforms.person(name).email));

/** Sara, of the secretariat, moves the session on Slack. */
async function move(date: string): Promise<void> {
  const sara = platforms.slack('sara');
  settled(await sara.command('/spp session GRV-1'));
  settled(await sara.press(en.actions['session.change'].title, await sara.until('GRV-1')));
  const { labels } = en.sessions;
  await sara.fill(sara.dialog?.fields.find(({ label }) => label === labels.date)?.label ?? labels.date, date);
  settled(await sara.submit());
  await sara.close();
  await platforms.told();
}

describe('somebody whom chat does not reach', () => {
  it('is told by mail, once, while the others are told in chat and get no mail', async () => {
    settled(await platforms.slack('ken').command('/spp register GRV-1 on site'));
    settled(await platforms.slack('hana').command('/spp register GRV-1 online'));
    for (const name of ['tom', 'haruka'] as const) {
      const own = textsFor(name === 'tom' ? 'en' : 'ja');
      settled(await platforms.teams(name).say('register GRV-1 online'));
      settled(
        await platforms.teams(name).press(own.chat.confirm, await platforms.teams(name).until(own.chat.confirmFirst)),
      );
    }
    // The entry that is in her calendar already is what the mail brings up to date.
    settled(await platforms.teams('haruka').say('calendar GRV-1'));
    await platforms.told();
    expect(platforms.playground.mail?.mails()).toEqual([]);
    // Haruka removes the app from Teams; Hana's account in Slack is deactivated.
    settled(await platforms.teams('haruka').uninstall());
    const hana = platforms.playground.slack.workspace.users.get(platforms.person('hana').slackUserId ?? '');
    if (hana === undefined) throw new Error('Hana is not on Slack');
    hana.deleted = true;
    await move('2024-12-05');
    const [toHaruka, ...more] = mailsTo('haruka');
    expect(more).toEqual([]);
    expect(toHaruka?.subject).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(toHaruka?.text).toContain('12月5日');
    expect(toHaruka?.html).toContain('12月5日');
    expect(toHaruka?.attachments.some((name) => name.endsWith('.ics'))).toBe(true);
    expect(mailsTo('hana')).toHaveLength(1);
    expect([...mailsTo('ken'), ...mailsTo('tom')]).toEqual([]);
    const rows = await platforms.database.notification.findMany({ where: { kind: 'session.changed' } });
    expect(rows.map(({ state, channel }) => `${state} ${channel}`).sort()).toEqual([
      'delivered email',
      'delivered email',
      'delivered slack',
      'delivered teams',
    ]);
  });

  it('is shown to the secretariat with the reason, in both languages', async () => {
    const sara = platforms.slack('sara');
    settled(await sara.command('/spp call-list'));
    const shown = (await sara.until(en.roster.calls.title)).text;
    expect(shown).toContain(en.roster.calls.why.removed);
    expect(shown).toContain(en.roster.calls.why.deactivated);
    await platforms.teams('emi').install();
    settled(await platforms.teams('emi').say('電話連絡の一覧'));
    const ja = textsFor('ja').roster.calls;
    expect((await platforms.teams('emi').until(ja.title)).text).toContain(ja.why.removed);
  });

  it('is told in chat again after coming back', async () => {
    await platforms.teams('haruka').install();
    await move('2024-12-06');
    expect(mailsTo('haruka')).toHaveLength(1);
    const heard = platforms.teams('haruka').messages();
    expect(heard.filter(({ text }) => text.includes('12月6日'))).not.toEqual([]);
    const accounts = await platforms.database.account.findMany({ where: { personId: platforms.people.haruka.id } });
    expect(accounts).toMatchObject([{ unreachableReason: null, unreachableSince: null }]);
  });
});
