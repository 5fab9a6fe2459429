/** A refusal to register leads on: to another session that is open, to what is there already, or to registering first. */
import { describe, expect, it } from 'vitest';
import type { Prisma } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { buildSession, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { about, ask, done } = given;

async function buttons(action: string, input: Values) {
  const result = await ask(given.person, action, input, { origin: 'words' });
  expect(outcomeOf(result), wordsOf(result)).toBe('refused');
  const { reply } = result;
  const shown = reply.kind === 'message' ? reply.message.elements : [];
  return shown.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
}

const another = [{ action: 'session.register', label: 'Register for another session', input: {}, form: true }];

describe.each<[string, Prisma.SessionUpdateInput]>([
  ['called off', { state: 'called_off' }],
  [
    'over',
    {
      deadline: new Date('2024-09-01T00:00Z'),
      startsAt: new Date('2024-09-01T01:00Z'),
      endsAt: new Date('2024-09-01T02:00Z'),
    },
  ],
  ['closed', { deadline: new Date('2024-09-01T01:00Z') }],
  ['for others', { audience: 'management' }],
])('a session that is %s', (_name, data) => {
  it('leads to another one, where there is one', async () => {
    await given.database.session.update({ where: { id: given.session.id }, data });
    for (const input of [about(), about({ mode: 'online' })]) {
      expect(await buttons('session.register', input)).toEqual([]);
    }
    const other = await buildSession(given.services, given.programme);
    for (const input of [about(), about({ mode: 'online' })]) {
      expect(await buttons('session.register', input)).toEqual(another);
    }
    await given.database.session.update({ where: { id: other.id }, data: { audience: 'management' } });
    expect(await buttons('session.register', about({ mode: 'online' }))).toEqual([]);
  });
});

it('a session that is answered already leads to the answer', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  const [button, ...more] = await buttons('session.register', about({ mode: 'online' }));
  expect(more).toEqual([]);
  expect(button).toEqual({ action: 'session.show', label: 'See your answer', input: { session: given.session.id } });
});

it('a session that is full leads to the waitlist, before anything is done', async () => {
  await given.database.session.update({ where: { id: given.session.id }, data: { onlineCapacity: 0 } });
  const result = await ask(given.person, 'session.register', about({ mode: 'online' }), { origin: 'words' });
  expect(outcomeOf(result)).toBe('preview');
  expect(wordsOf(result)).toContain('number 1 on the waitlist');
});

it('a change of what is not registered leads to registering, where that is open', async () => {
  const change = about({ mode: 'online' });
  const [button] = await buttons('session.change-mode', change);
  expect(button).toEqual({
    ...{ action: 'session.register', label: 'Register', form: true },
    input: { session: given.session.id },
  });
  await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'management' } });
  expect(await buttons('session.change-mode', change)).toEqual([]);
});
