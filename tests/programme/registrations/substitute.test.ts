/** A substitute takes over the very place of the person they come for. */
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../programme/messages/message.js';
import { searchChoices } from '../../../programme/requests/search.js';
import { type BuiltPerson, fieldOf, notificationsTo, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { roomCapacity: 1 } });
const { about, ask, done, held, member, opened, refused, sendAllDue } = given;

async function register(who: BuiltPerson, mode: 'onsite' | 'online' = 'onsite'): Promise<void> {
  await done(who, 'session.register', about({ mode }));
}

describe('a substitute', () => {
  it('takes the very place, though others wait for one', async () => {
    const waiting = await member();
    await register(given.person);
    await register(waiting);
    expect(await done(given.person, 'session.substitute', about({ substitute: given.colleague.id }))).toContain(
      `${given.colleague.nameEn} will attend “Human rights policy seminar (${given.session.code})” in place of ${given.person.nameEn}.`,
    );
    expect(await held(given.person)).toMatchObject({ state: 'cancelled' });
    expect(await held(given.colleague)).toMatchObject({
      state: 'confirmed',
      mode: 'onsite',
      substituteForId: given.person.id,
    });
    expect(await held(waiting)).toMatchObject({ state: 'waiting' });
    const told = await sendAllDue();
    expect(notificationsTo(told, given.colleague).map(({ kind }) => kind)).toEqual(['session.registered']);
    expect(notificationsTo(told, given.person), 'who did it need not be told').toEqual([]);
    expect(notificationsTo(told, waiting)).toEqual([]);
  });

  it('who waits for the same session is offered, takes the place, and waits no longer', async () => {
    const other = await member();
    await register(given.person);
    await register(given.colleague);
    await register(other);
    expect(await held(given.colleague)).toMatchObject({ state: 'waiting' });
    expect(JSON.stringify(await opened(given.person, 'session.substitute', about()))).toContain(given.colleague.id);
    await done(given.person, 'session.substitute', about({ substitute: given.colleague.id }));
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed', mode: 'onsite', queueNumber: null });
    expect(await held(given.person)).toMatchObject({ state: 'cancelled' });
    // Who waited behind them is the first now.
    await done(given.colleague, 'session.cancel', about());
    expect(await held(other)).toMatchObject({ state: 'confirmed' });
  });

  it('takes the very place in the waitlist', async () => {
    const [holder, last] = [await member(), await member()];
    for (const one of [holder, given.person, last]) await register(one);
    const before = await held(given.person);
    await done(given.person, 'session.substitute', about({ substitute: given.colleague.id }));
    expect(await held(given.colleague)).toMatchObject({ state: 'waiting', queueNumber: before?.queueNumber });
    await done(holder, 'session.cancel', about());
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed', mode: 'onsite' });
    expect(await held(last)).toMatchObject({ state: 'waiting' });
    expect(
      notificationsTo(await sendAllDue(), given.colleague)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['session.promoted', 'session.registered']);
  });

  it('sent by the secretariat is told to both', async () => {
    await register(given.person);
    await done(
      given.secretary,
      'session.substitute',
      about({ person: given.person.id, substitute: given.colleague.id }),
    );
    const told = await sendAllDue();
    expect(
      notificationsTo(told, given.person).map(({ kind, words }) => [kind, words.includes(given.secretary.nameEn)]),
    ).toEqual([['session.cancelled', true]]);
    expect(notificationsTo(told, given.colleague).map(({ kind }) => kind)).toEqual(['session.registered']);
  });

  it('may be someone who cancelled or declined before, and stays one after a change of mode', async () => {
    await done(given.colleague, 'session.decline', about());
    await register(given.person);
    await done(given.person, 'session.substitute', about({ substitute: given.colleague.id }));
    await done(given.colleague, 'session.change-mode', about({ mode: 'online' }));
    expect(await held(given.colleague)).toMatchObject({
      state: 'confirmed',
      mode: 'online',
      substituteForId: given.person.id,
    });
    await done(given.colleague, 'session.cancel', about());
    await register(given.colleague);
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed', substituteForId: null });
  });

  it('must not be registered, nor the person themselves, and must fit the audience', async () => {
    await register(given.person, 'online');
    await register(given.colleague);
    expect(await refused(given.person, 'session.substitute', about({ substitute: given.colleague.id }))).toContain(
      'is registered',
    );
    expect(await refused(given.person, 'session.substitute', about({ substitute: given.person.id }))).toContain(
      'is registered',
    );
    const director = await member({
      company: given.company,
      level: 'management',
    });
    await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'working' } });
    expect(await refused(given.person, 'session.substitute', about({ substitute: director.id }))).toContain(
      'working-level staff',
    );
  });

  it('needs a registration to take', async () => {
    expect(await refused(given.person, 'session.substitute', about({ substitute: given.colleague.id }))).toContain(
      'There is no registration',
    );
  });

  it('is asked for among colleagues only', async () => {
    await register(given.person);
    const stranger = await member();
    const form = JSON.stringify(await opened(given.person, 'session.substitute', about()));
    expect(form).toContain(given.colleague.id);
    expect(form).not.toContain(stranger.id);
  });
});

it('offers nobody of the wrong level', async () => {
  await register(given.person);
  await member({ company: given.company, level: 'management' });
  await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'working' } });
  const field = fieldOf(await opened(given.person, 'session.substitute', about()), 'substitute');
  expect('choices' in field ? field.choices.map(({ value }) => value) : []).toEqual([given.colleague.id]);
  const search = { account: given.person.account, action: 'session.substitute', field: 'substitute', typed: '' };
  expect(await searchChoices(given.services, { ...search, given: about() })).toHaveLength(1);
});

describe('the secretariat', () => {
  it('is offered, and can search, those of the attendee’s company but the attendee', async () => {
    await register(given.person);
    const stranger = await member();
    const input = about({ person: given.person.id });
    const field = fieldOf(await opened(given.secretary, 'session.substitute', input), 'substitute');
    expect('choices' in field ? field.choices.map(({ value }) => value) : []).toEqual([given.colleague.id]);
    const found = await searchChoices(given.services, {
      account: given.secretary.account,
      action: 'session.substitute',
      field: 'substitute',
      typed: stranger.nameEn,
      given: input,
    });
    expect(found).toEqual([]);
  });

  it('is told that somebody of another company cannot stand in, a participant not even that there is such a person', async () => {
    await register(given.person);
    const stranger = await member();
    const input = about({ person: given.person.id, substitute: stranger.id });
    expect(await refused(given.secretary, 'session.substitute', input)).toContain('of the same company');
    expect(await refused(given.person, 'session.substitute', input)).toContain('I could not find what you named');
    const words = { origin: 'words' } as const;
    const foreign = about({ substitute: stranger.id });
    const preview = wordsOf(await ask(given.person, 'session.substitute', foreign, words));
    expect(preview).toContain('I could not find what you named');
    expect(preview).not.toContain(stranger.nameEn);
  });
});

describe('a substitute named in words', () => {
  const words = { origin: 'words' } as const;
  const said = async (deputy: string, more: Values = {}) =>
    await ask(given.person, 'session.substitute', about({ deputy, ...more }), words);

  it('is who comes in the preview, and takes the place once that is agreed to', async () => {
    const deputy = await member({ company: given.company, nameJa: '高階 進', nameEn: 'Susumu Takashina' });
    await register(given.person);
    for (const name of ['高階', '髙階', 'takashina']) {
      const shown = await said(name);
      expect([outcomeOf(shown), wordsOf(shown)]).toEqual([
        'preview',
        expect.stringContaining('Susumu Takashina will take the place of'),
      ]);
    }
    await done(given.person, 'preview.confirm');
    expect(await held(deputy)).toMatchObject({ state: 'confirmed', substituteForId: given.person.id });
  });

  it('is filled in where the form asks for more, and is asked for where it may be several or nobody', async () => {
    const deputy = await member({ company: given.company, nameJa: '高階 進', nameEn: 'Susumu Takashina' });
    await register(given.person);
    const form = await opened(given.person, 'session.substitute', { deputy: '高階' });
    expect(fieldOf(form, 'substitute')).toMatchObject({ initial: deputy.id });
    expect(fieldOf(form, 'session')).toBeDefined();
    await member({ company: given.company, nameJa: '高階 望', nameEn: 'Nozomi Takashina' });
    for (const name of ['高階', '誰某']) {
      const asked = await said(name);
      if (asked.reply.kind !== 'form') throw new Error(wordsOf(asked));
      expect(fieldOf(asked.reply.form, 'substitute')).not.toHaveProperty('initial');
    }
  });

  it('is nobody of another company, and comes in the place of whom the words name', async () => {
    await member({ nameJa: '高階 進', nameEn: 'Susumu Takashina' });
    await register(given.person);
    expect(outcomeOf(await said('高階'))).toBe('form');
    const absent = await member({ company: given.company, nameJa: '田中 実', nameEn: 'Minoru Tanaka' });
    await done(given.person, 'session.register', about({ mode: 'onsite', person: absent.id }));
    const deputy = await member({ company: given.company, nameJa: '高階 実', nameEn: 'Minoru Takashina' });
    const shown = wordsOf(await said('高階', { named: '田中' }));
    expect(shown).toContain('Minoru Takashina will take the place of Minoru Tanaka');
    await done(given.person, 'preview.confirm');
    expect(await held(deputy)).toMatchObject({ substituteForId: absent.id });
    expect(await held(given.person)).toMatchObject({ state: 'confirmed' });
    expect(
      await refused(given.person, 'session.substitute', about({ deputy: '高階', named: '何某' }), words),
    ).toContain('何某');
  });
});

describe('declining', () => {
  it('without a registration answers the question', async () => {
    expect(await done(given.person, 'session.decline', about())).toContain('You will not attend');
    expect(await held(given.person)).toMatchObject({ state: 'declined', mode: null });
    expect(await done(given.person, 'session.decline', about())).toContain('You will not attend');
  });

  it('with a registration gives the place up, and can be taken back', async () => {
    await register(given.person);
    await done(given.person, 'session.decline', about());
    expect(await held(given.person)).toMatchObject({ state: 'declined', waitingFor: null });
    await register(given.person, 'online');
    expect(await held(given.person)).toMatchObject({ state: 'confirmed', mode: 'online' });
  });

  it('for a colleague is told to them only where they held something', async () => {
    await done(given.person, 'session.decline', about({ person: given.colleague.id }));
    expect(notificationsTo(await sendAllDue(), given.colleague)).toEqual([]);
    await register(given.colleague);
    await done(given.person, 'session.decline', about({ person: given.colleague.id }));
    expect(notificationsTo(await sendAllDue(), given.colleague).map(({ kind }) => kind)).toEqual(['session.cancelled']);
  });
});

describe('that a colleague cancelled', () => {
  it('is told', async () => {
    await register(given.colleague);
    await done(given.person, 'session.cancel', about({ person: given.colleague.id }));
    const [notice] = notificationsTo(await sendAllDue(), given.colleague);
    expect(notice?.words).toContain(`${given.person.nameEn} cancelled your registration`);
  });

  it('is not told any more when they registered again before it was sent', async () => {
    await register(given.colleague);
    await done(given.person, 'session.cancel', about({ person: given.colleague.id }));
    await register(given.colleague);
    expect(notificationsTo(await sendAllDue(), given.colleague)).toEqual([]);
  });
});
