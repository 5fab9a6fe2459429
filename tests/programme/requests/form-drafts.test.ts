/** What was put into a long form and not sent: the latest save stays, for its person, and what was sent does not come back. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Programme, Session } from '../../../prisma/client.js';
import { closeForm } from '../../../programme/requests/close-form.js';
import { subjectOf } from '../../../programme/requests/form-drafts.js';
import { forgetRequests } from '../../../programme/requests/idempotency.js';
import { saveDraft } from '../../../programme/requests/save-draft.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

const en = textsFor('en');
const minute = 60_000;

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let office: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

beforeEach(async () => {
  await test.database.formDraft.deleteMany();
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { code: 'MSM-1' });
  office = await buildPerson(services, { programme, role: 'secretariat', language: 'en' });
});
afterEach(() => {
  expect(services.complaints).toEqual([]);
});

const later = (milliseconds: number) => new Date(services.clock.now().getTime() + milliseconds);
const known = () => ({ session: session.id, version: session.version });

async function save(titleJa: string | null, at: Date, who = office): Promise<void> {
  const entered = { titleJa, timeZone: 'Asia/Tokyo' };
  await saveDraft(services, { account: who.account, action: 'session.change', known: known(), entered, at });
}

async function titleInForm(who = office): Promise<string | undefined> {
  const { reply } = await ask(services, who, 'session.change', { session: session.code });
  if (reply.kind !== 'form') throw new Error('no form');
  const field = reply.form.fields.find(({ name }) => name === 'titleJa');
  return field?.kind === 'text' ? field.initial : undefined;
}

const close = async (who = office) =>
  await closeForm(services, { account: who.account, action: 'session.change', known: known() });

describe('a draft', () => {
  it('stays as it was saved last, in whatever order the saves come', async () => {
    await save('second', later(2));
    await save('first', later(1));
    expect(await titleInForm()).toBe('second');
    await save('third', later(3));
    expect(await titleInForm()).toBe('third');
  });

  it('opens a field empty that was emptied', async () => {
    expect(await titleInForm()).toBe(session.titleJa);
    await save(null, later(1));
    expect(await titleInForm()).toBeUndefined();
  });

  it('is for its person, for a day and for the state that the form showed', async () => {
    await save('typed', later(0));
    const other = await buildPerson(services, { programme, role: 'secretariat', language: 'en' });
    expect(await titleInForm(other)).toBe(session.titleJa);
    await test.database.session.update({ where: { id: session.id }, data: { version: { increment: 1 } } });
    expect(await titleInForm()).toBe(session.titleJa);
    await test.database.session.update({ where: { id: session.id }, data: { version: session.version } });
    expect(await titleInForm()).toBe('typed');
    services.clock.set(later(24 * 60 * minute + 1));
    expect(await titleInForm()).toBe(session.titleJa);
    await forgetRequests(services);
    expect(await test.database.formDraft.count()).toBe(0);
  });

  it('is kept for nobody who may not take the action', async () => {
    const participant = await buildPerson(services, { programme });
    await save('typed', later(0), participant);
    expect(await test.database.formDraft.count()).toBe(0);
    // The same from somebody who may is kept: what is counted above can be there.
    await save('typed', later(0));
    expect(await test.database.formDraft.count()).toBe(1);
  });

  it('does not come back by a save that was late when it was thrown away', async () => {
    await save('typed', later(0));
    const { id } = await test.database.formDraft.findFirstOrThrow();
    expect(outcomeOf(await ask(services, office, 'form.discard', { keptForm: id }))).toBe('done');
    await save('late', later(0));
    expect(await titleInForm()).toBe(session.titleJa);
    await save('anew', later(1));
    expect(await titleInForm()).toBe('anew');
  });

  it('of another person is not discarded', async () => {
    await save('typed', later(0));
    const { id } = await test.database.formDraft.findFirstOrThrow();
    const other = await buildPerson(services, { programme, role: 'secretariat', language: 'en' });
    for (const draft of [id, randomUUID(), 'no identifier']) {
      expect(wordsOf(await ask(services, other, 'form.discard', { keptForm: draft }))).toContain(
        en.refusals.nothing_to_discard({}),
      );
    }
    expect(await titleInForm()).toBe('typed');
  });

  it('is told of once after each change, and not where it equals what the form showed', async () => {
    expect(await close()).toBeNull();
    await save('typed', later(0));
    expect((await close())?.message.summary).toContain(en.actions['session.change'].title);
    expect(await close()).toBeNull();
    await save('typed more', later(1));
    expect(await close()).not.toBeNull();
  });
});

it('tells forms apart by what they were opened for, not by its order', () => {
  expect(subjectOf({ a: 1, b: 'x', c: null })).toBe(subjectOf({ b: 'x', a: 1 }));
  expect(subjectOf({ a: 1 })).not.toBe(subjectOf({ a: '1' }));
});
