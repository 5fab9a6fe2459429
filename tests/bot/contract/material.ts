/** Every real reply: what each action says and asks when it is asked for in every way, by everyone, in both languages. */
import { inTransaction, type Role } from '../../../prisma/client.js';
import type { ActionButton, Button, Message, Reply, Values } from '../../../programme/messages/message.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { closeForm } from '../../../programme/requests/close-form.js';
import type { Language } from '../../../programme/requests/context.js';
import { NotSent } from '../../../programme/requests/deferred-reply.js';
import { handleAndReply } from '../../../programme/requests/handle-and-reply.js';
import type { Request } from '../../../programme/requests/request.js';
import { actions } from '../../../programme/rooms.js';
import {
  ask,
  buildAssignment,
  buildPerson,
  buildSession,
  request,
  type SentNotification,
  sendAllDue,
} from '../../support/factories.js';
import { storeOnlineList } from '../../support/online-lists.js';
import {
  type Actor,
  actorOf,
  buildSetup,
  type ContractFixture,
  type Setting,
  type Setup,
  stranger,
} from './fixture.js';
import { passDrafts } from './pass-drafts.js';
import { passFeedback } from './pass-feedback.js';

export interface Said {
  /** Which request brought it, for the reader of a failure. */
  readonly because: string;
  readonly language: Language;
  readonly reply: Reply;
}

/** How a request can come. */
const ways: readonly Partial<Request>[] = [{ origin: 'chosen' }, { origin: 'words' }, { submitted: true }];

const roles: readonly Role[] = ['participant', 'adviser', 'secretariat', 'speaker'];

/** What is said of a list that names nobody of the programme, before and after it was asked which session it is of. */
async function listNobody({ services }: ContractFixture, { actor, input }: Setup): Promise<readonly Reply[]> {
  if (actor.person === null) throw new Error('a list needs somebody who drops it');
  const files = [await storeOnlineList(services, actor.person.id, [{ name: '見知らぬ人', minutes: 80 }])];
  const shown = await ask(services, actor, 'session.online-list', { ...input, files }, { origin: 'words' });
  const decided = await ask(
    services,
    actor,
    'session.online-list',
    { ...input, files, decide: true },
    { submitted: true },
  );
  return [shown.reply, decided.reply];
}

/** The replies of every action, without repetitions. */
export async function collectReplies(fixture: ContractFixture, language: Language): Promise<readonly Said[]> {
  const said = new Map<string, Said>();
  const add = (because: string, reply: Reply) => said.set(JSON.stringify(reply), { because, language, reply });
  for (const action of actions) {
    const setup = await buildSetup(fixture, action.name, language);
    const say = async (actor: Actor, input: Values, how: Partial<Request>) => {
      const { reply } = await ask(fixture.services, actor, action.name, input, how);
      add(`${action.name} ${JSON.stringify(how)} ${JSON.stringify(input)}`, reply);
    };
    for (const how of ways) await say(setup.actor, {}, how);
    // What follows may do what cannot be done twice, and then would not be previewed.
    if (action.confirm === 'words') await say(setup.actor, setup.input, { origin: 'words' });
    for (const input of inputsAround(setup.input)) await say(setup.actor, input, { submitted: true });
    for (const input of await oddSessions(setup)) {
      for (const how of [{ origin: 'words' }, { submitted: true }] as const) await say(setup.actor, input, how);
    }
    for (const role of roles) await say(await actorOf(setup, role, language), {}, { origin: 'words' });
    await say(await stranger(fixture, { language }), {}, { origin: 'words' });
    // Only now, since it changes things; twice, since the second time is often another answer.
    for (const how of [{ origin: 'words' }, { submitted: true }, { submitted: true }] as const) {
      await say(setup.actor, setup.input, how);
    }
  }
  await moveEveryone(fixture, language);
  await loseAnswers(fixture, language);
  // Whether its post is in its channel is known of every other.
  const unknown = await buildSetup(fixture, 'announcement.post-arrived', language);
  const status = await ask(fixture.services, unknown.actor, 'announcement.status', unknown.input);
  add('announcement.status of an unknown post', status.reply);
  const rated = await buildSetup(fixture, 'overview.list', language);
  const unhelpful = await ask(fixture.services, rated.actor, 'overview.list', { list: 'unhelpful' });
  add('overview.list of answers that did not help', unhelpful.reply);
  const list = await buildSetup(fixture, 'session.online-list', language);
  const deciding = await ask(fixture.services, list.actor, 'session.online-list', { ...list.input, decide: true });
  add('session.online-list to be decided', deciding.reply);
  for (const reply of await listNobody(fixture, list)) add('session.online-list of nobody', reply);
  const ended = await buildSetup(fixture, 'member.end', language);
  const { person } = ended.input;
  for (const given of [{ person }, { person, asked: true, newName: 'x', newEmail: 'nowhere' }]) {
    for (const how of [{}, { submitted: true }]) {
      add(
        `member.end ${JSON.stringify([given, how])}`,
        (await ask(fixture.services, ended.actor, 'member.end', given, how)).reply,
      );
    }
  }
  await handOn(fixture, language);
  const closed = await closeHalfway(fixture, language);
  add('closed form', { kind: 'message', outcome: 'done', message: closed, refreshes: false, replaces: false });
  for (const { kind, message } of [
    ...(await sendAllDue(fixture.services)),
    ...(await remindEveryone(fixture, language)),
    ...(await passConsultations(fixture, language)),
    ...(await passDrafts(fixture, language)),
    ...(await passFeedback(fixture, language)),
  ]) {
    add(`notification ${kind}`, { kind: 'message', outcome: 'done', message, refreshes: false, replaces: false });
  }
  return [...said.values()];
}

/** A membership ends and a colleague takes over, of a company that an adviser looks after. */
async function handOn(fixture: ContractFixture, language: Language): Promise<void> {
  const { services, programme, actor } = await buildSetup(fixture, 'member.end', language);
  const leaving = await buildPerson(services, { programme, language });
  const { company } = leaving;
  if (company === null) throw new Error('somebody of no company has nobody to take over');
  const successor = await buildPerson(services, { programme, language, company });
  const adviser = await actorOf({ services, programme }, 'adviser', language);
  await buildAssignment(services, { company, adviserId: adviser.person?.id ?? '' });
  const input = { person: leaving.id, successor: successor.id, asked: true, agreed: true };
  await ask(services, actor, 'member.end', input, { submitted: true });
}

/** What is said of a long form that was closed half-way. */
async function closeHalfway(fixture: ContractFixture, language: Language): Promise<Message> {
  const setup = await buildSetup(fixture, 'session.create', language);
  const form = { account: setup.actor.account, action: 'session.create', known: {}, entered: { titleJa: 'typed' } };
  const closed = await closeForm(fixture.services, form);
  if (closed === null) throw new Error('nothing was said of a form that was closed half-way');
  return closed.message;
}

/** The fields that people write words into. */
const writtenNames: readonly string[] = [
  'reason',
  'comment',
  'boardDate',
  'approvedBy',
  'url',
  'words',
  'answer',
  'missing',
];

/** One thing alone, and everything wrong at once; of what takes few things, each of them wrong or missing alone. */
function inputsAround(input: Values): readonly Values[] {
  const names = Object.keys(input);
  const [first, ...others] = names;
  const junk = ['junk', '2020-01-01', 'x'.repeat(4000)];
  const { session, slot, booking, askedQuestion } = input;
  const allWrong = junk.map((value) => ({
    ...Object.fromEntries(names.map((name) => [name, value])),
    ...(session !== undefined && { session }),
    ...(slot !== undefined && { slot }),
    ...(booking !== undefined && others.length > 4 && { booking }),
    ...(askedQuestion !== undefined && others.length > 4 && { askedQuestion }),
  }));
  const alone = first === undefined || others.length === 0 ? [] : [{ [first]: input[first] }];
  // Identifiers stand in most fields of a booking, and junk there is not found before anything else is looked at.
  const wordless = input.topics === undefined ? [] : [{ ...input, topics: '' }];
  if (others.length > 4) return [...alone, ...allWrong, ...wordless];
  const without = names.map((name) => Object.fromEntries(Object.entries(input).filter(([other]) => other !== name)));
  // Before all others, which may do what cannot be done twice.
  const worded = names.find((name) => writtenNames.includes(name));
  const tooLong = worded === undefined ? [] : [{ ...input, [worded]: 'x'.repeat(4000) }];
  return [...tooLong, ...alone, ...allWrong, ...without, ...names.map((name) => ({ ...input, [name]: 'junk' }))];
}

/** The same about sessions for which it can no longer, not yet or not at all be done. */
async function oddSessions({ services, programme, input }: Setting & { input: Values }): Promise<readonly Values[]> {
  if (input.session === undefined) return [];
  const now = services.clock.now().getTime();
  const hours = (from: number, to: number) => ({
    startsAt: new Date(now + from * 3_600_000),
    endsAt: new Date(now + to * 3_600_000),
    deadline: new Date(now + (from - 1) * 3_600_000),
  });
  const odd = [
    await buildSession(services, programme, { ...hours(-5, -3) }),
    await buildSession(services, programme, { ...hours(-1, 1) }),
    await buildSession(services, programme, { ...hours(0.5, 2) }),
    await buildSession(services, programme, { ...hours(48, 50), state: 'called_off', calledOffWhy: 'Typhoon' }),
    await buildSession(services, programme, { ...hours(48, 50), audience: 'management' }),
    await buildSession(services, programme, { ...hours(48, 50), method: 'in_person' }),
    await buildSession(services, programme, { ...hours(48, 50), method: 'online', link: '' }),
    await buildSession(services, programme, { ...hours(48, 50), roomCapacity: 0, onlineCapacity: 0 }),
  ];
  return odd.map(({ id }) => ({ ...input, session: id }));
}

/** What people are told of without having asked: registered and cancelled by a colleague, promoted. */
async function moveEveryone(fixture: ContractFixture, language: Language): Promise<void> {
  const { services, programme, actor, input } = await buildSetup(fixture, 'session.register', language);
  const colleague = await buildPerson(services, { programme, language, company: actor.person?.company ?? null });
  const about = { ...input, person: colleague.id };
  await ask(services, actor, 'session.register', about);
  await ask(services, actor, 'session.cancel', about, { submitted: true });
  const full = await buildSession(services, programme, { method: 'in_person', roomCapacity: 1 });
  const seat = { session: full.id, mode: 'onsite' };
  for (const one of [actor, colleague]) await ask(services, one, 'session.register', seat);
  await ask(services, actor, 'session.cancel', seat, { submitted: true });
}

/** What people are reminded of: an answer that is missing, before and after the deadline, two of one morning, and what they come to. */
async function remindEveryone(fixture: ContractFixture, language: Language): Promise<readonly SentNotification[]> {
  const { services } = fixture;
  const before = services.clock.now();
  const { actor, programme, input } = await buildSetup(fixture, 'session.register', language);
  await buildSession(services, programme);
  await buildPerson(services, { programme, language, company: actor.person?.company ?? null });
  await inTransaction(services.database, async (transaction) => {
    await addRules(transaction, programme.id, before);
    await planReminders(transaction, { programmeId: programme.id, now: before });
  });
  await ask(services, actor, 'session.register', input, { submitted: true });
  const told: SentNotification[] = [];
  for (const instant of ['2024-10-31T09:00', '2024-11-05T09:00', '2024-11-06T09:00', '2024-11-07T14:30']) {
    services.clock.set(`${instant}:00+09:00`);
    told.push(...(await sendAllDue(services)));
  }
  services.clock.set(before);
  return told;
}

/** What advisers and companies are told as time passes: an hour frees, the evening before a consultation, and after it. */
async function passConsultations(fixture: ContractFixture, language: Language): Promise<readonly SentNotification[]> {
  const { services } = fixture;
  const before = services.clock.now();
  const { actor, programme, input } = await buildSetup(fixture, 'consultation.book', language);
  await ask(services, actor, 'consultation.book', input, { submitted: true });
  const told = [...(await sendAllDue(services))];
  const waiting = await actorOf({ services, programme }, 'participant', language);
  await ask(services, waiting, 'consultation.watch', { until: '2024-12-20' }, { submitted: true });
  const { id: booking } = await services.database.booking.findFirstOrThrow({ where: { programmeId: programme.id } });
  await ask(services, actor, 'consultation.cancel', { booking, agreed: true }, { submitted: true });
  told.push(...(await sendAllDue(services)));
  const other = await buildSetup(fixture, 'consultation.book', language);
  await ask(services, other.actor, 'consultation.book', other.input, { submitted: true });
  const slot = await services.database.consultationSlot.findUniqueOrThrow({ where: { id: String(other.input.slot) } });
  for (const hours of [-3, 3]) {
    services.clock.set(new Date(slot.startsAt.getTime() + hours * 3_600_000));
    told.push(...(await sendAllDue(services)));
  }
  services.clock.set(before);
  return told;
}

/** Answers that a platform did not take at once: a message and a form. */
async function loseAnswers(fixture: ContractFixture, language: Language): Promise<void> {
  const { services, actor } = await buildSetup(fixture, 'help.show', language);
  for (const action of ['help.show', 'member.settings'] as const) {
    await handleAndReply(services, request(actor, action, {}, { answeredLater: true }), async () => {
      throw new NotSent(services.clock.now(), null);
    });
  }
}

/** All buttons of a message that ask for something. */
export function buttonsIn(message: Message): readonly ActionButton[] {
  const all: readonly Button[] = message.elements.flatMap((element) => {
    if (element.kind === 'buttons') return element.buttons;
    return element.kind === 'list' ? element.items.flatMap(({ buttons }) => buttons) : [];
  });
  return all.flatMap((button) => ('action' in button ? [button] : []));
}
