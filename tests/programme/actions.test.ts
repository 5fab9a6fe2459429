/** Every action has words in both languages and a form or input that fits it. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import { actions } from '../../programme/rooms.js';
import { buildAnnouncement, buildAnnouncements } from '../support/announcements.js';
import { buildConsultations } from '../support/consultations.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildDeliverableType, buildDraft } from '../support/drafts.js';
import {
  type BuiltPerson,
  buildAccount,
  buildAssignment,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  request,
  settableClock,
  type TestServices,
  wordsOf,
} from '../support/factories.js';
import { buildSessionFeedback } from '../support/feedback.js';
import { buildGroupPlan } from '../support/groups.js';
import { buildRating, buildSource } from '../support/knowledge.js';
import { buildPhotograph } from '../support/photographs.js';
import { buildUnknownPost } from '../support/places.js';
import { buildPresentation } from '../support/presentations.js';
import { buildQuestions } from '../support/questions.js';
import { buildReviews } from '../support/reviews.js';

const en = textsFor('en');

/** What holds for every action there is, so that a new one is reachable from everywhere, in both languages. */

let test: TestDatabase;
let services: TestServices;
let programmeId: string;
let sessionId: string;
let people: Map<string, BuiltPerson>;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database, settableClock('2024-11-07T15:00:00+09:00'));
  const programme = await buildProgramme(services);
  const deadline = new Date('2024-11-07T15:20:00+09:00');
  const session = await buildSession(services, programme, { deadline, roomCapacity: 0 });
  programmeId = programme.id;
  sessionId = session.id;
  people = new Map();
  for (const language of ['ja', 'en'] as const) {
    for (const role of ['participant', 'secretariat', 'adviser'] as const) {
      const person = await buildPerson(services, { programme, role, language });
      // One more, so that there is one to object to.
      await buildAccount(services, person);
      people.set(`${role} ${language}`, person);
    }
  }
  for (const [language, other] of [
    ['ja', 'en'],
    ['en', 'ja'],
  ] as const) {
    const [adviserId, otherAdviserId] = [idOf(`adviser ${language}`), idOf(`adviser ${other}`)];
    const attendeeId = idOf(`participant ${language}`);
    const about = {
      programme,
      company: people.get(`participant ${language}`)?.company ?? (await buildCompany(services, programme)),
      adviserId,
      otherAdviserId,
      attendeeId,
    };
    // At times of their own: each is asked to take over what the other holds.
    services.clock.set(new Date(services.clock.now().getTime() + (language === 'en' ? 7_200_000 : 0)));
    await buildConsultations(services, { ...about, secret: 'topics' });
    await buildAssignment(services, { company: about.company, adviserId });
    await buildReviews(services, { ...about, personId: attendeeId, secret: 'the draft' });
    await buildQuestions(services, {
      ...{ programme, company: about.company, personId: attendeeId, adviserId, secret: 'a question' },
      secretaryId: idOf(`secretariat ${language}`),
    });
    // Of two the form asks which; the only one there is would be gone after the first try.
    const [companyId, createdAt] = [about.company.id, services.clock.now()];
    const until = new Date(createdAt.getTime() + 30 * 86_400_000);
    await services.database.watch.create({
      data: { programmeId: programme.id, companyId, personId: attendeeId, adviserId, until, createdAt },
    });
  }
  services.clock.set(new Date('2024-11-07T15:00:00+09:00'));
  const author = await buildPerson(services, { programme, role: 'secretariat' });
  for (const language of ['ja', 'en'] as const) {
    const readerId = idOf(`participant ${language}`);
    await buildAnnouncements(services, { programme, createdById: author.id, readerId });
    await buildUnknownPost(services, { programme, createdById: author.id });
    // Drafts are offered to their author only.
    for (const _ of [1, 2])
      await buildAnnouncement(services, { programme, createdById: idOf(`secretariat ${language}`) });
  }
  for (const language of ['ja', 'en'] as const) {
    const [said, quoted] = [await buildPerson(services, { programme }), await buildPerson(services, { programme })];
    const silent = people.get(`participant ${language}`);
    if (silent === undefined) throw new Error('nobody to ask');
    await buildSessionFeedback(services, { programme, said, quoted, silent, chosenById: author.id });
  }
  const grouped = [...people].flatMap(([key, person]) => (key.startsWith('participant') ? [person] : []));
  await buildGroupPlan(services, session, { people: grouped, madeById: author.id, told: true });
  const types = [];
  // Of several the form asks which; the only one that nobody has begun would be begun after the first try.
  for (const _ of [1, 2, 3]) types.push(await buildDeliverableType(services, programme));
  for (const language of ['ja', 'en'] as const) {
    const person = people.get(`participant ${language}`);
    const [type] = types;
    if (person?.company == null || type === undefined) throw new Error('nobody to draft');
    await buildDraft(services, { type, company: person.company, personId: person.id });
  }
  const company = await buildCompany(services, programme);
  await buildAssignment(services, { company, adviserId: people.get('adviser en')?.id ?? '' });
  await buildSource(services, programme);
  await buildRating(services, programme, { personId: idOf('participant ja') });
  await buildPhotograph(services, { session });
  await buildPresentation(services, { session, company });
  const now = services.clock.now();
  for (const state of ['unknown', 'failed'] as const) {
    const sent = { key: state, kind: 'session.promoted', programmeId: programme.id, state, settledAt: now };
    await services.database.notification.create({
      data: { ...sent, personId: idOf('participant ja'), data: { mode: 'onsite' }, dueAt: now, createdAt: now },
    });
  }
  for (const queueNumber of [1, 2]) {
    const { id: personId } = await buildPerson(services, { programme });
    const waits = { mode: 'onsite', state: 'waiting', waitingFor: 'onsite', queueNumber } as const;
    await services.database.registration.create({
      data: { sessionId, personId, ...waits, registeredById: personId, createdAt: now, changedAt: now },
    });
  }
});

function idOf(key: string): string {
  return people.get(key)?.id ?? '';
}

afterAll(async () => await test.close());

it('every action has texts, and every text an action', () => {
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(en.actions).sort());
  expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
  expect(services.actions.get('no.such-action')).toBeUndefined();
});

it('every action has a command of its own, of lower-case words', () => {
  const commands = actions.map(({ command }) => command);
  expect(new Set(commands).size).toBe(commands.length);
  for (const command of commands) expect(command).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe.each(actions.map(({ name }) => name))('%s', (name) => {
  const action = actions.find((one) => one.name === name);

  it.each(['ja', 'en'] as const)('asks for what is missing, or does it at once (%s)', async (language) => {
    if (action === undefined) throw new Error('no such action');
    const staff = action.who.includes('secretariat') ? 'secretariat' : 'adviser';
    const who = action.who === 'anyone' || action.who.includes('participant') ? 'participant' : staff;
    const person = people.get(`${who} ${language}`);
    if (person === undefined) throw new Error('nobody');
    // A programme is announced once, and until then there is none for anybody but the secretariat.
    if (name === 'programme.open') {
      const [where, announced] = [{ id: programmeId }, { openedAt: services.clock.now() }];
      await services.database.programme.update({ where, data: { openedAt: null } });
      onTestFinished(async () => void (await services.database.programme.update({ where, data: announced })));
    }
    // An action before this one may have given the place up.
    if (who === 'participant') await done(services, person, 'session.register', { session: sessionId, mode: 'online' });
    const asking = name === 'member.link' ? { account: await buildAccount(services, null, { language }) } : person;
    for (const input of [{}, { session: sessionId }]) {
      const { reply, language: used } = await handleRequest(services, request(asking, name, input));
      expect(used).toBe(language);
      expect(wordsOf({ reply })).not.toMatch(/undefined|\[object/);
      if (reply.kind === 'message') {
        expect(reply.message.summary).not.toBe('');
        // What must be agreed to is asked for in its form, or shown before it is done.
        const first = action.confirm === 'always' && action.ask === null ? 'preview' : 'done';
        expect(reply.outcome, wordsOf({ reply })).toBe(first);
        continue;
      }
      const { form, errors } = reply;
      expect(form.action).toBe(name);
      expect(errors, 'what was not asked for yet is no error').toEqual({});
      for (const text of [form.title, form.submit, form.cancel]) expect(text).not.toBe('');
      expect(form.fields.length, 'a form asks something, or shows what is agreed to').toBeGreaterThanOrEqual(
        action.confirm === 'always' ? 0 : 1,
      );
      for (const field of form.fields) {
        expect(action.fields).toContain(field.name);
        expect(field.label).not.toBe('');
        if ('search' in field && field.search) expect(action.search).not.toBeNull();
      }
    }
  });
});
