/** Announcements in a channel: what may stand there, what becomes of the post, and what its buttons do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../../prisma/client.js';
import { deliverPosts } from '../../../programme/announcements/places/deliver-posts.js';
import { keepPlace, knownPlaces, leaveGroup, leavePlace } from '../../../programme/announcements/places/keep-places.js';
import { settleAnnouncements } from '../../../programme/announcements/settle-announcements.js';
import type { Values } from '../../../programme/messages/message.js';
import type { Outcome } from '../../../programme/notifications/gateway.js';
import { buildPerson, buildProgramme, messageWords, notificationsTo, wordsOf } from '../../support/factories.js';
import { buildPlace, postingGateway } from '../../support/places.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const text = { textJa: '会場が変わります。', textEn: 'The venue changes.' };

async function drafted(place: Place, input: Values = {}): Promise<string> {
  const known = await fixture.database.announcement.findMany({ select: { id: true } });
  await fixture.done(fixture.secretary, 'announcement.compose', { ...text, postTo: place.id, ...input });
  const { id } = await fixture.database.announcement.findFirstOrThrow({
    where: { id: { notIn: known.map((one) => one.id) } },
  });
  return id;
}

async function planned(input: Values = {}): Promise<{ readonly announcement: string; readonly place: Place }> {
  const place = await buildPlace(fixture.services, { programme: fixture.programme });
  const announcement = await drafted(place, input);
  await fixture.done(fixture.secretary, 'announcement.send', { announcement });
  return { announcement, place };
}

const postsOf = async (announcementId: string) =>
  await fixture.database.placePost.findMany({ where: { announcementId }, orderBy: { version: 'asc' } });
const statesOf = async (announcement: string) => (await postsOf(announcement)).map(({ state }) => state);
const stateOf = async (id: string) => (await fixture.database.announcement.findUniqueOrThrow({ where: { id } })).state;

async function post(answer?: Outcome) {
  const { gateway, posts } = postingGateway(answer && (() => answer));
  await deliverPosts(fixture.services, { slack: gateway });
  await settleAnnouncements(fixture.services);
  return posts;
}

/** Two posts to one place are at least a second apart. */
const later = (seconds: number) =>
  fixture.services.clock.set(new Date(fixture.services.clock.now().getTime() + seconds * 1_000).toISOString());

const toldSecretary = async () =>
  notificationsTo(await fixture.sendAllDue(), fixture.secretary).map(({ words }) => words);

// What an earlier test left to be posted is none of the next one's.
beforeEach(async () => void (await fixture.database.placePost.deleteMany()));

describe('the places that are offered', () => {
  it('are those of the workspaces that serve the programme, where the app is', async () => {
    const { services, secretary, programme } = fixture;
    const ours = await buildPlace(services, { programme, name: '#ours' });
    const left = await buildPlace(services, { programme, name: '#left' });
    await leavePlace(services, left, left.conversation);
    const elsewhere = await buildPlace(services, {
      ...{ programme: await buildProgramme(services), tenant: 'T0OTHER', name: '#theirs' },
    });
    const form = await fixture.opened(secretary, 'announcement.compose', {});
    const field = form.fields.find(({ name }) => name === 'postTo');
    expect(field).toMatchObject({ choices: [{ value: ours.id, label: '#ours (Slack)' }] });
    const input = { ...text, postTo: left.id };
    expect(await fixture.refused(secretary, 'announcement.compose', input)).toContain('not in this channel');
    // Of another programme's workspace: not even that it is there.
    await fixture.refused(secretary, 'announcement.compose', { ...text, postTo: elsewhere.id });
    expect(await fixture.database.announcement.count({ where: { programmeId: programme.id } })).toBe(0);
  });

  it('come back, are renamed, and go with the team that they belong to', async () => {
    const { services } = fixture;
    const tenancy = { platform: 'teams', tenant: 'tenant-of-places' } as const;
    const found = (conversation: string, team: string, name = 'SPP') => ({
      ...{ conversation, name, address: { team }, readers: 'members' as const },
    });
    for (const [channel, team] of [
      ['one', 'a'],
      ['two', 'a'],
      ['three', 'b'],
    ] as const)
      await keepPlace(services, tenancy, found(channel, team));
    expect((await knownPlaces(services, tenancy)).toSorted()).toEqual(['one', 'three', 'two']);
    await leaveGroup(services, tenancy, { key: 'team', value: 'a', except: ['two'] });
    expect((await knownPlaces(services, tenancy)).toSorted()).toEqual(['three', 'two']);
    await keepPlace(services, tenancy, found('one', 'a', 'SPP 2'));
    const back = await fixture.database.place.findMany({ where: { ...tenancy, conversation: 'one' } });
    expect(back).toMatchObject([{ name: 'SPP 2', leftAt: null }]);
  });
});

describe('what may stand in a channel', () => {
  it.each([
    { textJa: '{name}様、お待ちしています。' },
    { textEn: 'Dear {{first name}}, please come.' },
    { textJa: '［氏名］様へ' },
    { textJa: '〇〇様、お世話になっております。' },
  ])('is nothing that is for one person: %o', async (input) => {
    const place = await buildPlace(fixture.services, { programme: fixture.programme });
    const refused = await fixture.refused(fixture.secretary, 'announcement.compose', {
      ...{ ...text, ...input, postTo: place.id },
    });
    expect(refused).toContain('for one person');
  });

  it('is no link of an online meeting, however much of it was copied, also not by a correction', async () => {
    const { database, session, secretary } = fixture;
    await database.session.update({ where: { id: session.id }, data: { link: 'https://meet.example/secret-room/' } });
    const place = await buildPlace(fixture.services, { programme: fixture.programme });
    for (const input of [
      { textEn: 'Join: MEET.example/secret-room' },
      { link: 'https://meet.example/secret-room?pwd=1' },
    ]) {
      const refused = await fixture.refused(secretary, 'announcement.compose', { ...text, ...input, postTo: place.id });
      expect(refused).toContain('online meeting');
    }
    const { announcement } = await planned();
    const corrected = { announcement, seen: 1, textJa: '', textEn: 'meet.example/secret-room' };
    expect(await fixture.refused(secretary, 'announcement.correct', corrected)).toContain('online meeting');
    expect(await postsOf(announcement)).toHaveLength(1);
  });

  it('is shown before: where, who reads it, and whom it names', async () => {
    const { services, programme, secretary, person } = fixture;
    await fixture.database.person.update({ where: { id: person.id }, data: { nameEn: 'Kenji Nakamura' } });
    const place = await buildPlace(services, { programme, name: '#partners', readers: 'others' });
    const shown = await fixture.done(secretary, 'announcement.compose', {
      ...{ textJa: '', textEn: 'Welcome, Kenji Nakamura!', postTo: place.id },
    });
    expect(shown).toContain('will be posted to “#partners (Slack)” now');
    expect(shown).toContain('people of other organisations included');
    expect(shown).toContain('names participants: Kenji Nakamura');
  });

  it('is in both languages, with the same buttons for all', async () => {
    const { session } = fixture;
    await planned({ session: session.id, buttons: ['session.show', 'consultation.find'], asks: ['read'] });
    const [posted] = await post();
    const words = messageWords(posted?.message ?? { summary: '', elements: [] });
    expect(words).toContain('会場が変わります。');
    expect(words).toContain('The venue changes.');
    expect(words).toContain('確認しました / I have read it');
    expect(words).toContain('セッションの詳細 / Details of the session');
    expect(words).toContain('個別相談を予約 / Book a consultation');
  });
});

describe('a post', () => {
  it('is posted once, and the announcement is over', async () => {
    const { announcement, place } = await planned();
    expect(await stateOf(announcement)).toBe('sending');
    const posts = await post();
    expect(posts).toMatchObject([{ key: `announcement:${announcement}:place:${place.id}:1` }]);
    expect(await post()).toEqual([]);
    expect(await statesOf(announcement)).toEqual(['delivered']);
    expect(await stateOf(announcement)).toBe('sent');
    expect(await toldSecretary()).toEqual([]);
    const status = await fixture.done(fixture.secretary, 'announcement.status', { announcement });
    expect(status).toMatch(/Posted to.*#general \(Slack\)/s);
    expect(status).toContain('posted');
  });

  it.each([
    [{ outcome: 'unreachable', reason: 'not_in_channel' }, 'unreachable', 'the app is not in the channel'],
    [{ outcome: 'refused', reason: 'msg_too_long' }, 'failed', 'failed'],
    [{ outcome: 'uncertain', reason: 'timeout' }, 'unknown', 'please look at the channel'],
  ] as const)('of which the platform says %o is recorded, told, and never sent again', async (outcome, state, said) => {
    const { announcement, place } = await planned();
    await post(outcome);
    later(3_600);
    expect(await post()).toEqual([]);
    expect(await statesOf(announcement)).toEqual([state]);
    expect((await toldSecretary()).join()).toContain(said);
    const { leftAt } = await fixture.database.place.findUniqueOrThrow({ where: { id: place.id } });
    expect(leftAt === null).toBe(state !== 'unreachable');
  });

  it('waits where nothing arrived, and for a limit of its workspace', async () => {
    const { announcement } = await planned();
    const until = new Date(fixture.services.clock.now().getTime() + 60_000);
    await post({ outcome: 'rate-limited', until });
    expect(await post()).toEqual([]);
    later(60);
    await post({ outcome: 'not-sent', reason: 'ECONNREFUSED' });
    expect(await statesOf(announcement)).toEqual(['pending']);
    later(60);
    expect(await post()).toHaveLength(1);
    expect(await statesOf(announcement)).toEqual(['delivered']);
  });

  it('is missed where it could not be posted while it was of use', async () => {
    const { announcement } = await planned();
    later(8 * 24 * 3_600);
    expect(await post()).toEqual([]);
    expect(await statesOf(announcement)).toEqual(['missed']);
    expect((await toldSecretary()).join()).toContain('missed');
  });

  it('is written to one place no more than once a second', async () => {
    const { announcement, place } = await planned();
    const second = await drafted(place, { textEn: 'Another one.' });
    await fixture.done(fixture.secretary, 'announcement.send', { announcement: second });
    await post();
    expect([await statesOf(announcement), await statesOf(second)].flat().toSorted()).toEqual(['delivered', 'pending']);
    later(1);
    await post();
    expect([await statesOf(announcement), await statesOf(second)].flat()).toEqual(['delivered', 'delivered']);
  });

  it('is edited where it stands when it is corrected, and when it is withdrawn', async () => {
    const { announcement } = await planned();
    await post();
    const corrected = { announcement, seen: 1, textJa: '', textEn: 'It moves to floor 4.' };
    await fixture.done(fixture.secretary, 'announcement.correct', corrected);
    later(2);
    const [edit] = await post();
    const [first] = await postsOf(announcement);
    expect(edit?.replaces).toEqual(first?.reference);
    expect(messageWords(edit?.message ?? { summary: '', elements: [] })).toContain('[Correction]It moves to floor 4.');
    await fixture.done(fixture.secretary, 'announcement.withdraw', { announcement, agreed: true });
    later(2);
    const [withdrawn] = await post();
    const said = 'This announcement was withdrawn.';
    expect(withdrawn?.message).toEqual({ summary: said, elements: [{ kind: 'text', text: said }] });
    expect(withdrawn?.replaces).toEqual({ key: edit?.key });
    expect(await statesOf(announcement)).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('says the new words where it was corrected before it was posted, and is not edited', async () => {
    const { announcement } = await planned();
    const corrected = { announcement, seen: 1, textJa: '', textEn: 'It moves to floor 4.' };
    await fixture.done(fixture.secretary, 'announcement.correct', corrected);
    const posts = await post();
    expect(posts.map(({ message }) => message.summary)).toEqual(['It moves to floor 4.']);
    expect(await statesOf(announcement)).toEqual(['delivered']);
  });

  it('is stopped, resumed and withdrawn before it is posted', async () => {
    const { secretary } = fixture;
    const { announcement } = await planned();
    expect(await fixture.done(secretary, 'announcement.stop', { announcement })).toContain('will not be posted');
    expect(await post()).toEqual([]);
    expect(await fixture.done(secretary, 'announcement.resume', { announcement })).toContain('It will be posted');
    expect(await statesOf(announcement)).toEqual(['pending']);
    await fixture.done(secretary, 'announcement.withdraw', { announcement, agreed: true });
    expect(await post()).toEqual([]);
    expect(await statesOf(announcement)).toEqual(['suppressed']);
  });

  it('whose sender ended is unknown and not posted again, and what the sender says later holds', async () => {
    const { announcement } = await planned();
    const { gateway } = postingGateway(async () => {
      await fixture.database.placePost.updateMany({ data: { claimedUntil: new Date('2020-01-01') } });
      expect(await post()).toEqual([]);
      expect(await statesOf(announcement)).toEqual(['unknown']);
      return { outcome: 'delivered', reference: { ts: '1' } };
    });
    await deliverPosts(fixture.services, { slack: gateway });
    expect(await statesOf(announcement)).toEqual(['delivered']);
    expect(await toldSecretary()).toEqual([]);
  });

  it('needs a second member wherever the programme asks for one, and not who wrote it', async () => {
    const { programme, secretary } = fixture;
    await fixture.database.programme.update({ where: { id: programme.id }, data: { approvalFrom: 1_000 } });
    const second = await fixture.member({ role: 'secretariat' });
    const { announcement } = await planned();
    expect(await stateOf(announcement)).toBe('proposed');
    const agreed = { announcement, seen: 1, approve: true };
    expect(await fixture.refused(secretary, 'announcement.approve', agreed)).toContain('somebody else');
    await fixture.done(second, 'announcement.approve', agreed);
    expect(await post()).toHaveLength(1);
  });
});

describe('a post of which it is not known whether it is there', () => {
  const unknown = { outcome: 'uncertain', reason: 'timeout' } as const;
  const both = ['[It is there]', '[Post again]'];
  const buttonsIn = (words = '') => both.filter((one) => words.includes(one));
  const labels = async (announcement: string) =>
    buttonsIn(await fixture.done(fixture.secretary, 'announcement.status', { announcement }));

  it('has two buttons, on its notice and its status, and none once it is settled', async () => {
    const { announcement } = await planned();
    await post(unknown);
    const [notice] = notificationsTo(await fixture.sendAllDue(), fixture.secretary);
    expect(buttonsIn(notice?.words)).toEqual(both);
    expect(await labels(announcement)).toEqual(both);
    await fixture.done(fixture.secretary, 'announcement.post-arrived', { announcement });
    expect(await postsOf(announcement)).toMatchObject([{ state: 'delivered', reason: 'seen by people' }]);
    expect(await labels(announcement)).toEqual([]);
    for (const action of ['announcement.post-arrived', 'announcement.post-again'])
      expect(await fixture.refused(fixture.secretary, action, { announcement })).toContain('changed meanwhile');
    later(3_600);
    expect(await post()).toEqual([]);
  });

  it.each(['correct', 'withdraw'] as const)('cannot be found to %s it, which the answer says', async (step) => {
    const { secretary } = fixture;
    const words = 'it cannot edit it: please look at the channel';
    const change = async (announcement: string, seen: number) => {
      const text = { seen, textJa: '', textEn: `It moves to floor ${3 + seen}.` };
      const more = step === 'correct' ? text : { agreed: true };
      return await fixture.done(secretary, `announcement.${step}`, { announcement, ...more });
    };
    const { announcement } = await planned();
    await post(unknown);
    await fixture.done(secretary, 'announcement.post-arrived', { announcement });
    expect(await change(announcement, 1)).toContain(words);
    later(2);
    expect(await post()).toEqual([]);
    // One whose place was told is edited, and its answer says nothing of the kind.
    const { announcement: told } = await planned();
    await post();
    expect(await change(told, 1)).not.toContain(words);
    later(2);
    expect(await post()).toHaveLength(1);
  });

  it('is posted once more when people say so, once however often it is pressed, with its last words', async () => {
    const { announcement } = await planned();
    await post(unknown);
    const corrected = { announcement, seen: 1, textJa: '', textEn: 'It moves to floor 4.' };
    await fixture.done(fixture.secretary, 'announcement.correct', corrected);
    later(2);
    expect(await post()).toEqual([]);
    expect(await statesOf(announcement)).toEqual(['unknown', 'suppressed']);
    await fixture.done(fixture.secretary, 'announcement.post-again', { announcement });
    await fixture.refused(fixture.secretary, 'announcement.post-again', { announcement });
    expect((await post()).map(({ message }) => message.summary)).toEqual(['It moves to floor 4.']);
    expect(await statesOf(announcement)).toEqual(['delivered', 'suppressed']);
    expect(await post()).toEqual([]);
  });

  it('is not posted again when it is withdrawn, too late or its channel gone, which its buttons know', async () => {
    const { secretary, database } = fixture;
    const { announcement, place } = await planned();
    await post(unknown);
    const again = async () => await fixture.refused(secretary, 'announcement.post-again', { announcement });
    await database.place.update({ where: { id: place.id }, data: { leftAt: fixture.services.clock.now() } });
    expect(await again()).toContain('add it there');
    expect(await labels(announcement)).toEqual(['[It is there]']);
    await database.place.update({ where: { id: place.id }, data: { leftAt: null } });
    await database.placePost.updateMany({ data: { latestAt: new Date(fixture.services.clock.now().getTime() - 1) } });
    expect(await again()).toContain('no longer of use');
    expect(await labels(announcement)).toEqual(['[It is there]']);
    await fixture.done(secretary, 'announcement.withdraw', { announcement, agreed: true });
    expect(await again()).toContain('changed meanwhile');
    expect(await post()).toEqual([]);
    expect(await statesOf(announcement)).toEqual(['unknown', 'suppressed']);
    expect(await again()).toContain('withdrawn');
    expect(await labels(announcement)).toEqual(['[It is there]']);
  });

  it('waits for the announcement to be resumed where that is stopped', async () => {
    const { secretary, database } = fixture;
    const { announcement } = await planned();
    await post(unknown);
    await database.announcement.update({ where: { id: announcement }, data: { state: 'stopped' } });
    expect(await fixture.done(secretary, 'announcement.post-again', { announcement })).toContain('once you resume');
    expect(await post()).toEqual([]);
    await fixture.done(secretary, 'announcement.resume', { announcement });
    expect(await post()).toHaveLength(1);
  });

  it('may be an edit, which is made again however late', async () => {
    const { secretary } = fixture;
    const { announcement } = await planned();
    await post();
    await fixture.done(secretary, 'announcement.withdraw', { announcement, agreed: true });
    later(2);
    await post(unknown);
    expect(await statesOf(announcement)).toEqual(['delivered', 'unknown']);
    later(30 * 24 * 3_600);
    expect(await labels(announcement)).toEqual(both);
    await fixture.done(secretary, 'announcement.post-again', { announcement });
    expect((await post()).map(({ replaces }) => replaces !== undefined)).toEqual([true]);
    expect(await statesOf(announcement)).toEqual(['delivered', 'delivered']);
  });

  it('is chosen among those with something to decide, where words name none', async () => {
    const { secretary } = fixture;
    const { announcement } = await planned();
    await post();
    expect(await fixture.refused(secretary, 'announcement.post-again', {})).toContain('no such announcement');
    await fixture.database.placePost.updateMany({ data: { state: 'failed' } });
    const form = await fixture.opened(secretary, 'announcement.post-again', {});
    expect(form.fields).toMatchObject([{ name: 'announcement', choices: [{ value: announcement }] }]);
    expect(await fixture.refused(secretary, 'announcement.post-arrived', {})).toContain('no such announcement');
  });
});

describe('a press of its buttons', () => {
  it('counts for who pressed, by company, and only for people of the programme', async () => {
    const { person, company, secretary, services } = fixture;
    const { announcement } = await planned({ asks: ['read', 'help'] });
    const read = { announcement, answer: 'read' };
    // Not there yet: nobody can have pressed it.
    await fixture.refused(person, 'announcement.answer', read);
    await post();
    await fixture.done(person, 'announcement.answer', read);
    const stranger = await buildPerson(services, { programme: await buildProgramme(services) });
    await fixture.refused(stranger, 'announcement.answer', read);
    const answers = await fixture.database.announcementAnswer.findMany({ where: { announcementId: announcement } });
    expect(answers).toMatchObject([{ personId: person.id, answer: 'read' }]);
    const result = await fixture.ask(secretary, 'announcement.status', { announcement });
    expect(wordsOf(result)).toContain(company.nameEn);
    expect(wordsOf(result)).toContain('1 read');
    expect(await fixture.refused(secretary, 'announcement.remind', { announcement, seen: 0 })).toContain('channel');
  });
});
