/** Builds programmes, companies, people, accounts and sessions for tests, and asks as a person would. */
import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import type {
  Assignment,
  Company,
  Level,
  Person,
  Platform,
  Prisma,
  PrismaClient,
  Programme,
  Role,
  Session,
} from '../../prisma/client.js';
import type { Field, Form, Message, Reply, Values } from '../../programme/messages/message.js';
import { claimDue } from '../../programme/notifications/claim.js';
import { deliver } from '../../programme/notifications/deliver.js';
import type { Gateway } from '../../programme/notifications/gateway.js';
import type { Rate, Rates } from '../../programme/notifications/pace.js';
import type { AccountIdentity, Clock } from '../../programme/requests/context.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { Request, RequestingAccount, RequestResult } from '../../programme/requests/request.js';
import type { Services } from '../../programme/requests/services.js';
import { collectRooms } from '../../programme/rooms.js';
import { noDetails } from '../../programme/sessions/details.js';
import { snapshotOf } from '../../programme/sessions/snapshot.js';
import { withFiles } from './files.js';

export interface SettableClock extends Clock {
  set(instant: string | Date): void;
  advance(duration: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
}

/** Stands still until it is set; every test begins on 1 October 2024, 9:00 in Japan. */
export function settableClock(from = '2024-10-01T09:00:00+09:00'): SettableClock {
  let instant = new Date(from);
  return {
    now: () => instant,
    set: (to) => {
      instant = new Date(to);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      instant = new Date(instant.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
    },
  };
}

export interface TestServices extends Services {
  readonly clock: SettableClock;
  /** Sentences logged as warnings or errors. */
  readonly complaints: string[];
}

const unlimited: Rate = { perSecond: 1_000_000, burst: 1_000_000 };

/** For tests of anything but the pace itself. */
const unlimitedRates: Rates = { slack: unlimited, teams: unlimited, email: unlimited };

export function buildServices(database: PrismaClient, clock = settableClock()): TestServices {
  const complaints: string[] = [];
  const complain = (_fields: object, sentence: string) => complaints.push(sentence);
  const log = { info: () => {}, warn: complain, error: complain };
  const rooms = collectRooms();
  const interpreter = interpreterByRules(rooms.actions);
  return {
    database,
    clock,
    log,
    ...rooms,
    interpreter,
    complaints,
    ...withFiles(database, clock),
    rates: unlimitedRates,
  };
}

export async function buildProgramme(
  services: Services,
  given: Partial<Prisma.ProgrammeUncheckedCreateInput> = {},
): Promise<Programme> {
  return await services.database.programme.create({
    data: {
      code: randomUUID(),
      nameJa: '責任ある調達プログラム',
      nameEn: 'Responsible Procurement Programme',
      timeZone: 'Asia/Tokyo',
      startsOn: new Date('2024-09-01'),
      endsOn: new Date('2025-04-30'),
      contact: 'secretariat@example.org',
      ...given,
    },
  });
}

export async function buildCompany(
  services: Services,
  programme: Programme,
  given: Partial<Prisma.CompanyUncheckedCreateInput> = {},
): Promise<Company> {
  const code = given.code ?? `C-${randomBytes(3).toString('hex')}`;
  const names = { nameJa: `株式会社${code}`, nameEn: `${code} Corporation`, kana: code };
  return await services.database.company.create({ data: { programmeId: programme.id, code, ...names, ...given } });
}

/** An adviser looks after a company, as an import would set it. */
export async function buildAssignment(
  services: Services,
  { company, adviserId }: { readonly company: Company; readonly adviserId: string },
): Promise<Assignment> {
  return await services.database.assignment.create({
    data: { programmeId: company.programmeId, companyId: company.id, adviserId, since: services.clock.now() },
  });
}

export interface BuildPerson {
  readonly programme: Programme;
  readonly role?: Role;
  readonly level?: Level;
  /** Participants without one get a company of their own. */
  readonly company?: Company | null;
  readonly email?: string | null;
  readonly nameJa?: string;
  readonly nameEn?: string;
  readonly language?: 'ja' | 'en';
  readonly timeZone?: string;
  readonly endedAt?: Date;
  /** When the person was entered; as the programme began unless told. */
  readonly createdAt?: Date;
}

export interface BuiltPerson extends Person {
  readonly company: Company | null;
  /** Linked to the person. */
  readonly account: RequestingAccount;
}

let counted = 0;

/** A member with a linked account; English unless told, since tests are read in English. */
export async function buildPerson(services: Services, given: BuildPerson): Promise<BuiltPerson> {
  const { programme, role = 'participant', level = 'working', endedAt } = given;
  const company =
    given.company === undefined && role === 'participant'
      ? await buildCompany(services, programme)
      : (given.company ?? null);
  counted += 1;
  const number = String(counted).padStart(4, '0');
  const person = await services.database.person.create({
    data: {
      email: given.email ?? null,
      nameJa: given.nameJa ?? `参加 ${number}`,
      nameEn: given.nameEn ?? `Person ${number}`,
      furigana: `サンカ ${number}`,
      language: given.language ?? 'en',
      timeZone: given.timeZone ?? 'Asia/Tokyo',
      createdAt: given.createdAt ?? programme.startsOn,
      memberships: {
        create: {
          programmeId: programme.id,
          role,
          level: role === 'participant' ? level : null,
          companyId: company?.id ?? null,
          ...(endedAt && { endedAt }),
        },
      },
    },
  });
  return { ...person, company, account: await buildAccount(services, person) };
}

/** An account linked to this person, or, without one, known and linked to nobody. */
export async function buildAccount(
  services: Services,
  person: Pick<Person, 'id'> | null,
  given: Partial<RequestingAccount> = {},
): Promise<RequestingAccount> {
  const account = requestingAccount(given);
  const { platform, tenant, userId, address } = account;
  const now = services.clock.now();
  await services.database.account.create({
    data: { platform, tenant, userId, address, personId: person?.id ?? null, lastSeenAt: now, lookedUpAt: now },
  });
  return account;
}

/** An account as an adapter describes it, of which the app has never heard. */
export function requestingAccount(given: Partial<RequestingAccount> = {}): RequestingAccount {
  const userId = given.userId ?? `U${randomBytes(5).toString('hex')}`;
  return {
    platform: 'slack',
    tenant: 'T-HOME',
    address: { channel: userId },
    verifiedEmail: async () => null,
    language: 'en',
    ...given,
    userId,
  };
}

/** A mixed session for everyone on 7 November 2024, 15:30 to 17:00 in Japan, open until 5 November, 17:00. */
export async function buildSession(
  services: Services,
  programme: Programme,
  given: Partial<Prisma.SessionUncheckedCreateInput> = {},
): Promise<Session> {
  const code = given.code ?? `S-${randomBytes(3).toString('hex')}`;
  const session = await services.database.session.create({
    data: {
      programmeId: programme.id,
      code,
      kind: 'seminar',
      titleJa: '人権方針セミナー',
      titleEn: 'Human rights policy seminar',
      audience: 'all',
      startsAt: new Date('2024-11-07T15:30:00+09:00'),
      endsAt: new Date('2024-11-07T17:00:00+09:00'),
      timeZone: 'Asia/Tokyo',
      method: 'mixed',
      venueJa: '大手町会議室',
      venueEn: 'Otemachi meeting room',
      link: 'https://meeting.example.org/secret-link',
      deadline: new Date('2024-11-05T17:00:00+09:00'),
      details: noDetails,
      checkInCode: String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0'),
      ...given,
    },
  });
  await services.database.sessionVersion.create({
    data: { sessionId: session.id, version: 1, snapshot: snapshotOf(session), createdAt: services.clock.now() },
  });
  return session;
}

export type Asking = { readonly account: RequestingAccount };

/** A request with a key of its own. */
export function request(
  { account }: Asking,
  action: string,
  input: Values = {},
  options: Partial<Request> = {},
): Request {
  return {
    account,
    key: randomUUID(),
    fingerprint: null,
    resendFingerprint: null,
    action,
    input,
    origin: 'chosen',
    submitted: false,
    answeredLater: false,
    ...options,
  };
}

/** What a person gets who presses a button with this input. */
export async function ask(
  services: Services,
  person: Asking,
  action: string,
  input: Values = {},
  options: Partial<Request> = {},
): Promise<RequestResult> {
  return await handleRequest(services, request(person, action, input, options));
}

/** The same for a submitted form or an agreed preview, which must succeed; returns its words. */
export async function done(services: Services, person: Asking, action: string, input: Values = {}): Promise<string> {
  const performed = await ask(services, person, action, input, { submitted: true });
  expect(outcomeOf(performed), wordsOf(performed)).toBe('done');
  return wordsOf(performed);
}

/** The same where it must be refused, in a message or in the form; returns the words of the refusal. */
export async function refused(
  services: Services,
  person: Asking,
  action: string,
  input: Values = {},
  options: Partial<Request> = { submitted: true },
): Promise<string> {
  const { reply } = await ask(services, person, action, input, options);
  if (reply.kind === 'form') {
    const words = [...Object.values(reply.errors), ...(reply.problem === null ? [] : [reply.problem])].join('\n');
    expect(words).not.toBe('');
    return words;
  }
  expect(reply.outcome, messageWords(reply.message)).toBe('refused');
  return messageWords(reply.message);
}

/** The form that a request opens. */
export async function opened(services: Services, person: Asking, action: string, input: Values = {}): Promise<Form> {
  const { reply } = await ask(services, person, action, input);
  if (reply.kind !== 'form') throw new Error(`no form: ${messageWords(reply.message)}`);
  return reply.form;
}

export function fieldOf(form: Form, name: string): Field {
  const field = form.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`no field ${name} in ${form.fields.map((one) => one.name).join(', ')}`);
  return field;
}

export function outcomeOf({ reply }: RequestResult): 'done' | 'refused' | 'preview' | 'form' {
  return reply.kind === 'form' ? 'form' : reply.outcome;
}

/** Everything a reply shows, links included. */
export function wordsOf({ reply }: { readonly reply: Reply }): string {
  if (reply.kind === 'message') return messageWords(reply.message);
  const { form, errors, problem } = reply;
  const fields = form.fields.flatMap((field) => [
    field.label,
    ...('choices' in field ? field.choices.map(({ label }) => label) : []),
    ...('initial' in field ? [String(field.initial ?? '')] : []),
  ]);
  return [form.title, JSON.stringify(form.introduction), ...fields, ...Object.values(errors), problem ?? ''].join('\n');
}

export function messageWords(message: Message): string {
  const words = message.elements.flatMap((element): readonly string[] => {
    switch (element.kind) {
      case 'facts':
        return element.facts.map(({ label, value }) => `${label}: ${value}`);
      case 'list':
        return element.items.flatMap(({ title, lines, buttons }) => [title, ...lines, ...buttons.map(buttonWords)]);
      case 'buttons':
        return element.buttons.map(buttonWords);
      case 'image':
        return [element.description];
      case 'file':
        return [`${element.name}: ${element.link}`];
      case 'chart':
        return [element.title, ...element.series.map(({ name, values }) => `${name} ${values.join(', ')}`)];
      case 'table':
        return [element.caption, ...[element.columns, ...element.rows].map((row) => row.join(' | '))];
      case 'revision':
        return [element.label, element.runs.map(({ text }) => text).join('')];
      default:
        return [element.text];
    }
  });
  return [message.summary, ...words].join('\n');
}

function buttonWords(button: { label: string } & ({ link: string } | { action: string })): string {
  return 'link' in button ? `[${button.label}](${button.link})` : `[${button.label}]`;
}

/** The actions of a reply's buttons, e.g. `session.register`. */
export function buttonsOf({ reply }: RequestResult): readonly string[] {
  if (reply.kind === 'form') return [];
  return reply.message.elements
    .flatMap((element) =>
      element.kind === 'buttons'
        ? element.buttons
        : element.kind === 'list'
          ? element.items.flatMap(({ buttons }) => buttons)
          : [],
    )
    .flatMap((button) => ('action' in button ? [button.action] : []));
}

export interface SentNotification {
  readonly kind: string;
  readonly account: AccountIdentity;
  readonly message: Message;
  readonly words: string;
}

/** Sends everything that is due, as the worker would, and returns what people of this programme were told. */
export async function sendAllDue(services: Services): Promise<readonly SentNotification[]> {
  const told: SentNotification[] = [];
  for (;;) {
    const claimed = await claimDue(services, 500);
    if (claimed.length === 0) return told;
    for (const one of claimed) {
      const row = await services.database.notification.findUniqueOrThrow({ where: { id: one.id } });
      if (!services.notificationKinds.has(row.kind)) throw new Error(`no such kind: ${row.kind}`);
      const gateway = (channel: Platform): Gateway => ({
        channel,
        async deliver({ tenant, userId }, { message }) {
          const account = { platform: channel, tenant: tenant ?? '', userId };
          told.push({ kind: row.kind, account, message, words: messageWords(message) });
          return { outcome: 'delivered', reference: {} };
        },
      });
      await deliver(services, { slack: gateway('slack'), teams: gateway('teams') }, one);
    }
  }
}

/** What this person was told, by kind. */
export function notificationsTo(told: readonly SentNotification[], { account }: Asking): readonly SentNotification[] {
  return told.filter((one) => one.account.userId === account.userId);
}
