/** What a participant can do about the registration of a colleague: whatever they can do about their own. */
import { describe, expect, it } from 'vitest';
import { fieldOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { about, ask, done, held, member, opened, refused } = given;

it('the message after registering them offers to change, hand over and cancel that registration', async () => {
  const input = about({ person: given.colleague.id, mode: 'online' });
  const { reply } = await ask(given.person, 'session.register', input, { submitted: true });
  const buttons =
    reply.kind === 'message'
      ? reply.message.elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []))
      : [];
  const those = { session: given.session.id, person: given.colleague.id };
  expect(buttons.map((button) => ('action' in button ? [button.action, button.input] : button))).toEqual([
    ['session.change-mode', { ...those, mode: 'onsite' }],
    ['session.substitute', those],
    ['session.cancel', those],
    ['session.show', { session: given.session.id }],
  ]);
});

it('the form that follows says whose registration it is, and cancels that one', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  await done(given.person, 'session.register', about({ person: given.colleague.id, mode: 'online' }));
  const form = await opened(given.person, 'session.cancel', about({ person: given.colleague.id }));
  expect(JSON.stringify(form.introduction)).toContain(given.colleague.nameEn);
  await done(given.person, 'session.cancel', form.known);
  expect(await held(given.colleague)).toMatchObject({ state: 'cancelled' });
  expect(await held(given.person)).toMatchObject({ state: 'confirmed' });
});

describe.each(['session.cancel', 'session.change-mode', 'session.substitute'] as const)('the form of %s', (action) => {
  it('offers the colleagues who are registered, and nobody else', async () => {
    const stranger = await member();
    await member({ company: given.company });
    await done(stranger, 'session.register', about({ mode: 'online' }));
    await done(given.person, 'session.register', about({ mode: 'online' }));
    await done(given.person, 'session.register', about({ person: given.colleague.id, mode: 'online' }));
    for (const input of [{}, about()]) {
      const field = fieldOf(await opened(given.person, action, input), 'person');
      expect(field).toMatchObject({ optional: true, choices: [{ value: given.colleague.id }] });
    }
  });

  it('asks nothing of the kind where no colleague is registered', async () => {
    await done(given.person, 'session.register', about({ mode: 'online' }));
    const { fields } = await opened(given.person, action, about());
    expect(fields.map(({ name }) => name)).not.toContain('person');
  });

  it('must name the colleague where the person holds nothing, and is not opened where nobody does', async () => {
    expect(await refused(given.person, action, about(), {})).toContain('There is no registration for');
    await done(given.person, 'session.register', about({ person: given.colleague.id, mode: 'online' }));
    expect(fieldOf(await opened(given.person, action, about()), 'person')).not.toHaveProperty('optional');
    given.services.clock.set(given.session.startsAt);
    expect(await refused(given.person, action, about(), {})).toContain('has already started');
  });

  it('offers a session in which only a colleague is registered', async () => {
    await done(given.person, 'session.register', about({ person: given.colleague.id, mode: 'online' }));
    expect(fieldOf(await opened(given.person, action), 'session')).toMatchObject({
      choices: [{ value: given.session.id }],
    });
  });
});

describe('the form with which the secretariat declines for somebody', () => {
  const offered = async () => {
    const { reply } = await ask(given.secretary, 'session.decline', about(), { origin: 'words' });
    if (reply.kind !== 'form') throw new Error('no form');
    const field = fieldOf(reply.form, 'person');
    return 'choices' in field ? field.choices.map(({ value }) => value) : [];
  };

  it('offers those whom the session is meant for and who have not declined yet, and who hold a place besides', async () => {
    const manager = await member({ company: given.company, level: 'management' });
    const seated = await member({ company: given.company, level: 'management' });
    const declined = await member({ company: given.company });
    await done(seated, 'session.register', about({ mode: 'online' }));
    await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'working' } });
    await done(declined, 'session.decline', about());
    expect(await offered()).toEqual(expect.arrayContaining([given.person.id, given.colleague.id, seated.id]));
    expect(await offered()).not.toContain(manager.id);
    expect(await offered()).not.toContain(declined.id);
    expect(await refused(given.secretary, 'session.decline', about({ person: manager.id }))).toContain('is for');
  });
});

describe('a mention', () => {
  const mention = (of: { readonly account: { readonly userId: string } }) => `@${of.account.userId}`;

  it('of a colleague means them, and of anybody else nobody, though their place is known', async () => {
    const stranger = await member();
    for (const one of [stranger, given.colleague]) await done(one, 'session.register', about({ mode: 'onsite' }));
    for (const [action, more] of [
      ['session.cancel', {}],
      ['session.decline', {}],
      ['session.change-mode', { mode: 'online' }],
    ] as const) {
      const named = about({ ...more, named: mention(stranger) });
      const words = wordsOf(await ask(given.person, action, named, { submitted: true }));
      expect(words).not.toContain(stranger.nameEn);
      expect(await held(stranger)).toMatchObject({ state: 'confirmed', mode: 'onsite' });
    }
    const registering = about({ mode: 'online', named: mention(stranger) });
    await ask(given.person, 'session.register', registering, { submitted: true });
    expect(await held(stranger)).toMatchObject({ mode: 'onsite' });
    await done(given.person, 'session.change-mode', about({ mode: 'online', named: mention(given.colleague) }));
    expect(await held(given.colleague)).toMatchObject({ mode: 'online' });
  });

  it('of an account of another workspace means nobody', async () => {
    await given.database.account.updateMany({
      where: { personId: given.colleague.id },
      data: { tenant: 'T-ELSEWHERE' },
    });
    const named = about({ named: mention(given.colleague) });
    expect(await refused(given.person, 'session.decline', named)).toContain('is nobody I can find');
  });
});
