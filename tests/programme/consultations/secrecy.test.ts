/** R18: what a company says in a consultation, and what it is told there, reaches nobody else: action by action, person by person. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Company } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { claimDue } from '../../../programme/notifications/claim.js';
import type { MemberAction } from '../../../programme/requests/action.js';
import type { Request, RequestResult } from '../../../programme/requests/request.js';
import { actions } from '../../../programme/rooms.js';
import { type BuiltConsultations, buildConsultations } from '../../support/consultations.js';
import { ask, type BuiltPerson, buildAssignment, outcomeOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
/** Each thing that is written has its own. */
const MARK = /M4RK-[a-z]+/;

let consultations: BuiltConsultations;
let holder: BuiltPerson;
let asked: BuiltPerson;
let lines: string[];
/** A file that somebody of the company sent, and did not add to anything yet. */
let received: string;

beforeEach(async () => {
  holder = await fixture.member({ role: 'adviser' });
  asked = await fixture.member({ role: 'adviser' });
  const { programme, company, person, services, database } = fixture;
  await database.request.deleteMany();
  await database.booking.updateMany({ data: { state: 'cancelled' } });
  await database.consultationSlot.updateMany({ data: { state: 'withdrawn' } });
  consultations = await buildConsultations(services, {
    ...{ programme, company, adviserId: holder.id, otherAdviserId: asked.id, attendeeId: person.id },
    secret: 'M4RK-other',
  });
  lines = [];
  const { booking, unrecorded, recorded, record } = consultations;
  const now = services.clock.now();
  // Where an hour is held stands in every list of free hours.
  await database.consultationOffer.updateMany({ data: { place: 'Room 1' } });
  const about = { topics: 'M4RK-topics', questions: 'M4RK-questions', place: 'Room 1' };
  for (const { id } of [booking, unrecorded, recorded]) await database.booking.update({ where: { id }, data: about });
  await database.consultationRecord.update({ where: { id: record }, data: { advice: 'M4RK-advice' } });
  await database.recordResponse.create({
    data: { recordId: record, confirmed: false, comment: 'M4RK-comment', personId: person.id, at: now },
  });
  await database.nextAction.update({ where: { id: consultations.nextAction }, data: { text: 'M4RK-action' } });
  const content = Buffer.from('more');
  received = await storeReceivedFile(services, person.id, { name: 'M4RK-more.txt', type: 'text', content });
  for (const { id: bookingId } of [booking, recorded]) {
    await database.privateNote.create({ data: { bookingId, authorId: holder.id, text: 'M4RK-note', at: now } });
    const content = Buffer.from('draft');
    const fileId = await storeReceivedFile(services, person.id, { name: 'M4RK-file.txt', type: 'text', content });
    await database.bookingFile.create({ data: { bookingId, fileId } });
    await database.file.update({
      where: { id: fileId },
      data: { kind: 'consultation', companyId: company.id, programmeId: programme.id, personId: null, expiresAt: null },
    });
  }
});

interface Row {
  readonly input: () => Values;
  /** Who may do it. */
  readonly rightful: 'company' | 'holder' | 'asked';
}

/** Every action whose input names something of a consultation. */
const rows: Readonly<Record<string, Row>> = {
  'consultation.find': { rightful: 'company', input: () => ({ moving: consultations.booking.id }) },
  'consultation.book': {
    rightful: 'company',
    input: () => ({
      ...{ slot: consultations.slot.id, mode: 'online', topics: 'x', attendees: [fixture.person.id] },
    }),
  },
  'consultation.show': { rightful: 'company', input: () => ({ booking: consultations.booking.id }) },
  'consultation.move': {
    rightful: 'company',
    input: () => ({ booking: consultations.booking.id, slot: consultations.slot.id, mode: 'online' }),
  },
  'consultation.cancel': {
    rightful: 'company',
    input: () => ({ booking: consultations.booking.id, agreed: true }),
  },
  'consultation.propose': {
    rightful: 'company',
    input: () => ({ booking: consultations.booking.id, date: '2024-12-20', time: '10:00' }),
  },
  'consultation.unwatch': { rightful: 'company', input: () => ({ watch: consultations.watch }) },
  'consultation.calendar': { rightful: 'company', input: () => ({ booking: consultations.booking.id }) },
  'consultation.respond': {
    rightful: 'company',
    input: () => ({ record: consultations.record, confirmed: true }),
  },
  'next-action.done': { rightful: 'company', input: () => ({ nextAction: consultations.nextAction }) },
  'consultation.add-files': {
    rightful: 'company',
    input: () => ({ booking: consultations.booking.id, files: [received] }),
  },
  'consultation.brief': { rightful: 'holder', input: () => ({ booking: consultations.booking.id }) },
  'consultation.hand-over': {
    rightful: 'holder',
    input: () => ({ booking: consultations.booking.id, adviser: asked.id }),
  },
  'consultation.record': {
    rightful: 'holder',
    input: () => ({
      ...{ booking: consultations.recorded.id, outcome: 'held', minutes: '60', advice: 'x', seen: 1, agreed: true },
    }),
  },
  'consultation.note': {
    rightful: 'holder',
    input: () => ({ booking: consultations.recorded.id, text: 'x', agreed: true }),
  },
  'consultation.withdraw': {
    rightful: 'holder',
    input: () => ({ slots: [consultations.slot.id], agreed: true }),
  },
  'consultation.answer': {
    rightful: 'asked',
    input: () => ({ bookingRequest: consultations.bookingRequest, accept: true }),
  },
};

const ofConsultations = new Set([
  ...['slot', 'slots', 'booking', 'moving', 'bookingRequest', 'watch', 'record', 'nextAction'],
]);
const naming = actions.filter(
  (action): action is MemberAction =>
    action.who !== 'anyone' && action.identifies.some((field) => ofConsultations.has(field)),
);

it('has a row for every action that names something of a consultation', () => {
  expect(Object.keys(rows).toSorted()).toEqual(naming.map(({ name }) => name).toSorted());
});

const rightful = ({ rightful: whose }: Row): BuiltPerson => ({ company: fixture.person, holder, asked })[whose];

/** As a test's services, with every line of the log kept. */
function logging() {
  const keep = (fields: object, sentence: string) => void lines.push(`${sentence} ${JSON.stringify(fields)}`);
  return { ...fixture.services, log: { info: keep, warn: keep, error: keep } };
}

const ways: readonly Partial<Request>[] = [
  { origin: 'words', answeredLater: true },
  { answeredLater: true },
  { submitted: true, answeredLater: true },
];

function isRefused({ reply }: RequestResult): boolean {
  return reply.kind === 'form' ? Object.keys(reply.errors).length > 0 : reply.outcome === 'refused';
}

async function expectSilence(outsider: BuiltPerson, name: string, input: Values): Promise<void> {
  for (const way of ways) {
    for (const given of [input, withoutSlot(input)]) {
      const result = await ask(logging(), outsider, name, given, way);
      expect(isRefused(result), JSON.stringify(result.reply)).toBe(true);
      expect(JSON.stringify(result)).not.toMatch(MARK);
    }
  }
  await expectNothingKept();
}

/** What asks for less may show more. */
function withoutSlot({ slot, ...rest }: Values): Values {
  return Object.keys(rest).some((field) => ofConsultations.has(field)) ? rest : { slot, ...rest };
}

/** Neither in the log nor in what is stored of requests, planned to be sent, or handed to the queue. */
async function expectNothingKept(): Promise<void> {
  const { database, services } = fixture;
  const kept = [
    lines,
    await database.request.findMany(),
    await database.notification.findMany(),
    await database.preview.findMany({ select: { action: true, words: true, state: true } }),
    await claimDue(services, 500),
  ];
  for (const one of kept) expect(JSON.stringify(one)).not.toMatch(MARK);
}

/** Those who have, or had, to do with consultations, but not with this one. */
async function otherCompany(): Promise<BuiltPerson> {
  return await fixture.member({});
}

async function adviserWhoEnded(company: Company): Promise<() => Promise<unknown>> {
  const { id } = await buildAssignment(fixture.services, { company, adviserId: holder.id });
  await fixture.database.assignment.update({ where: { id }, data: { endedAt: fixture.services.clock.now() } });
  return () => fixture.database.assignment.update({ where: { id }, data: { endedAt: null } });
}

/** An hour that an adviser offers is there for every company to book, and stays the adviser's own to withdraw. */
const ofOneself = { company: ['consultation.book'], adviser: ['consultation.withdraw'] };

describe.each(Object.entries(rows))('%s', (name, row) => {
  if (!ofOneself.company.includes(name))
    it('is refused to another company, with nothing said or kept', async () => {
      await expectSilence(await otherCompany(), name, row.input());
    });

  it('is refused to an adviser who has nothing to do with it', async () => {
    await expectSilence(await fixture.member({ role: 'adviser' }), name, row.input());
  });

  if (!ofOneself.adviser.includes(name))
    it('is refused to the adviser who was taken off the company, and only because of that', async () => {
      const former = row.rightful === 'asked' ? asked : holder;
      await fixture.database.bookingRequest.updateMany({ data: { askedOfId: holder.id } });
      const assignAgain = await adviserWhoEnded(fixture.company);
      if (row.rightful === 'asked') await expectSilence(holder, name, row.input());
      else await expectSilence(former, name, row.input());
      if (row.rightful === 'company') return;
      await assignAgain();
      expect(isRefused(await ask(fixture.services, holder, name, opening(row)))).toBe(false);
    });

  it('is refused to the adviser and to the company’s own who have left the programme', async () => {
    const person = rightful(row);
    const ended = { endedAt: new Date(fixture.services.clock.now().getTime() - 1) };
    const where = { personId: { in: [person.id, holder.id, asked.id] } };
    await fixture.database.membership.updateMany({ where, data: ended });
    for (const one of new Set([person, holder, asked])) await expectSilence(one, name, row.input());
  });

  it('is not refused to whom it is for, and nothing of it is kept either', async () => {
    const { booking } = consultations;
    if (name === 'consultation.hand-over' || name === 'consultation.propose') {
      await fixture.database.bookingRequest.updateMany({
        where: { bookingId: booking.id },
        data: { state: 'declined' },
      });
    }
    const shown = await ask(logging(), rightful(row), name, opening(row), { answeredLater: true });
    expect(isRefused(shown), JSON.stringify(shown.reply)).toBe(false);
    const done = await ask(logging(), rightful(row), name, row.input(), { submitted: true, answeredLater: true });
    // What needs no form is done at the first asking.
    expect([outcomeOf(shown), outcomeOf(done)], JSON.stringify(done.reply)).toContain('done');
    if (MARK.test(JSON.stringify([shown.reply, done.reply]))) seen.add(name);
    await expectNothingKept();
  });
});

/** Only what is named, so that the form opens. */
function opening({ input }: Row): Values {
  return Object.fromEntries(Object.entries(input()).filter(([field]) => ofConsultations.has(field)));
}

const seen = new Set<string>();

it('was there to be seen: those whom it is for read it in the same replies', () => {
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['consultation.show', 'consultation.brief', 'consultation.record', 'consultation.note', 'consultation.answer'],
    ]),
  );
});
