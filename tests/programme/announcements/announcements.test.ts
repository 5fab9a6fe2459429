/** Announcements from the first word to the last answer: who gets them, what the secretariat sees, and what is refused. */
import { beforeEach, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../documents/read-xlsx.js';
import { settleAnnouncements } from '../../../programme/announcements/settle-announcements.js';
import { noteMailSetup } from '../../../programme/members/reach.js';
import type { Values } from '../../../programme/messages/message.js';
import { buildAnnouncement } from '../../support/announcements.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buttonsOf,
  messageWords,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const text = { textJa: '会場が変わります。', textEn: 'The venue changes.' };

const all = async () => await fixture.database.announcement.findMany({ where: { programmeId: fixture.programme.id } });
const planned = async () => await fixture.database.notification.count({ where: { programmeId: fixture.programme.id } });
const stateOf = async (id: string) => (await fixture.database.announcement.findUniqueOrThrow({ where: { id } })).state;

/** What the preview says of an announcement with this input; returns its identifier. */
async function drafted(input: Values = {}): Promise<string> {
  const before = new Set((await all()).map(({ id }) => id));
  await fixture.done(fixture.secretary, 'announcement.compose', { ...text, ...input });
  return (await all()).find(({ id }) => !before.has(id))?.id ?? '';
}

async function sent(input: Values = {}): Promise<string> {
  const announcement = await drafted(input);
  await fixture.done(fixture.secretary, 'announcement.send', { announcement });
  return announcement;
}

const messageKinds = async () =>
  (await fixture.sendAllDue()).map(({ kind }) => kind).filter((kind) => kind.startsWith('announcement.'));

const messagesOf = async (id: string) =>
  await fixture.database.notification.findMany({ where: { bulkId: id }, orderBy: { key: 'asc' } });

async function register(person: BuiltPerson, mode: 'onsite' | 'online') {
  await fixture.done(person, 'session.register', fixture.about({ mode }));
}

/** Who belongs to an audience, by the messages that are planned. */
async function audienceOf(input: Values): Promise<readonly string[]> {
  const rows = await messagesOf(await sent(input));
  return rows.map(({ personId }) => personId).toSorted();
}

const ids = (...people: readonly BuiltPerson[]) => people.map(({ id }) => id).toSorted();

// What earlier tests left is none of the next one's.
beforeEach(async () => void (await fixture.sendAllDue()));

describe('the audience', () => {
  it('is every participant of the roster unless told, and nobody who left or only walked in', async () => {
    const { person, colleague, secretary } = fixture;
    await fixture.member({ endedAt: new Date('2024-09-15') });
    const guest = await fixture.member({});
    await fixture.database.membership.updateMany({ where: { personId: guest.id }, data: { walkedIn: true } });
    await fixture.member({ role: 'adviser' });
    expect(await audienceOf({})).toEqual(ids(person, colleague));
    expect(await audienceOf({ roles: ['secretariat'] })).toEqual(ids(secretary));
  });

  it('is narrowed by level and by the answer to a session: all conditions together', async () => {
    const { person, colleague, session } = fixture;
    const head = await fixture.member({ level: 'management', company: fixture.company });
    await register(person, 'onsite');
    await register(head, 'online');
    const about = { session: session.id };
    expect(await audienceOf({ ...about, answers: ['unanswered'] })).toEqual(ids(colleague));
    expect(await audienceOf({ ...about, answers: ['registered'] })).toEqual(ids(person, head));
    expect(await audienceOf({ ...about, answers: ['online', 'unanswered'] })).toEqual(ids(colleague, head));
    expect(await audienceOf({ ...about, answers: ['registered'], levels: ['management'] })).toEqual(ids(head));
  });

  it('is narrowed further by company, consultations and names, and kept under a name', async () => {
    const { person, colleague, company, secretary, programme } = fixture;
    await fixture.member({ company: await buildCompany(fixture.services, programme) });
    const announcement = await drafted();
    const narrow = async (input: Values) => {
      const said = await fixture.done(secretary, 'announcement.audience', {
        announcement,
        roles: ['participant'],
        ...input,
      });
      const rows = await fixture.database.announcementPerson.findMany({ where: { announcementId: announcement } });
      return { said, people: rows.map(({ personId }) => personId).toSorted() };
    };
    const named = await narrow({ companies: [company.id], saveAs: 'Our first company' });
    expect(named.people).toEqual(ids(person, colleague));
    expect(named.said).toContain('kept as “Our first company”');
    expect((await narrow({ consultation: 'not_booked' })).people).toHaveLength(3);
    const nobody = { announcement, roles: ['participant'], consultation: 'booked' };
    expect(await fixture.refused(secretary, 'announcement.audience', nobody)).toContain('Nobody is in this audience');
    const again = { announcement, roles: ['participant'], saveAs: 'Our first company' };
    expect(await fixture.refused(secretary, 'announcement.audience', again)).toContain('audience named');
    const kept = await fixture.database.namedAudience.findFirstOrThrow({ where: { programmeId: programme.id } });
    expect(await audienceOf({ keptAudience: kept.id })).toEqual(ids(person, colleague));
  });

  it('names people, and asks where a name is nobody’s or several people’s', async () => {
    const { secretary, person } = fixture;
    const announcement = await drafted();
    const input = { announcement, roles: ['participant'] };
    await fixture.done(secretary, 'announcement.audience', {
      ...input,
      names: `${person.nameEn}\n${secretary.nameEn}`,
    });
    const rows = await fixture.database.announcementPerson.findMany({ where: { announcementId: announcement } });
    expect(rows.map(({ personId }) => personId).toSorted()).toEqual(ids(person, secretary));
    expect(await fixture.refused(secretary, 'announcement.audience', { ...input, names: 'Nobody Atall' })).toContain(
      'Nobody fits “Nobody Atall”',
    );
    expect(await fixture.refused(secretary, 'announcement.audience', { ...input, names: 'Person' })).toContain(
      'Several people fit “Person”',
    );
  });
});

describe('the preview', () => {
  it('says what will be done, whom it does not reach and why, and what each reader gets; nothing is sent', async () => {
    const { secretary, colleague, programme } = fixture;
    const far = await fixture.member({
      company: await buildCompany(fixture.services, programme, { nameEn: 'Minato' }),
    });
    const mail = await fixture.member({ email: 'mail@example.org' });
    await fixture.database.account.deleteMany({ where: { personId: { in: [far.id, mail.id] } } });
    await fixture.database.mutedTopic.create({
      data: { personId: colleague.id, topic: 'announcements', mutedAt: fixture.services.clock.now() },
    });
    const compose = async () => ask(fixture.services, secretary, 'announcement.compose', text, { submitted: true });
    expect(wordsOf(await compose())).toContain('1 of 3 companies reachable; 1 of 4 people');
    await noteMailSetup(fixture.services, true);
    const shown = await compose();
    await noteMailSetup(fixture.services, false);
    const said = wordsOf(shown);
    expect(said).toMatch(
      /^This announcement will be sent to 4 people of 3 companies now\. Nothing has been sent yet\./,
    );
    expect(said).toContain('2 of 3 companies reachable, 1 of them only by e-mail; 2 of 4 people. Nobody at: Minato.');
    expect(said).toContain('1 person muted announcements');
    expect(said).toContain(`${far.nameEn} (has not opened the app, no e-mail)`);
    expect(said).toContain('within a minute');
    expect(said).toContain('会場が変わります。');
    expect(said).toContain('The venue changes.');
    expect(buttonsOf(shown)).toEqual([
      'announcement.send',
      'announcement.compose',
      'announcement.audience',
      'announcement.cancel',
    ]);
    expect(await planned()).toBe(0);
  });

  it('is all that words alone lead to, where they say whom it is for', async () => {
    const { secretary, session } = fixture;
    const said = { said: 'Please answer by Friday.', session: session.code, answers: ['unanswered'] };
    const shown = await ask(fixture.services, secretary, 'announcement.compose', said, { origin: 'words' });
    expect(outcomeOf(shown)).toBe('done');
    expect(wordsOf(shown)).toContain(`${session.code}: has not answered`);
    expect(await planned()).toBe(0);
    const unclear = await ask(
      fixture.services,
      secretary,
      'announcement.compose',
      { said: 'Hello', unclear: true },
      { origin: 'words' },
    );
    expect(outcomeOf(unclear)).toBe('refused');
    expect(wordsOf(unclear)).toContain('whom you mean');
  });
});

describe('sending', () => {
  it('writes once to each in their language, the other one where theirs is missing, with buttons that answer', async () => {
    const { person } = fixture;
    const reader = await fixture.member({ language: 'ja' });
    const announcement = await sent({ asks: ['read', 'help'], buttons: ['home.show'], link: 'https://example.org/x' });
    const told = await fixture.sendAllDue();
    const [own] = notificationsTo(told, person);
    expect(told.filter(({ kind }) => kind === 'announcement.message')).toHaveLength(3);
    expect(own?.words).toContain('The venue changes.');
    expect(own?.words).toContain('[I have read it]');
    expect(own?.words).toContain('[Open my page]');
    expect(notificationsTo(told, reader)[0]?.words).toContain('会場が変わります。');
    await settleAnnouncements(fixture.services);
    expect(await fixture.database.announcement.findUnique({ where: { id: announcement } })).toMatchObject({
      state: 'sent',
    });
    await sent({ textJa: '' });
    expect(notificationsTo(await fixture.sendAllDue(), reader)[0]?.words).toContain('The venue changes.');
  });

  it('decides anew whom it is for at its time, and tells who wrote it the difference', async () => {
    const { person, colleague, secretary, session, services } = fixture;
    await register(person, 'onsite');
    await register(colleague, 'onsite');
    const about = { session: session.id, answers: ['registered'], date: '2024-10-03', time: '10:00' };
    const announcement = await sent(about);
    expect(await messagesOf(announcement)).toEqual([]);
    await fixture.done(colleague, 'session.cancel', fixture.about());
    const late = await fixture.member({});
    await register(late, 'online');
    services.clock.set('2024-10-03T10:00:00+09:00');
    expect(await settleAnnouncements(services)).toBe(1);
    expect(await settleAnnouncements(services)).toBe(0);
    const rows = await messagesOf(announcement);
    expect(rows.map(({ personId }) => personId).toSorted()).toEqual(ids(person, late));
    const told = await fixture.sendAllDue();
    const [report] = notificationsTo(told, secretary);
    expect(report?.words).toContain('Since the preview: 1 added, 1 dropped: cancelled since.');
  });

  it('is missed where it could not begin while it was of use, and the secretariat is told', async () => {
    const { secretary, services } = fixture;
    const announcement = await sent({ date: '2024-10-03', time: '10:00', latestDate: '2024-10-04' });
    services.clock.set('2024-10-06T10:00:00+09:00');
    await settleAnnouncements(services);
    expect(await messagesOf(announcement)).toEqual([]);
    const told = await fixture.sendAllDue();
    expect(notificationsTo(told, secretary)[0]?.words).toContain('could not begin while it was of use');
    expect(await stateOf(announcement)).toBe('missed');
  });

  it('tells who wrote it what did not arrive', async () => {
    const { secretary, colleague, services } = fixture;
    await fixture.database.account.deleteMany({ where: { personId: colleague.id } });
    await sent();
    await fixture.sendAllDue();
    await settleAnnouncements(services);
    const [report] = notificationsTo(await fixture.sendAllDue(), secretary);
    expect(report?.words).toContain('2 in all, 1 delivered, 1 unreachable');
  });

  it('asks to type the number of people from so many on', async () => {
    const { secretary, programme } = fixture;
    await fixture.database.programme.update({ where: { id: programme.id }, data: { askNumberFrom: 2 } });
    const announcement = await drafted();
    const form = await fixture.opened(secretary, 'announcement.send', { announcement, seen: 1 });
    expect(form.fields.map(({ name }) => name)).toEqual(['number']);
    const wrong = await fixture.refused(secretary, 'announcement.send', { ...form.known, number: '3' });
    expect(wrong).toContain('goes to 2');
    const spoofed = { ...form.known, asksNumber: false };
    expect(outcomeOf(await ask(fixture.services, secretary, 'announcement.send', spoofed))).toBe('form');
    await fixture.done(secretary, 'announcement.send', { ...form.known, number: '２名' });
    expect(await messagesOf(announcement)).toHaveLength(2);
  });

  it('waits for a second member of the secretariat, never for who wrote it', async () => {
    const { secretary, programme } = fixture;
    await fixture.database.programme.update({ where: { id: programme.id }, data: { approvalFrom: 2 } });
    const announcement = await drafted();
    expect(await fixture.refused(secretary, 'announcement.send', { announcement })).toContain('nobody else');
    const second = await fixture.member({ role: 'secretariat' });
    await fixture.done(secretary, 'announcement.send', { announcement });
    const [asked] = notificationsTo(await fixture.sendAllDue(), second);
    expect(asked?.words).toContain('asks for your approval');
    expect(asked?.words).toContain('The venue changes.');
    // All of the preview: what will be done, whom it reaches, and both texts.
    for (const part of [
      'will be sent to 2 people of 1 company',
      'Reach',
      '会場が変わります。',
      'What readers of Japanese get',
    ])
      expect(asked?.words).toContain(part);
    const agreed = { announcement, seen: 1, approve: true };
    const status = await fixture.ask(second, 'announcement.status', { announcement });
    expect(wordsOf(status)).toContain('will be sent to 2 people of 1 company');
    expect(buttonsOf(status)).toContain('announcement.approve');
    const own = await fixture.ask(secretary, 'announcement.status', { announcement });
    expect(buttonsOf(own)).not.toContain('announcement.approve');
    for (const [who, count] of [
      [second, 2],
      [secretary, 0],
    ] as const) {
      const listed = buttonsOf(await fixture.ask(who, 'announcement.list', {}));
      expect(listed.filter((label) => label === 'announcement.approve')).toHaveLength(count);
    }
    const form = await fixture.opened(second, 'announcement.approve', { announcement });
    expect(JSON.stringify(form.introduction)).toContain('The venue changes.');
    expect(await fixture.refused(secretary, 'announcement.approve', agreed)).toContain('somebody else');
    expect(await messagesOf(announcement)).toEqual([]);
    await fixture.done(second, 'announcement.approve', agreed);
    expect(await messagesOf(announcement)).toHaveLength(2);
    expect(await fixture.refused(second, 'announcement.approve', agreed)).toContain('does not wait for approval');
  });

  it('is not approved by who proposed it, though somebody else wrote it', async () => {
    const { secretary, programme } = fixture;
    await fixture.database.programme.update({ where: { id: programme.id }, data: { approvalFrom: 2 } });
    const [second, third] = [
      await fixture.member({ role: 'secretariat' }),
      await fixture.member({ role: 'secretariat' }),
    ];
    const announcement = await drafted();
    await fixture.done(second, 'announcement.send', { announcement });
    const agreed = { announcement, seen: 1, approve: true };
    for (const author of [secretary, second])
      expect(await fixture.refused(author, 'announcement.approve', agreed)).toContain('somebody else');
    await fixture.done(third, 'announcement.approve', agreed);
    expect(await messagesOf(announcement)).toHaveLength(2);
  });

  it('is edited and cancelled before its time; a changed one waits to be sent anew', async () => {
    const { secretary, services } = fixture;
    const when = { date: '2024-10-03', time: '10:00' };
    const announcement = await sent(when);
    const form = await fixture.opened(secretary, 'announcement.compose', { announcement });
    expect(form.fields.find(({ name }) => name === 'textEn')).toMatchObject({ initial: 'The venue changes.' });
    const changed = { ...form.known, ...when, textEn: 'It moves.' };
    const shown = await fixture.done(secretary, 'announcement.compose', changed);
    expect(shown).toContain('not scheduled any more');
    services.clock.set('2024-10-03T10:00:00+09:00');
    await settleAnnouncements(services);
    expect(await messagesOf(announcement)).toEqual([]);
    expect(await fixture.refused(secretary, 'announcement.send', { announcement, seen: 1 })).toContain('changed since');
    const other = await sent({ date: '2024-10-04', time: '10:00' });
    await fixture.done(secretary, 'announcement.cancel', { announcement: other });
    services.clock.set('2024-10-04T10:00:00+09:00');
    await settleAnnouncements(services);
    expect(await messagesOf(other)).toEqual([]);
  });
});

describe('once it is out', () => {
  it('stops, and goes on with exactly those who are left', async () => {
    const { secretary, services } = fixture;
    const announcement = await sent();
    const [first] = await messagesOf(announcement);
    await fixture.database.notification.update({ where: { id: first?.id ?? '' }, data: { state: 'delivered' } });
    expect(await fixture.done(secretary, 'announcement.stop', { announcement })).toContain('1 person');
    expect(await messageKinds()).toEqual([]);
    expect(await fixture.refused(secretary, 'announcement.stop', { announcement })).toContain('stopped');
    await fixture.done(secretary, 'announcement.resume', { announcement });
    expect(await messageKinds()).toEqual(['announcement.message']);
    await settleAnnouncements(services);
    expect(await stateOf(announcement)).toBe('sent');
  });

  it('ends where it was stopped until it was too late, and says so', async () => {
    const { secretary, services } = fixture;
    const announcement = await sent({ latestDate: '2024-10-02' });
    await fixture.done(secretary, 'announcement.stop', { announcement });
    services.clock.set('2024-10-03T10:00:00+09:00');
    expect(await fixture.refused(secretary, 'announcement.resume', { announcement })).toContain('no longer of use');
    await settleAnnouncements(services);
    expect(notificationsTo(await fixture.sendAllDue(), secretary)[0]?.words).toContain('2 missed');
  });

  it('is corrected for those who have it, and says the new text to those who have not', async () => {
    const { secretary } = fixture;
    const announcement = await sent();
    const [first, second] = await messagesOf(announcement);
    await fixture.database.notification.update({
      where: { id: first?.id ?? '' },
      data: { state: 'delivered', reference: { channel: 'C', ts: '1' } },
    });
    const form = await fixture.opened(secretary, 'announcement.correct', { announcement });
    const corrected = { ...form.known, textEn: 'The venue stays.', textJa: text.textJa };
    expect(await fixture.done(secretary, 'announcement.correct', corrected)).toContain('1 person');
    const told = await fixture.sendAllDue();
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['announcement.correction', 'announcement.message']);
    const of = (kind: string) => told.find((one) => one.kind === kind)?.words;
    expect(of('announcement.correction')).toContain('[Correction]The venue stays.');
    expect(of('announcement.message')).toContain('The venue stays.');
    expect(second?.personId).not.toBe(first?.personId);
    expect(await fixture.refused(secretary, 'announcement.correct', corrected)).toContain('changed since');
  });

  it('is withdrawn: those who have it see that, and nobody else gets it', async () => {
    const { secretary } = fixture;
    const announcement = await sent({ asks: ['read'] });
    const [first] = await messagesOf(announcement);
    await fixture.database.notification.update({ where: { id: first?.id ?? '' }, data: { state: 'delivered' } });
    await fixture.done(secretary, 'announcement.withdraw', { announcement, agreed: true });
    const told = await fixture.sendAllDue();
    expect(told.map(({ kind, words }) => [kind, words.split('\n')[0]])).toEqual([
      ['announcement.correction', 'This announcement was withdrawn.'],
    ]);
  });

  it('counts answers by company, reminds the rest once, and passes on who needs help', async () => {
    const { secretary, person, colleague, services } = fixture;
    const announcement = await sent({ asks: ['read', 'attend', 'help'] });
    await fixture.sendAllDue();
    await settleAnnouncements(services);
    await fixture.done(person, 'announcement.answer', { announcement, answer: 'read' });
    await fixture.done(person, 'announcement.answer', { announcement, answer: 'help' });
    const [help] = notificationsTo(await fixture.sendAllDue(), secretary);
    expect(help?.words).toContain(`${person.nameEn} answered “I need help”`);
    const status = await ask(services, secretary, 'announcement.status', { announcement });
    expect(wordsOf(status)).toContain('1 needs help, 1 not answered');
    expect(wordsOf(status)).toContain(`Not answered: ${colleague.nameEn}`);
    expect(wordsOf(status)).toContain('2 in all, 2 delivered');
    const remind = { announcement, seen: 0 };
    await fixture.done(secretary, 'announcement.remind', remind);
    expect(await fixture.refused(secretary, 'announcement.remind', remind)).toContain('reminded already');
    const told = await fixture.sendAllDue();
    expect(told.map(({ kind }) => kind)).toEqual(['announcement.reminder']);
    expect(notificationsTo(told, colleague)[0]?.words).toContain('[Reminder]The venue changes.');
  });
});

describe('secrecy', () => {
  it('lets nobody answer or see what was not for them', async () => {
    const { person, services, programme, secretary } = fixture;
    const outsider = await fixture.member({});
    const about = { programme, createdById: secretary.id, state: 'sent', messages: 'delivered' } as const;
    const announcement = await buildAnnouncement(services, {
      ...{ ...about, to: [person.id], asks: ['read'] as const, textEn: 'M4RK-words', textJa: 'M4RK-words' },
    });
    for (const input of [{ announcement, answer: 'read' }, { announcement }]) {
      const refused = await ask(services, outsider, 'announcement.answer', input, { submitted: true });
      expect(outcomeOf(refused)).toBe('refused');
      expect(JSON.stringify(refused.reply)).not.toContain('M4RK');
    }
    const listed = await ask(services, outsider, 'announcement.answer');
    expect(JSON.stringify(listed.reply)).not.toContain('M4RK');
    expect(await fixture.database.announcementAnswer.count({ where: { announcementId: announcement } })).toBe(0);
    await fixture.done(person, 'announcement.answer', { announcement, answer: 'read' });
    // A draft is its author's alone in the list.
    await buildAnnouncement(services, { programme, createdById: secretary.id, textEn: 'M4RK-draft' });
    const second = await fixture.member({ role: 'secretariat' });
    expect(wordsOf(await ask(services, second, 'announcement.list'))).not.toContain('M4RK-draft');
    expect(wordsOf(await ask(services, secretary, 'announcement.list'))).toContain('M4RK-draft');
  });

  it('tells nothing more to who has left the programme', async () => {
    const { person } = fixture;
    await sent();
    await fixture.database.membership.updateMany({ where: { personId: person.id }, data: { endedAt: new Date() } });
    expect(notificationsTo(await fixture.sendAllDue(), person)).toEqual([]);
  });
});

describe('what cannot be sent', () => {
  const cases: readonly (readonly [string, Values, string])[] = [
    ['without a text', { textJa: ' ', textEn: '' }, 'Please fill this in'],
    ['40 kB', { textEn: 'x'.repeat(40_000) }, 'too long'],
    ['to nobody', { levels: ['management'] }, 'Nobody is in this audience'],
    ['in the past', { date: '2024-09-01', time: '10:00' }, 'in the past'],
    ['of use for no time', { date: '2024-10-10', time: '10:00', latestDate: '2024-10-09' }, 'for longer than'],
    ['about no session', { buttons: ['session.show'] }, 'choose the session'],
    ['with a link of another kind', { link: 'javascript:alert(1)' }, 'https://'],
  ];
  it.each(cases)('%s', async (_case, input, words) => {
    const { secretary } = fixture;
    expect(await fixture.refused(secretary, 'announcement.compose', { ...text, ...input })).toContain(words);
    expect(await all()).toEqual([]);
    expect(await planned()).toBe(0);
  });

  it('a file that platforms turn away', async () => {
    const { secretary, services } = fixture;
    const about = { name: 'run.exe', type: 'other', content: Buffer.from([0, 1, 2]) } as const;
    const file = await storeReceivedFile(services, secretary.id, about);
    const said = await fixture.refused(secretary, 'announcement.compose', { ...text, files: [file] });
    expect(said).toContain('“run.exe” cannot be attached');
  });

  it('keeps the file that was attached, and gives it to readers by a link', async () => {
    const { secretary, services, person } = fixture;
    const about = { name: 'plan.pdf', type: 'pdf', content: Buffer.from('%PDF-1.7') } as const;
    const file = await storeReceivedFile(services, secretary.id, about);
    await sent({ files: [file] });
    services.clock.advance({ days: 2 });
    await services.files.removeStale(services.clock.now());
    const [own] = notificationsTo(await fixture.sendAllDue(), person);
    expect(own === undefined ? '' : messageWords(own.message)).toContain('plan.pdf: https://bot.example.org/files/');
  });

  it('deletes the file of a draft that is thrown away or forgotten, and not one that another announcement names', async () => {
    const { secretary, services, database } = fixture;
    const attach = async (name: string) =>
      await storeReceivedFile(services, secretary.id, { name, type: 'pdf', content: Buffer.from(`%PDF-1.7 ${name}`) });
    const [thrown, forgotten, shared] = [await attach('one.pdf'), await attach('two.pdf'), await attach('three.pdf')];
    const first = await drafted({ files: [thrown] });
    await drafted({ files: [forgotten] });
    const third = await drafted({ files: [shared] });
    const other = await sent();
    await database.announcementVersion.updateMany({ where: { announcementId: other }, data: { fileId: shared } });
    for (const announcement of [first, third]) await fixture.done(secretary, 'announcement.cancel', { announcement });
    const left = async () => {
      await services.files.removeStale(services.clock.now());
      const rows = await database.file.findMany({ where: { id: { in: [thrown, forgotten, shared] } } });
      return rows.map(({ name }) => name).toSorted();
    };
    expect(await left()).toEqual(['three.pdf', 'two.pdf']);
    services.clock.advance({ days: 15 });
    await settleAnnouncements(services);
    expect(await left()).toEqual(['three.pdf']);
  });

  it('gives the answers as a file: who has read, needs help or has not answered, by company', async () => {
    const { secretary, services, person, company } = fixture;
    const announcement = await sent({ asks: ['read', 'help'] });
    await fixture.sendAllDue();
    await fixture.done(person, 'announcement.answer', { announcement, answer: 'read' });
    const result = await fixture.ask(secretary, 'announcement.answers-file', { announcement });
    expect(wordsOf(result)).toContain('The answers of 2 people are in this file.');
    const status = await fixture.ask(secretary, 'announcement.status', { announcement });
    expect(buttonsOf(status)).toContain('announcement.answers-file');
    const { id } = await fixture.database.file.findFirstOrThrow({
      where: { kind: 'answer-list', personId: secretary.id },
    });
    const pieces: Uint8Array[] = [];
    for await (const piece of services.files.read(id)) pieces.push(piece);
    const [answers, companies] = await openWorkbook(Buffer.concat(pieces), 10_000_000);
    const limits = { mostLines: 100, mostColumns: 20 };
    const [everyone, byCompany] = [await answers?.read(limits), await companies?.read(limits)];
    expect(JSON.stringify(everyone)).toMatch(/read.*not answered|not answered.*read/s);
    expect(JSON.stringify(byCompany)).toContain(company.nameEn);
    const unasked = await sent();
    const refused = await fixture.refused(secretary, 'announcement.answers-file', { announcement: unasked });
    expect(refused).toContain('asks for no answer');
  });

  it('says to readers of the other language that it is in one alone', async () => {
    const { person, colleague } = fixture;
    await fixture.database.person.update({ where: { id: person.id }, data: { language: 'ja' } });
    await fixture.database.person.update({ where: { id: colleague.id }, data: { language: 'en' } });
    for (const [only, reader, note] of [
      [{ textJa: '会場は3階です。', textEn: '' }, colleague, 'This announcement is in Japanese only.'],
      [{ textJa: '', textEn: 'It is on floor 3.' }, person, 'このお知らせは英語のみです。'],
    ] as const) {
      await sent(only);
      const told = await fixture.sendAllDue();
      const noted = told.filter(({ words }) => words.includes(note)).map(({ account }) => account.userId);
      expect(noted).toEqual([reader.account.userId]);
    }
  });
});
