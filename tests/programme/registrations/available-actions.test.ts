/** What is offered is what would be done: buttons, forms and use cases agree, whatever the session, the registration and the time. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Company,
  inTransaction,
  type Prisma,
  type Programme,
  type Session,
  type Transaction,
} from '../../../prisma/client.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { cancelRegistration } from '../../../programme/registrations/cancel-registration.js';
import { changeMode } from '../../../programme/registrations/change-mode.js';
import { declineSession } from '../../../programme/registrations/decline-session.js';
import { registerAttendee } from '../../../programme/registrations/register-attendee.js';
import { availableActions, type SessionAction } from '../../../programme/registrations/rules.js';
import type { OwnRegistration } from '../../../programme/registrations/seats.js';
import { sendSubstitute } from '../../../programme/registrations/send-substitute.js';
import type { Level } from '../../../programme/requests/context.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  type TestServices,
} from '../../support/factories.js';

const levels = ['management', 'working'] as const;
const modes = ['onsite', 'online'] as const;

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let attendees: Readonly<Record<Level, BuiltPerson>>;
let substitutes: Readonly<Record<Level, BuiltPerson>>;
let secretary: BuiltPerson;
let adviser: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  company = await buildCompany(services, programme);
  const one = async (level: Level) => await buildPerson(services, { programme, company, level });
  attendees = { management: await one('management'), working: await one('working') };
  substitutes = { management: await one('management'), working: await one('working') };
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  adviser = await buildPerson(services, { programme, role: 'adviser' });
});

afterAll(async () => await test.close());

interface Case {
  readonly session: Pick<Session, 'state' | 'method' | 'audience'>;
  /** Minutes from now; the deadline from the start, or the end where that comes before. */
  readonly startsIn: number;
  readonly lasts: number;
  readonly deadlineIn: number;
  readonly own: OwnRegistration;
  readonly level: Level;
  readonly role: 'participant' | 'secretariat' | 'adviser';
}

const owns = [
  null,
  { state: 'confirmed', mode: 'onsite', waitingFor: null },
  { state: 'confirmed', mode: 'online', waitingFor: null },
  { state: 'confirmed', mode: 'online', waitingFor: 'onsite' },
  { state: 'waiting', mode: 'onsite', waitingFor: 'onsite' },
  { state: 'waiting', mode: 'online', waitingFor: 'online' },
  { state: 'declined', mode: null, waitingFor: null },
  { state: 'cancelled', mode: 'onsite', waitingFor: null },
] as const satisfies readonly OwnRegistration[];

const cases: fc.Arbitrary<Case> = fc.record({
  session: fc.record({
    state: fc.constantFrom('scheduled' as const, 'scheduled' as const, 'scheduled' as const, 'called_off' as const),
    method: fc.constantFrom('in_person' as const, 'online' as const, 'mixed' as const),
    audience: fc.constantFrom('all' as const, ...levels),
  }),
  startsIn: fc.constantFrom(-120, -60, -1, 0, 1, 59, 60, 61, 5_000),
  lasts: fc.constantFrom(1, 60, 120),
  deadlineIn: fc.constantFrom(-6_000, -60, -1, 0, 30),
  own: fc.constantFrom(...owns),
  level: fc.constantFrom(...levels),
  role: fc.constantFrom('participant' as const, 'participant' as const, 'secretariat' as const, 'adviser' as const),
});

/** Between them everything is available once. */
const before: Case = {
  session: { state: 'scheduled', method: 'mixed', audience: 'all' },
  startsIn: 5_000,
  lasts: 60,
  deadlineIn: -60,
  own: { state: 'confirmed', mode: 'online', waitingFor: null },
  level: 'working',
  role: 'participant',
};
const during: Case = { ...before, startsIn: 1, deadlineIn: -1 };

async function build(one: Case): Promise<Session> {
  const now = services.clock.now().getTime();
  const at = (minutes: number) => new Date(now + minutes * 60_000);
  const endsIn = one.startsIn + one.lasts;
  const session = await buildSession(services, programme, {
    ...one.session,
    startsAt: at(one.startsIn),
    endsAt: at(endsIn),
    deadline: at(Math.min(one.startsIn + one.deadlineIn, endsIn)),
  });
  if (one.own !== null) await services.database.registration.create({ data: registrationOf(one, session) });
  return session;
}

function registrationOf({ own, level }: Case, session: Session): Prisma.RegistrationUncheckedCreateInput {
  const now = services.clock.now();
  const person = attendees[level];
  return {
    ...(own ?? { state: 'declined' }),
    ...{ sessionId: session.id, personId: person.id, companyId: company.id, registeredById: person.id },
    ...{ queueNumber: own?.waitingFor ? 1 : null, createdAt: now, changedAt: now },
  };
}

function actor({ role, level }: Case): ActingMember & { readonly person: BuiltPerson } {
  const person = { participant: attendees[level], secretariat: secretary, adviser }[role];
  const isParticipant = role === 'participant';
  return {
    ...{ person, personId: person.id, programmeId: programme.id, role },
    ...{ level: isParticipant ? level : null, companyId: isParticipant ? company.id : null },
  };
}

/** Undoes what it did, and says whether it was refused. */
async function isDone(work: (transaction: Transaction) => Promise<object>): Promise<boolean> {
  const undone = new Error('undone');
  let result: object = {};
  await inTransaction(services.database, async (transaction) => {
    result = await work(transaction);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return !isRefusal(result);
}

/** Every use case tried on the session. */
async function doneIn(one: Case, session: Session): Promise<ReadonlySet<SessionAction>> {
  const by = actor(one);
  const about = { sessionId: session.id, personId: attendees[one.level].id, by, now: services.clock.now() };
  const substituteId = substitutes[session.audience === 'all' ? 'working' : session.audience].id;
  const inAnyMode = async (tried: typeof registerAttendee | typeof changeMode) => {
    for (const mode of modes) if (await isDone((transaction) => tried(transaction, { ...about, mode }))) return true;
    return false;
  };
  const done = {
    'session.register': await inAnyMode(registerAttendee),
    'session.change-mode': await inAnyMode(changeMode),
    'session.substitute': await isDone((transaction) => sendSubstitute(transaction, { ...about, substituteId })),
    'session.cancel': await isDone((transaction) => cancelRegistration(transaction, about)),
    'session.decline': await isDone((transaction) => declineSession(transaction, about)),
    'session.join': await isAnswered(by.person, 'session.join', session),
    'session.check-in': await isAnswered(by.person, 'session.check-in', session),
  } satisfies Record<SessionAction, boolean>;
  const names = Object.entries(done).flatMap(([name, wasDone]) => (wasDone ? [name] : []));
  return new Set(names.filter((name): name is SessionAction => name in done));
}

/** The two that record an attendance, which are tried as a chat does. */
async function isAnswered(by: BuiltPerson, action: string, session: Session): Promise<boolean> {
  const input = { session: session.id, code: session.checkInCode };
  const outcome = outcomeOf(await ask(services, by, action, input, { submitted: true }));
  // What is not found counts as a wrong code, and too many of them lock the person's check-in.
  await services.database.person.updateMany({ data: { failedCodes: 0, codesLockedUntil: null } });
  await services.database.attendance.deleteMany({ where: { sessionId: session.id } });
  return outcome === 'done';
}

/** The actions of the session's buttons; a colleague's are apart, since they do not depend on the person. */
async function buttonsUnder(by: BuiltPerson, session: Session) {
  const { reply } = await ask(services, by, 'session.show', { session: session.id });
  const buttons =
    reply.kind === 'form' ? [] : reply.message.elements.flatMap((e) => (e.kind === 'buttons' ? e.buttons : []));
  const pressed = buttons.flatMap((button) => ('action' in button ? [button] : []));
  return {
    // What is given for the asking is no answer.
    own: pressed
      .filter(({ action, input }) => input.colleague !== true && action !== 'session.calendar')
      .map(({ action }) => action),
    forColleague: pressed.some(({ input }) => input.colleague === true),
  };
}

async function isOfferedInForm(by: BuiltPerson, action: string, session: Session): Promise<boolean> {
  const { reply } = await ask(services, by, action, {});
  if (reply.kind !== 'form') return false;
  const field = reply.form.fields.find(({ name }) => name === 'session');
  return field !== undefined && 'choices' in field && field.choices.some(({ value }) => value === session.id);
}

/** Buttons that are left out though they would not be refused, because they would do nothing. */
function isOfUse(action: SessionAction, one: Case, { method }: Session): boolean {
  const { own } = one;
  const isActive = own?.state === 'confirmed' || own?.state === 'waiting';
  if (action === 'session.register') return !isActive;
  if (action === 'session.decline') return own === null || own.state === 'cancelled';
  if (action === 'session.check-in') return own?.state === 'confirmed' && own.mode === 'onsite';
  const offered = method === 'mixed' ? modes : [method === 'online' ? 'online' : 'onsite'];
  return action !== 'session.change-mode' || offered.some((mode) => mode !== (own?.waitingFor ?? own?.mode));
}

it('an action is available exactly when its use case does not refuse it', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const session = await build(one);
      const now = services.clock.now();
      const available = availableActions(session, one.own, { role: one.role, level: one.level }, now);
      for (const name of available) seen.add(name);
      expect([...(await doneIn(one, session))].sort()).toEqual([...available].sort());
      await services.database.session.update({ where: { id: session.id }, data: { state: 'called_off' } });
    }),
    { numRuns: 80, examples: [[during], [before]] },
  );
  expect([...seen], 'each of them was available at least once').toHaveLength(7);
});

it('a participant’s buttons and forms offer what is available, as far as it is of use', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (generated) => {
      const one: Case = { ...generated, role: 'participant' };
      const by = attendees[one.level];
      const session = await build(one);
      const now = services.clock.now();
      const who = { role: one.role, level: one.level };
      const available = availableActions(session, one.own, who, now);
      const buttons = await buttonsUnder(by, session);
      expect([...new Set(buttons.own)].sort()).toEqual(
        [...available].filter((action) => isOfUse(action, one, session)).sort(),
      );
      const anybody = availableActions(session, null, { ...who, level: null }, now);
      expect(buttons.forColleague).toBe(anybody.has('session.register'));
      const asNewcomer = availableActions(session, null, who, now);
      for (const action of ['session.register', 'session.decline'] as const) {
        expect(await isOfferedInForm(by, action, session), action).toBe(asNewcomer.has(action));
      }
      for (const action of ['session.change-mode', 'session.substitute', 'session.cancel'] as const) {
        expect(await isOfferedInForm(by, action, session), action).toBe(available.has(action));
      }
      await services.database.session.update({ where: { id: session.id }, data: { state: 'called_off' } });
    }),
    { numRuns: 60, examples: owns.flatMap((own): [Case][] => [[{ ...before, own }], [{ ...during, own }]]) },
  );
});
