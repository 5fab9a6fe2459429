/** The day of a session: checking in with the code of the room, joining online, recording, walk-ins and the history of it all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Session } from '../../prisma/client.js';
import { buildSession } from '../support/factories.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');
const link = 'https://meeting.example.org/only-for-those-online';

let platforms: Platforms;
let session: Session;
let title: string;

beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'mori', 'tom', 'haruka', 'sara', 'emi'] });
  session = await buildSession(platforms.services, platforms.programme, { code: 'SEM-1', link, checkInCode: '271828' });
  title = en.sessions.titled(session.code, session.titleEn);
  settled(await platforms.slack('ken').command('/spp register SEM-1 on site'));
  settled(await platforms.slack('hana').command('/spp register SEM-1 online'));
  settled(await platforms.teams('tom').say('register SEM-1 online'));
  settled(
    await platforms.teams('tom').press(en.chat.confirm, await platforms.teams('tom').until(en.chat.confirmFirst)),
  );
  settled(await platforms.teams('haruka').say('SEM-1 会場で参加登録'));
  settled(
    await platforms.teams('haruka').press(ja.chat.confirm, await platforms.teams('haruka').until(ja.chat.confirmFirst)),
  );
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

/** Who came how, as it stands now, e.g. `ken onsite`. */
async function came(): Promise<readonly string[]> {
  const rows = await platforms.database.attendance.findMany({
    where: { supersededAt: null },
    orderBy: { recordedAt: 'asc' },
  });
  const nameOf = (id: string) =>
    Object.entries(platforms.people).find(([, person]) => person.id === id)?.[0] ?? 'newcomer';
  return rows.map(({ personId, present, mode }) => `${nameOf(personId)} ${present ? mode : 'absent'}`);
}

const everything = (name: Name) => {
  const { slackUserId, teamsUserId } = platforms.person(name);
  const messages = [
    ...(slackUserId === null ? [] : platforms.slack(name).messages()),
    ...(teamsUserId === null ? [] : platforms.teams(name).messages()),
  ];
  return JSON.stringify(messages.map(({ payload, text }) => [payload, text]));
};

test('before the doors open nobody can check in, join or be recorded', async () => {
  const [ken, tom, sara] = [platforms.slack('ken'), platforms.teams('tom'), platforms.slack('sara')];
  settled(await ken.say('check-in 271828'));
  await ken.until(en.refusals.check_in_code_wrong({}));
  settled(await tom.say('join SEM-1'));
  await tom.until('Check-in for');
  settled(await sara.command('/spp record SEM-1'));
  await sara.until('Check-in for');
  expect(await came()).toEqual([]);
});

test('the secretariat puts up the code of the room', async () => {
  platforms.playground.clock.jumpTo(new Date('2024-11-07T15:10:00+09:00'));
  settled(await platforms.slack('sara').command('/spp check-in-code SEM-1'));
  await platforms.slack('sara').until(en.sessions.checkInCodeIs(title, '271828'));
  settled(await platforms.teams('emi').say('受付コード SEM-1'));
  await platforms.teams('emi').until('271828');
});

test('a person in the room checks in by a button, where a wrong code is an error at its field', async () => {
  const ken = platforms.slack('ken');
  settled(await ken.command('/spp session SEM-1'));
  settled(await ken.press(en.actions['session.check-in'].title, await ken.until(title)));
  await ken.fill(en.sessions.labels.checkInCode, '000000');
  settled(await ken.submit());
  expect(ken.dialog?.fields[0]).toMatchObject({ error: en.refusals.check_in_code_wrong({}), value: '000000' });
  await ken.fill(en.sessions.labels.checkInCode, '271828');
  settled(await ken.submit());
  expect(ken.dialog?.text).toContain(en.sessions.checkedIn(title, 'Ken Suzuki'));
  await ken.close();
  const haruka = platforms.teams('haruka');
  settled(await haruka.say('受付コード 271828'));
  await haruka.until('近藤春香');
  expect(await came()).toEqual(['ken onsite', 'haruka onsite']);
});

test('a person registered online gets the link by a button and is recorded; nobody else ever sees it', async () => {
  const [hana, tom, haruka] = [platforms.slack('hana'), platforms.teams('tom'), platforms.teams('haruka')];
  settled(await hana.command('/spp session SEM-1'));
  settled(await hana.press(ja.actions['session.join'].title, await hana.until('SEM-1')));
  expect((await hana.until(ja.sessions.joined(ja.sessions.titled('SEM-1', session.titleJa)))).buttons).toContain(
    ja.sessions.joinNow,
  );
  settled(await tom.say('join SEM-1'));
  settled(await tom.press(en.chat.confirm, await tom.until(en.sessions.recordsJoining(title))));
  const answer = await tom.until(en.sessions.joined(title));
  settledLink(await tom.press(en.sessions.joinNow, answer));
  expect(tom.opened).toEqual([link]);
  settled(await haruka.say('SEM-1 接続先'));
  await haruka.until('接続先は、オンラインで登録された方にだけご案内します');
  settled(await platforms.slack('mori').command('/spp join SEM-1'));
  settled(await platforms.slack('mori').command('/spp session SEM-1'));
  await platforms.slack('mori').until('SEM-1');
  expect(await came()).toEqual(['ken onsite', 'haruka onsite', 'hana online', 'tom online']);
  for (const name of ['ken', 'mori', 'haruka', 'sara', 'emi'] as const) expect(everything(name)).not.toContain(link);
});

/** Opening an address sends nothing to the bot. */
function settledLink(outcome: { readonly error: string | undefined }): void {
  expect(outcome.error).toBeUndefined();
}

test('the secretariat corrects a record, and records who came without registering', async () => {
  const [sara, emi] = [platforms.slack('sara'), platforms.teams('emi')];
  settled(await sara.command('/spp attendees SEM-1'));
  settled(await sara.press(en.actions['session.record'].title, await sara.until(en.sessions.attendees.title(title))));
  const listed = sara.dialog?.fields[0]?.options ?? [];
  await sara.fill(
    en.sessions.labels.people,
    listed.filter((label) => /Tom|Haruka/.test(label)),
  );
  await sara.fill(en.sessions.labels.came, en.sessions.came.absent);
  settled(await sara.submit());
  expect(sara.dialog?.text).toContain(en.sessions.recorded(title, 2, en.sessions.came.absent));
  await sara.close();
  expect([...(await came())].sort()).toEqual(['hana online', 'haruka absent', 'ken onsite', 'tom absent']);

  settled(await emi.say('参加者一覧 SEM-1'));
  settled(await emi.press(ja.actions['session.walk-in'].title, await emi.until('SEM-1')));
  const { labels, modes } = ja.sessions;
  await emi.fill(labels.mode, modes.onsite);
  const { optional } = ja.chat;
  await emi.fill(optional(labels.name), '新田 来');
  settled(await emi.submit());
  const company = () => emi.dialog?.fields.find(({ label }) => label === optional(labels.company));
  expect(company()).toMatchObject({ error: ja.problems.required });
  await emi.fill(optional(labels.company), '株式会社KIR');
  settled(await emi.submit());
  expect(emi.dialog?.text).toContain(ja.sessions.walkedIn('新田 来', ja.sessions.came.onsite));
  await emi.close();
  expect(await came()).toContain('newcomer onsite');
});

test('the history tells how each record came about and was corrected', async () => {
  const sara = platforms.slack('sara');
  settled(await sara.command('/spp history SEM-1'));
  const { text } = await sara.until(en.sessions.history.title(title));
  const { sources, ended } = en.sessions.history;
  // A participant list is dropped in a test of its own.
  const { online_list: _byList, ...others } = sources;
  for (const source of Object.values(others)) expect(text).toContain(source);
  expect(text).toContain(ended.corrected(''));
  expect(text).toContain('recorded by Sara Jones');
  expect(await platforms.database.attendance.count()).toBe(7);
});
