/** What a form said would be done is done only as long as that is so: otherwise it says what has changed, and shows it anew. */
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Values } from '../../../programme/messages/message.js';
import { type BuiltPerson, buildAccount, buildAssignment, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const outdated = textsFor('en').refusals.preview_outdated({});

interface Case {
  readonly action: string;
  /** Makes what the action needs, and tells with what its form is opened. */
  readonly prepare: () => Promise<Values>;
  /** What the form did not say. */
  readonly change: () => Promise<unknown>;
}

const register = async (person: BuiltPerson, mode: 'onsite' | 'online' = 'onsite') =>
  await given.done(person, 'session.register', { session: given.session.id, mode });
const account = async ({ id: personId }: BuiltPerson) =>
  (await given.database.account.findFirstOrThrow({ where: { personId } })).id;
const renamed = ({ id }: BuiltPerson) =>
  given.database.person.update({ where: { id }, data: { nameEn: 'Somebody Else', nameJa: '別 人' } });
const adviser = () => given.member({ role: 'adviser' });

async function assigned(): Promise<string> {
  const { id: adviserId } = await adviser();
  return (await buildAssignment(given.services, { company: given.company, adviserId })).id;
}

const cases: readonly Case[] = [
  {
    action: 'member.end',
    prepare: async () => ({ person: given.person.id, asked: true }),
    change: () => register(given.person),
  },
  {
    action: 'member.merge',
    prepare: async () => ({ formerPerson: given.person.id, person: given.colleague.id }),
    change: () => register(given.person),
  },
  {
    action: 'member.account',
    prepare: async () => ({ formerPerson: given.person.id, account: await account(given.person) }),
    change: () => renamed(given.person),
  },
  {
    action: 'adviser.assign',
    prepare: async () => ({ adviser: (await adviser()).id, company: given.company.id }),
    change: assigned,
  },
  {
    action: 'adviser.withdraw',
    prepare: async () => ({ assignment: await assigned() }),
    change: assigned,
  },
  {
    action: 'session.call-off',
    prepare: async () => ({ session: given.session.id }),
    change: () => register(given.person),
  },
  {
    action: 'session.move-up',
    prepare: async () => {
      await given.database.session.update({ where: { id: given.session.id }, data: { roomCapacity: 1 } });
      const [seated, first, second, third] = await Promise.all([1, 2, 3, 4].map(() => given.member()));
      for (const one of [seated, first, second, third]) if (one) await register(one);
      return { session: given.session.id, person: third?.id ?? '' };
    },
    change: async () => {
      const next = await given.database.registration.findFirstOrThrow({
        where: { state: 'waiting' },
        orderBy: { queueNumber: 'asc' },
      });
      await given.database.registration.delete({ where: { id: next.id } });
    },
  },
];

describe.each(cases)('$action', ({ action, prepare, change }) => {
  const open = async () => {
    const input = await prepare();
    const { known } = await given.opened(given.secretary, action, input);
    return { ...input, ...known };
  };
  const submit = async (input: Values) => await given.ask(given.secretary, action, input, { submitted: true });

  it('is refused where something has changed since its form was shown, and done once that was shown', async () => {
    const shown = await open();
    await change();
    const { reply } = await submit(shown);
    if (reply.kind !== 'form') throw new Error(`no form, but ${JSON.stringify(reply)}`);
    expect(reply.problem).toBe(outdated);
    const again = await submit({ ...shown, ...reply.form.known });
    expect(outcomeOf(again), wordsOf(again)).toBe('done');
  });

  it('is done where nothing has', async () => {
    const done = await submit(await open());
    expect(outcomeOf(done), wordsOf(done)).toBe('done');
  });

  // The control: it is what the form said that is compared, and nothing else stands before it.
  it('would be done in spite of a change by a form that does not tell what it said', async () => {
    const { shown: _, ...untold }: Values = await open();
    await change();
    const done = await submit(untold);
    expect(outcomeOf(done), wordsOf(done)).toBe('done');
  });
});

describe('a preview of what words proposed', () => {
  const invite = async () => {
    const input = { person: given.person.id };
    // So that this preview is the latest.
    given.services.clock.advance({ minutes: 1 });
    expect(outcomeOf(await given.ask(given.secretary, 'member.invite', input, { origin: 'words' }))).toBe('preview');
    const { id } = await given.database.preview.findFirstOrThrow({
      where: { personId: given.secretary.id },
      orderBy: { createdAt: 'desc' },
    });
    return async () => await given.ask(given.secretary, 'preview.confirm', { preview: id });
  };

  it('to invite somebody is refused where they were invited meanwhile, whose code it would end', async () => {
    const confirm = await invite();
    const other = await given.member({ role: 'secretariat' });
    await given.done(other, 'member.invite', { person: given.person.id });
    expect(wordsOf(await confirm())).toContain(outdated);
  });

  it('to invite somebody is refused where they have come meanwhile, and done where nothing has changed', async () => {
    const late = await invite();
    await buildAccount(given.services, given.person, { platform: 'teams', tenant: 'TENANT' });
    expect(wordsOf(await late())).toContain(outdated);
    const confirm = await invite();
    expect(outcomeOf(await confirm())).toBe('done');
  });
});
