/** People register themselves and colleagues for the sessions that are meant for them. */
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../programme/messages/message.js';
import { searchChoices } from '../../../programme/requests/search.js';
import {
  buildProgramme,
  buildSession,
  buttonsOf,
  fieldOf,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ company: { nameEn: 'Own Corporation' } });
const { about, ask, done, held, member, opened, refused, sendAllDue } = given;

describe('registering', () => {
  it('oneself is confirmed at once, in both languages', async () => {
    expect(await done(given.person, 'session.register', about({ mode: 'onsite' }))).toContain(
      `You are registered on site for “Human rights policy seminar (${given.session.code})”.`,
    );
    const yamada = await member({
      company: given.company,
      language: 'ja',
    });
    expect(await done(yamada, 'session.register', about({ mode: 'online' }))).toContain(
      `「人権方針セミナー(${given.session.code})」にオンライン参加で登録しました。`,
    );
    expect(await held(given.person)).toMatchObject({ state: 'confirmed', mode: 'onsite', companyId: given.company.id });
  });

  it('by the session’s code, in full width and lower case too', async () => {
    const typed = given.session.code.toLowerCase().replace('s', 'ｓ');
    await done(given.person, 'session.register', { session: typed, mode: 'online' });
    expect(await held(given.person)).toMatchObject({ mode: 'online' });
  });

  it('twice changes nothing and says so', async () => {
    await done(given.person, 'session.register', about({ mode: 'onsite' }));
    const before = await held(given.person);
    expect(await done(given.person, 'session.register', about({ mode: 'onsite' }))).toContain('already registered');
    expect(await held(given.person)).toEqual(before);
  });

  it('in the other mode is a change, and is called one', async () => {
    const yamada = await member({
      company: given.company,
      language: 'ja',
    });
    for (const one of [given.person, yamada, given.colleague])
      await done(one, 'session.register', about({ mode: 'onsite' }));
    const changed = `Your attendance at “Human rights policy seminar (${given.session.code})” is changed to online.`;
    expect(await done(given.person, 'session.change-mode', about({ mode: 'online' }))).toContain(changed);
    const others = about({ mode: 'online', person: given.colleague.id });
    expect(await done(given.person, 'session.change-mode', others)).toContain(
      `${given.colleague.nameEn}’s attendance at`,
    );
    expect(await done(yamada, 'session.register', about({ mode: 'online' }))).toContain(
      `「人権方針セミナー(${given.session.code})」の参加方法をオンライン参加に変更しました。`,
    );
    expect(await done(yamada, 'session.change-mode', about({ mode: 'online' }))).toContain('すでにオンライン');
  });

  it('asks for what is missing, and only for that', async () => {
    const all = await opened(given.person, 'session.register');
    expect(all.fields.map(({ name }) => name)).toEqual(['session', 'mode']);
    const form = await opened(given.person, 'session.register', about());
    expect(form.fields.map(({ name }) => name)).toEqual(['mode']);
    expect(form.known).toEqual({ session: given.session.id });
    const forColleague = await opened(given.person, 'session.register', about({ colleague: true }));
    expect(forColleague.fields.map(({ name }) => name)).toEqual(['person', 'mode']);
    expect(await refused(given.person, 'session.register', about({ colleague: true, mode: 'onsite' }))).toBe(
      'Please fill this in or choose.',
    );
  });

  it.each([
    ['in_person', 'onsite'],
    ['online', 'online'],
  ] as const)('takes the one mode there is (%s)', async (method, mode) => {
    given.session = await buildSession(given.services, given.programme, { method });
    const performed = await ask(given.person, 'session.register', about());
    expect(outcomeOf(performed)).toBe('done');
    expect(await held(given.person)).toMatchObject({ mode });
    const other = mode === 'onsite' ? 'online' : 'onsite';
    expect(await refused(given.colleague, 'session.register', about({ mode: other }))).toContain('does not offer');
  });

  it('proposed by words alone is shown first and done when agreed', async () => {
    const input = about({ mode: 'onsite' });
    const preview = await ask(given.person, 'session.register', input, { origin: 'words' });
    expect(outcomeOf(preview)).toBe('preview');
    expect(wordsOf(preview)).toMatch(/^You will be registered on site for/);
    expect(await held(given.person)).toBeNull();
    const { reply } = preview;
    const buttons = reply.kind === 'message' ? reply.message.elements.at(-1) : undefined;
    const { id } = await given.services.database.preview.findFirstOrThrow({ where: { personId: given.person.id } });
    expect(buttons).toMatchObject({ buttons: [{ action: 'preview.confirm', input: { preview: id } }, {}] });
    await ask(given.person, 'preview.confirm', { preview: id });
    expect(await held(given.person)).toMatchObject({ state: 'confirmed' });
  });

  it('is refused to whom the session is not meant for', async () => {
    given.session = await buildSession(given.services, given.programme, { audience: 'management' });
    expect(await refused(given.person, 'session.register', about({ mode: 'onsite' }))).toContain('is for management');
    const director = await member({
      company: given.company,
      level: 'management',
    });
    await done(director, 'session.register', about({ mode: 'onsite' }));
    const input = about({ mode: 'onsite', person: given.person.id });
    expect(await refused(director, 'session.register', input)).toContain('is for management');
  });
});

describe('registering a colleague', () => {
  const offeredIn = (form: Form) => {
    const field = fieldOf(form, 'person');
    return 'choices' in field ? field.choices.map(({ value }) => value) : [];
  };

  it('is offered, done, and the colleague is told once', async () => {
    const form = await opened(given.person, 'session.register', about({ colleague: true }));
    expect(offeredIn(form)).toEqual([given.colleague.id]);
    const input = about({ mode: 'online', person: given.colleague.id, colleague: true });
    expect(await done(given.person, 'session.register', input)).toContain(
      `${given.colleague.nameEn} is registered online`,
    );
    await done(given.person, 'session.register', input);
    const told = await sendAllDue();
    expect(notificationsTo(told, given.person)).toEqual([]);
    const [notice, more] = notificationsTo(told, given.colleague);
    expect(more).toBeUndefined();
    expect(notice?.kind).toBe('session.registered');
    expect(notice?.words).toContain(`${given.person.nameEn} arranged your attendance`);
    expect(notice?.words).toContain('registered online');
    expect(await held(given.colleague)).toMatchObject({ registeredById: given.person.id });
  });

  it('is told to a Japanese reader as something about them', async () => {
    const aoba = await member({
      company: given.company,
      language: 'ja',
      nameJa: '青葉 花子',
    });
    const by = (await given.database.person.findUniqueOrThrow({ where: { id: given.person.id } })).nameJa;
    await done(given.person, 'session.register', about({ mode: 'online', person: aoba.id }));
    expect(notificationsTo(await sendAllDue(), aoba)[0]?.words).toContain(
      `${by}様が、青葉 花子様の「人権方針セミナー(${given.session.code})」への参加登録のお手続きをされました。現在のご登録: オンラインで参加`,
    );
    await done(given.person, 'session.cancel', about({ person: aoba.id }));
    expect(notificationsTo(await sendAllDue(), aoba)[0]?.words).toContain('への参加登録をお取り消しになりました。');
  });

  it('of the wrong level is not offered, and refused at the field that asks for whom', async () => {
    const boss = await member({
      company: given.company,
      level: 'management',
    });
    const everyone = offeredIn(await opened(given.person, 'session.register', { colleague: true }));
    expect(everyone).toEqual([given.colleague.id, boss.id]);
    await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'working' } });
    expect(offeredIn(await opened(given.person, 'session.register', about({ colleague: true })))).toEqual([
      given.colleague.id,
    ]);
    const search = { account: given.person.account, action: 'session.register', field: 'person', typed: boss.nameEn };
    expect(await searchChoices(given.services, { ...search, given: about() })).toEqual([]);
    expect(await searchChoices(given.services, { ...search, given: {} })).toHaveLength(1);
    const input = about({ colleague: true, person: boss.id, mode: 'online' });
    const { reply } = await ask(given.person, 'session.register', input, { submitted: true });
    expect(reply).toMatchObject({ errors: { person: expect.stringContaining('is for working-level') }, problem: null });
    expect(offeredIn(await opened(given.secretary, 'session.register', about()))).not.toContain(boss.id);
  });

  it('of another company is neither offered nor done', async () => {
    const stranger = await member();
    const form = await opened(given.person, 'session.register', about({ colleague: true }));
    expect(JSON.stringify(form)).not.toContain(stranger.id);
    const input = about({ mode: 'onsite', person: stranger.id });
    expect(await refused(given.person, 'session.register', input)).toContain('I could not find what you named');
    expect(await held(stranger)).toBeNull();
  });

  it('is not told to anyone when it is refused', async () => {
    given.services.clock.set('2024-11-06T09:00:00+09:00');
    await refused(given.person, 'session.register', about({ mode: 'onsite', person: given.colleague.id }));
    expect(await given.database.notification.count({ where: { personId: given.colleague.id } })).toBe(0);
  });

  it('by the secretariat asks for whom and works for every company', async () => {
    const form = await opened(given.secretary, 'session.register', about({ mode: 'onsite' }));
    expect(form.fields.map(({ name }) => name)).toContain('person');
    const stranger = await member();
    for (const one of [given.person, stranger]) {
      await done(given.secretary, 'session.register', about({ mode: 'onsite', person: one.id }));
    }
    expect(await held(stranger)).toMatchObject({ state: 'confirmed', companyId: stranger.company?.id });
  });
});

describe('the deadline', () => {
  it('closes registering and changing, which the secretariat can still do', async () => {
    await done(given.person, 'session.register', about({ mode: 'onsite' }));
    given.services.clock.set(given.session.deadline);
    for (const [action, input] of [
      ['session.register', about({ mode: 'onsite', person: given.colleague.id })],
      ['session.change-mode', about({ mode: 'online' })],
      ['session.substitute', about({ substitute: given.colleague.id })],
    ] as const) {
      expect(await refused(given.person, action, input)).toContain('closed on Tue, 5 Nov 2024 17:00 JST');
      expect(await refused(given.person, action, input, {})).toContain('closed on');
    }
    await done(given.secretary, 'session.register', about({ mode: 'onsite', person: given.colleague.id }));
    await done(given.secretary, 'session.change-mode', about({ mode: 'online', person: given.person.id }));
    expect(await held(given.person)).toMatchObject({ mode: 'online' });
  });

  it.each([
    ['deadline', { mode: 'online' }],
    ['startsAt', { mode: 'online' }],
    ['startsAt', {}],
  ] as const)('does not make registered people doubt it: after %s, %j', async (instant, wish) => {
    await done(given.person, 'session.register', about({ mode: 'online' }));
    const before = await held(given.person);
    given.services.clock.set(given.session[instant]);
    const performed = await ask(given.person, 'session.register', about(wish));
    expect(outcomeOf(performed)).toBe('done');
    expect(wordsOf(performed)).toContain('You are already registered online');
    expect(buttonsOf(performed).includes('session.join')).toBe(instant === 'startsAt');
    expect(await held(given.person)).toEqual(before);
    expect(await refused(given.person, 'session.register', about({ mode: 'onsite' }))).toMatch(/closed|has already/);
    given.services.clock.set(given.session.endsAt);
    expect(await refused(given.person, 'session.register', about(wish))).toContain('is over');
  });

  it('is told before anything is proposed to people who ask in words', async () => {
    given.services.clock.set(given.session.deadline);
    const words = { origin: 'words' } as const;
    expect(await refused(given.person, 'session.register', about({ mode: 'online' }), words)).toContain('closed on');
  });

  it('is open until the very instant', async () => {
    given.services.clock.set(new Date(given.session.deadline.getTime() - 1));
    await done(given.person, 'session.register', about({ mode: 'onsite' }));
  });

  it('lets people cancel and decline until the start', async () => {
    await done(given.person, 'session.register', about({ mode: 'onsite' }));
    given.services.clock.set(new Date(given.session.startsAt.getTime() - 1));
    await done(given.person, 'session.cancel', about());
    await done(given.colleague, 'session.decline', about());
    given.services.clock.set(given.session.startsAt);
    expect(await refused(given.colleague, 'session.decline', about())).toContain('has already started');
    given.services.clock.set(given.session.endsAt);
    expect(await refused(given.colleague, 'session.decline', about())).toContain('is over');
    expect(
      await refused(given.secretary, 'session.register', about({ mode: 'onsite', person: given.person.id })),
    ).toContain('is over');
  });

  it('is worded in Japanese too, as is that a session was called off', async () => {
    const yamada = await member({
      company: given.company,
      language: 'ja',
    });
    given.services.clock.set(given.session.deadline);
    expect(await refused(yamada, 'session.register', about({ mode: 'onsite' }))).toContain(
      '「人権方針セミナー」の申込は2024年11月5日(火) 17:00に締め切りました。',
    );
    given.services.clock.set(given.session.startsAt);
    expect(await refused(yamada, 'session.register', about({ mode: 'onsite' }))).toContain('すでに開始している');
    await given.database.session.update({ where: { id: given.session.id }, data: { state: 'called_off' } });
    expect(await refused(yamada, 'session.register', about({ mode: 'onsite' }))).toContain('中止になりました');
    expect(
      await refused(given.secretary, 'session.register', about({ mode: 'onsite', person: given.person.id })),
    ).toContain('called off');
  });
});

describe('the list', () => {
  it('shows what concerns the person, in order, with the answer, the days left and what can be done', async () => {
    const later = { startsAt: new Date('2024-12-04T13:00:00+09:00'), endsAt: new Date('2024-12-04T16:00:00+09:00') };
    await buildSession(given.services, given.programme, { titleEn: 'For managers', audience: 'management', ...later });
    await buildSession(given.services, given.programme, { titleEn: 'For workers', audience: 'working', ...later });
    await buildSession(given.services, given.programme, { titleEn: 'Given up', state: 'called_off', ...later });
    await buildSession(given.services, await buildProgramme(given.services), { titleEn: 'Elsewhere' });
    await done(given.person, 'session.register', about({ mode: 'online' }));
    const list = await ask(given.person, 'session.list');
    const words = wordsOf(list);
    expect(words).toContain('There are 3 sessions for you');
    expect(words).toContain('Thu, 7 Nov 2024 15:30–17:00 JST');
    expect(words).toContain('Your answer: registered online');
    expect(words).toContain('(35 days left)');
    expect(words.indexOf('Human rights')).toBeLessThan(words.indexOf('For workers'));
    expect(words).toMatch(/Given up \(S-\w+\) — called off/);
    expect(words).not.toMatch(/For managers|Elsewhere/);
    expect(buttonsOf(list).filter((action) => action === 'session.register')).toHaveLength(2);
    expect(wordsOf(await ask(given.secretary, 'session.list'))).toContain('For managers');
    given.services.clock.set('2024-11-08T00:00:00+09:00');
    expect(wordsOf(await ask(given.person, 'session.list'))).not.toContain('Human rights');
    expect(wordsOf(await ask(given.person, 'session.list', { past: true }))).toContain('Human rights');
  });

  it('goes on where it was too long', async () => {
    for (let number = 1; number <= 9; number += 1)
      await buildSession(given.services, given.programme, { titleEn: `Number ${number}.` });
    const shown = [wordsOf(await ask(given.person, 'session.list')), ''];
    shown[1] = wordsOf(await ask(given.person, 'session.list', { from: 8 }));
    expect(shown[0]).toContain('[Show more]');
    expect(shown[1]).not.toContain('[Show more]');
    for (let number = 1; number <= 9; number += 1) {
      expect(shown.filter((words) => words.includes(`Number ${number}.`))).toHaveLength(1);
    }
  });

  it('is part of the person’s overview, with the way to everything else', async () => {
    const words = wordsOf(await ask(given.person, 'home.show'));
    expect(words).toContain('Responsible Procurement Programme');
    expect(words).toContain('Human rights policy seminar');
    expect(words).not.toContain('[Create session]');
    expect(wordsOf(await ask(given.secretary, 'home.show'))).toContain('[Create session]');
  });
});
