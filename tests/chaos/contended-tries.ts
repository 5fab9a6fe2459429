/** What people try with the contended hours, one try after the other, chosen by a seed: each kind of change of a booking, mostly too late. */
import { randomUUID } from 'node:crypto';
import type { Values } from '../../programme/messages/message.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { RequestResult } from '../../programme/requests/request.js';
import type { Services } from '../../programme/requests/services.js';
import { AFTERWARDS, dayOf, tenant } from './contended-world.js';
import type { Answer } from './history.js';

/** Tries for the hours of one day, before all go on to the next, since hours that are held are gone. */
export const TRIES_A_DAY = 250;

export interface Trying {
  readonly services: Services;
  readonly random: () => number;
  readonly day: number;
  readonly answers: Answer[];
}

/** A generator of numbers from 0 to 1 that begins alike for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function ask(
  { services, answers }: Trying,
  userId: string,
  action: string,
  input: Values,
  { submitted = true }: { readonly submitted?: boolean } = {},
): Promise<Answer> {
  const account = { ...tenant, userId, address: { channel: userId }, verifiedEmail: async () => null, language: null };
  const delivery = { key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: false };
  const answer = await handleRequest(services, {
    account,
    ...delivery,
    action,
    input,
    origin: 'chosen',
    submitted,
  }).then(
    (result) => ({ action: submitted ? action : `${action} (form)`, ...answerOf(result, submitted) }),
    (error: unknown): Answer => ({ action, outcome: 'fault', words: String(error) }),
  );
  answers.push(answer);
  return answer;
}

/** A form that comes back says at a field or above it what is wrong; one that was asked for is what was wanted. */
function answerOf({ reply }: RequestResult, submitted: boolean): Pick<Answer, 'outcome' | 'words'> {
  if (reply.kind === 'message') {
    const { outcome, message } = reply;
    return outcome === 'preview'
      ? { outcome: 'fault', words: `a preview: ${message.summary}` }
      : { outcome, words: message.summary };
  }
  const words = [...Object.values(reply.errors), reply.problem ?? ''].join(' ').trim();
  return submitted || words !== '' ? { outcome: 'refused', words } : { outcome: 'done', words: reply.form.title };
}

function one<T>({ random }: Trying, among: readonly T[]): T | undefined {
  return among[Math.floor(random() * among.length)];
}

async function slotOf(trying: Trying) {
  const { services, day } = trying;
  const [from, until] = [dayOf(day), dayOf(day + 1)];
  const open = await services.database.consultationSlot.findMany({
    where: { startsAt: { gte: from, lt: until }, state: 'open' },
    orderBy: [{ startsAt: 'asc' }, { adviserId: 'asc' }],
  });
  return one(trying, open);
}

/** A living booking, or one that was cancelled a moment ago, with who may act on it. */
async function bookingOf(trying: Trying) {
  const { services, day, random } = trying;
  const found = await services.database.booking.findMany({
    where: { startsAt: { gte: dayOf(day), lt: dayOf(day + 1) }, ...(random() < 0.9 && { state: 'booked' }) },
    orderBy: { id: 'asc' },
    include: {
      company: { select: { memberships: { select: { person: { select: { id: true, nameEn: true } } } } } },
      adviser: { select: { nameEn: true } },
    },
  });
  const booking = one(trying, found);
  const person = booking && one(trying, booking.company.memberships)?.person;
  return booking && person ? { booking, person: person.nameEn, adviser: booking.adviser.nameEn } : undefined;
}

async function participant(trying: Trying) {
  const where = { memberships: { some: { role: 'participant' as const } } };
  return one(trying, await trying.services.database.person.findMany({ where, orderBy: { nameEn: 'asc' } }));
}

async function book(trying: Trying, { held = false }: { readonly held?: boolean } = {}): Promise<void> {
  const [slot, person] = [await slotOf(trying), await participant(trying)];
  if (slot === undefined || person === undefined) return;
  if (held) await ask(trying, person.nameEn, 'consultation.book', { slot: slot.id }, { submitted: false });
  await ask(trying, person.nameEn, 'consultation.book', { slot: slot.id, topics: 'x', attendees: [person.id] });
}

async function move(trying: Trying): Promise<void> {
  const [found, slot] = [await bookingOf(trying), await slotOf(trying)];
  if (!found || slot === undefined) return await book(trying);
  await ask(trying, found.person, 'consultation.move', { booking: found.booking.id, slot: slot.id });
}

async function cancel(trying: Trying, { again = false }: { readonly again?: boolean } = {}): Promise<void> {
  const found = await bookingOf(trying);
  if (!found) return await book(trying);
  const { id, slotId, bookedById } = found.booking;
  await ask(trying, found.person, 'consultation.cancel', { booking: id, agreed: true });
  if (!again || slotId === null) return;
  const booker = await trying.services.database.person.findUniqueOrThrow({ where: { id: bookedById } });
  await ask(trying, booker.nameEn, 'consultation.book', { slot: slotId, topics: 'x', attendees: [booker.id] });
}

async function takeOver(trying: Trying): Promise<void> {
  const found = await bookingOf(trying);
  const { database } = trying.services;
  const others = await database.person.findMany({ where: { memberships: { some: { role: 'adviser' } } } });
  const other = one(
    trying,
    others.filter(({ id }) => id !== found?.booking.adviserId),
  );
  if (!found || other === undefined) return await book(trying);
  const booking = found.booking.id;
  await ask(trying, found.adviser, 'consultation.hand-over', { booking, adviser: other.id });
  const asked = await database.bookingRequest.findFirst({
    where: { bookingId: booking, state: 'open' },
    include: { askedOf: true },
  });
  if (asked === null) return;
  await ask(trying, asked.askedOf.nameEn, 'consultation.answer', { bookingRequest: asked.id, accept: true });
}

/** And offers it anew, so that hours do not run out. */
async function withdraw(trying: Trying): Promise<void> {
  const slot = await slotOf(trying);
  if (slot === undefined) return;
  const { nameEn } = await trying.services.database.person.findUniqueOrThrow({ where: { id: slot.adviserId } });
  await ask(trying, nameEn, 'consultation.withdraw', { slots: [slot.id], agreed: true });
  const local = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString();
  const hour = { from: local(slot.startsAt).slice(11, 16), to: local(slot.endsAt).slice(11, 16), method: 'online' };
  const offered = { firstDay: local(slot.startsAt).slice(0, 10), ...hour, alsoHolidays: true, reach: 1 };
  await ask(trying, nameEn, 'consultation.offer', offered);
}

async function record(trying: Trying): Promise<void> {
  const found = await bookingOf(trying);
  if (!found) return await book(trying);
  const afterwards = { ...trying, services: { ...trying.services, clock: { now: () => AFTERWARDS } } };
  const outcome = one(trying, ['held', 'company_absent', 'adviser_absent', 'not_held']) ?? 'held';
  const written = { minutes: '60', advice: 'x', seen: 0, agreed: true };
  await ask(afterwards, found.adviser, 'consultation.record', { booking: found.booking.id, outcome, ...written });
}

/** With how many of each among a hundred. */
const tries: readonly (readonly [number, (trying: Trying) => Promise<void>])[] = [
  [28, book],
  [10, (trying) => book(trying, { held: true })],
  [20, move],
  [12, cancel],
  [10, (trying) => cancel(trying, { again: true })],
  [10, takeOver],
  [8, withdraw],
  [2, record],
];

export async function tryOnce(trying: Trying): Promise<void> {
  let rest = trying.random() * 100;
  for (const [share, attempt] of tries) {
    rest -= share;
    if (rest < 0) return await attempt(trying);
  }
}
