/** No action reads or writes what belongs to another company or programme. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActionName } from '../../../playground/pilot/texts.js';
import type { Company, Programme, Role, Session } from '../../../prisma/client.js';
import { plain, type Values } from '../../../programme/messages/message.js';
import { type MemberAction, memberAction } from '../../../programme/requests/action.js';
import { chosen, perhapsChosen } from '../../../programme/requests/chosen.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { searchChoices } from '../../../programme/requests/search.js';
import { actions } from '../../../programme/rooms.js';
import { sessionTexts } from '../../../programme/sessions/texts.js';
import { type BuiltAnnouncements, buildAnnouncements } from '../../support/announcements.js';
import { commentedDocx } from '../../support/commented-docx.js';
import { type BuiltConsultations, buildConsultations } from '../../support/consultations.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildDeliverableType, buildDraft, sendDocument } from '../../support/drafts.js';
import {
  ask,
  type BuiltPerson,
  buildAccount,
  buildAssignment,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  settableClock,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';
import { type BuiltFeedback, buildAttendance, buildSessionFeedback } from '../../support/feedback.js';
import { storeAttendeeFile, storeReceivedFile } from '../../support/files.js';
import { buildGroupPlan } from '../../support/groups.js';
import { buildRating, buildSource } from '../../support/knowledge.js';
import { storeOnlineList } from '../../support/online-lists.js';
import { buildPhotograph, storePhotograph } from '../../support/photographs.js';
import { buildUnknownPost } from '../../support/places.js';
import { buildPresentation, storePresentation } from '../../support/presentations.js';
import { type BuiltQuestions, buildQuestions } from '../../support/questions.js';
import { type BuiltReviews, buildReviews } from '../../support/reviews.js';

let test: TestDatabase;
let services: TestServices;
let shared: Omit<
  Fixture,
  | 'notification'
  | 'sentDocument'
  | 'knowledgeSource'
  | 'rating'
  | 'sentPhotograph'
  | 'photograph'
  | 'sentPresentation'
  | 'presentation'
  | 'session'
  | 'waiting'
  | 'waitingAccount'
  | 'freeAdviser'
  | 'assignment'
  | 'consultations'
  | 'announcements'
  | 'feedback'
  | 'reviews'
  | 'drafts'
  | 'questions'
  | 'ownAdviser'
>;
let fixture: Fixture;

/** A programme with a company, its people and a session, and another programme beside it. */
interface Fixture {
  readonly programme: Programme;
  readonly other: Programme;
  readonly company: Company;
  readonly neighbour: Company;
  readonly session: Session;
  readonly registered: BuiltPerson;
  readonly colleague: BuiltPerson;
  /** An adviser who looks after nobody, and the assignment of another to the company. */
  readonly freeAdviser: string;
  readonly assignment: string;
  /** Behind another in the waitlist of the session. */
  readonly waiting: BuiltPerson;
  readonly waitingAccount: string;
  readonly consultations: BuiltConsultations;
  readonly announcements: Announced;
  readonly feedback: BuiltFeedback;
  readonly reviews: BuiltReviews;
  readonly drafts: BuiltDrafts;
  readonly questions: BuiltQuestions;
  /** The adviser whom the assignment names. */
  readonly ownAdviser: string;
  /** The identifier of a file that was made for somebody of the programme. */
  readonly file: string;
  /** The identifier of a file that somebody sent: of this very programme, without sessions. */
  readonly received: string;
  /** The identifier of a meeting's participant list that somebody sent. */
  readonly onlineList: string;
  /** That somebody sent, and one of the report. */
  readonly sentDocument: string;
  readonly knowledgeSource: string;
  /** What the button holds that settles the rating of an answer. */
  readonly rating: Values;
  readonly sentPhotograph: string;
  readonly photograph: string;
  readonly sentPresentation: string;
  readonly presentation: string;
  /** The identifier of a document with comments that somebody sent. */
  readonly commented: string;
  /** One of which it is not known whether it arrived. */
  readonly notification: string;
}

async function begin(): Promise<void> {
  test = await createTestDatabase();
  // The day itself, when the check-in is open and the deadline, unusually, still ahead: so that every action is possible.
  services = buildServices(test.database, settableClock('2024-11-07T15:00:00+09:00'));
  const secretNames = { nameEn: 'SECRET-programme', nameJa: '秘密の計画' };
  const programme = await buildProgramme(services, { code: 'P-1', ...secretNames, openDrafts: true });
  const names = { nameEn: 'SECRET-company', nameJa: '秘密商事' };
  const company = await buildCompany(services, programme, { code: 'SECRET-code', ...names });
  const secret = { programme, company, nameEn: 'SECRET-person', nameJa: '秘密 太郎' };
  shared = {
    programme,
    other: await buildProgramme(services),
    company,
    neighbour: await buildCompany(services, programme),
    ...{ registered: await buildPerson(services, secret), colleague: await buildPerson(services, secret) },
    file: await storeAttendeeFile(services, programme.id, null, 'SECRET.xlsx'),
    received: await storeProgrammeFile(programme),
    onlineList: await storeParticipantList(programme),
    commented: await storeCommentedDocument(programme),
  };
}

afterAll(async () => await test.close());

/**
 * What a test does away with is built anew for the tests of its room alone: all of it before each of six hundred tests, beside all that
 * was built before, took longer than everything else.
 */
const rooms = {
  consultations: /^(?!(?:draft|review|deliverable|announcement|question|faq)\.)/,
  feedback: /^feedback\./,
  announcements: /^(?:announcement\.|$)/,
  drafts: /^(?:(?:draft|review|deliverable)\.|$)/,
  questions: /^(?:(?:question|faq)\.|$)/,
} as const;

/** In a database with what hundreds of tests have made, each took twice as long. */
const MOST_TESTS = 60;

let sessions = 0;
beforeEach(async ({ task }) => {
  const name = task.suite?.name ?? '';
  const anew = sessions % MOST_TESTS === 0;
  if (anew && sessions > 0) await test.close();
  if (anew) await begin();
  const needs = (room: keyof typeof rooms) => anew || rooms[room].test(name);
  sessions += 1;
  const session = await buildSession(services, shared.programme, {
    code: `SECRET-${sessions}`,
    titleEn: 'SECRET-title',
    titleJa: '秘密の会',
    venueEn: 'SECRET-venue',
    venueJa: '秘密の間',
    deadline: new Date('2024-11-07T15:20:00+09:00'),
    checkInCode: String(sessions).padStart(6, '0'),
  });
  await register(session, shared.registered, 'onsite');
  const { programme, company } = shared;
  const secret = { programme, company, nameEn: 'SECRET-person', nameJa: '秘密 太郎' };
  const ahead = await buildPerson(services, secret);
  const waiting = await buildPerson(services, secret);
  await register(session, ahead, 'onsite', 1);
  await register(session, waiting, 'onsite', 2);
  const account = await services.database.account.findFirstOrThrow({ where: { personId: waiting.id } });
  const at = services.clock.now();
  await services.database.notification.create({
    data: {
      ...{ key: `untold:${waiting.id}`, kind: 'session.changed', programmeId: programme.id, personId: waiting.id },
      ...{ data: {}, dueAt: at, createdAt: at, settledAt: at, state: 'unreachable' },
    },
  });
  const [free, busy] = [await adviser(), await adviser()];
  const { id: assignment } = await buildAssignment(services, { company, adviserId: busy.id });
  const advice = { freeAdviser: free.id, assignment };
  const { id: notification } = await services.database.notification.create({
    data: {
      ...{
        key: `unknown ${sessions}`,
        kind: 'session.promoted',
        programmeId: programme.id,
        personId: waiting.id,
        data: {},
      },
      ...{ dueAt: services.clock.now(), createdAt: services.clock.now(), state: 'unknown', round: 1 },
    },
  });
  fixture = {
    ...shared,
    sentDocument: await sendDocument(services, ahead.id, `SECRET 秘密の手引き ${sessions}`, 'SECRET-guide.txt'),
    knowledgeSource: await buildSource(services, programme, { title: `SECRET-source ${sessions}` }),
    rating: await buildRating(services, programme, {
      personId: ahead.id,
      words: `SECRET ${sessions}`,
      missing: '秘密',
    }),
    sentPhotograph: await storePhotograph(services, ahead.id),
    photograph: (await buildPhotograph(services, { session, captionJa: '秘密' })).id,
    sentPresentation: await storePresentation(services, ahead.id),
    presentation: (await buildPresentation(services, { session, company, titleEn: 'SECRET' })).id,
    notification,
    session,
    waiting,
    waitingAccount: account.id,
    ...advice,
    consultations: needs('consultations') ? await consult() : fixture.consultations,
    announcements: needs('announcements') ? await announce() : fixture.announcements,
    ownAdviser: busy.id,
    questions: needs('questions') ? await inquire(busy.id) : fixture.questions,
    feedback: needs('feedback') ? await giveFeedback() : fixture.feedback,
    ...(needs('drafts') ? await handIn(busy) : { reviews: fixture.reviews, drafts: fixture.drafts }),
  };
});

async function consult(): Promise<BuiltConsultations> {
  const { programme, company, registered } = shared;
  // Those of the test before are in the way: nobody has two consultations at once.
  await services.database.booking.updateMany({ data: { state: 'cancelled' } });
  await services.database.consultationSlot.updateMany({ data: { state: 'withdrawn' } });
  const [holder, asked] = [await adviser(), await adviser()];
  const people = { adviserId: holder.id, otherAdviserId: asked.id, attendeeId: registered.id };
  return await buildConsultations(services, { programme, company, ...people, secret: 'SECRET 秘密' });
}

async function handIn({ id: adviserId }: BuiltPerson): Promise<Pick<Fixture, 'reviews' | 'drafts'>> {
  const { programme, company, registered } = shared;
  // A programme has a handful of deliverables, not what all tests before have made.
  await services.database.deliverable.deleteMany();
  await services.database.deliverableType.deleteMany();
  const reviews = await buildReviews(services, {
    ...{ programme, company, personId: registered.id, adviserId, secret: 'SECRET 秘密' },
  });
  return { reviews, drafts: await draft() };
}

interface BuiltDrafts {
  /** Of which there is a version. */
  readonly type: string;
  /** With which nobody has begun. */
  readonly untouched: string;
  readonly draft: string;
  /** A file that somebody sent, read. */
  readonly sent: string;
}

async function draft(): Promise<BuiltDrafts> {
  const { programme, company, registered } = shared;
  const titles = { titleJa: '秘密の方針', titleEn: 'SECRET-policy' };
  const type = await buildDeliverableType(services, programme, titles);
  const text = `SECRET 秘密の方針 ${sessions}`;
  const { draft: submitted } = await buildDraft(services, { type, company, personId: registered.id, text });
  return {
    ...{ type: type.id, untouched: (await buildDeliverableType(services, programme, titles)).id, draft: submitted.id },
    sent: await sendDocument(services, registered.id, `SECRET 次の案 ${sessions}`, 'SECRET.txt'),
  };
}

interface Announced extends BuiltAnnouncements {
  /** It is not known whether it is in its channel. */
  readonly posted: string;
}

async function announce(): Promise<Announced> {
  const { programme, registered } = shared;
  const author = await buildPerson(services, { programme, role: 'secretariat' });
  const texts = { textJa: '秘密のお知らせ', textEn: 'SECRET-announcement' };
  const about = { programme, createdById: author.id, ...texts };
  const posted = await buildUnknownPost(services, about);
  return { ...(await buildAnnouncements(services, { ...about, readerId: registered.id })), posted };
}

async function inquire(adviserId: string): Promise<BuiltQuestions> {
  const { programme, company, registered } = shared;
  const { id: secretaryId } = await buildPerson(services, { programme, role: 'secretariat' });
  return await buildQuestions(services, {
    ...{ programme, company, personId: registered.id, adviserId, secretaryId, secret: 'SECRET 秘密' },
  });
}

async function giveFeedback(): Promise<BuiltFeedback> {
  const { programme, company, registered: said } = shared;
  const secret = { programme, company, nameEn: 'SECRET-person', nameJa: '秘密 太郎' };
  const [quoted, silent] = [await buildPerson(services, secret), await buildPerson(services, secret)];
  const { id: chosenById } = await buildPerson(services, { programme, role: 'secretariat' });
  return await buildSessionFeedback(services, {
    ...{ programme, said, quoted, silent, chosenById, comment: 'SECRET 秘密の感想' },
  });
}

async function adviser(): Promise<BuiltPerson> {
  const names = { nameEn: 'SECRET-adviser', nameJa: '秘密 花子' };
  return await buildPerson(services, { programme: shared.programme, role: 'adviser', ...names });
}

async function register(
  session: Session,
  person: BuiltPerson,
  mode: 'onsite' | 'online',
  queueNumber?: number,
): Promise<void> {
  const now = services.clock.now();
  const by = { registeredById: person.id, createdAt: now, changedAt: now };
  await services.database.registration.create({
    data: {
      ...{ sessionId: session.id, personId: person.id, mode, ...by },
      ...(queueNumber === undefined ? { state: 'confirmed' } : { state: 'waiting', waitingFor: mode, queueNumber }),
    },
  });
}

async function storeProgrammeFile(programme: Programme): Promise<string> {
  const { code, nameJa, nameEn, timeZone, contact } = programme;
  const [startsOn, endsOn] = [programme.startsOn, programme.endsOn].map((day) => day.toISOString().slice(0, 10));
  const written = { programme: { code, nameJa, nameEn, timeZone, startsOn, endsOn, contact }, sessions: [] };
  const content = Buffer.from(JSON.stringify(written));
  const sender = await buildPerson(services, { programme });
  return await storeReceivedFile(services, sender.id, { name: 'programme.json', type: 'json', content });
}

async function storeParticipantList(programme: Programme): Promise<string> {
  const sender = await buildPerson(services, { programme });
  return await storeOnlineList(services, sender.id, [{ name: '秘密太郎', minutes: 90 }]);
}

async function storeCommentedDocument(programme: Programme): Promise<string> {
  const sender = await buildPerson(services, { programme });
  const content = Buffer.from(commentedDocx({ sentence: 'SECRET', words: '秘密' }));
  return await storeReceivedFile(services, sender.id, { name: 'commented.docx', type: 'docx', content });
}

/** Gives somebody what the action needs of one's own: a registration, a file. */
async function belongTo(person: BuiltPerson, name: string): Promise<void> {
  await holdConsultations(person, name);
  await advise(person, name);
  if (name === 'question.withdraw') {
    const { waiting: id } = fixture.questions;
    await services.database.question.update({ where: { id }, data: { personId: person.id } });
    await services.database.questionText.update({ where: { questionId: id }, data: { askerId: person.id } });
  }
  if (name === 'announcement.answer') {
    const bulkId = fixture.announcements.sent;
    await services.database.notification.updateMany({ where: { bulkId }, data: { personId: person.id } });
  }
  const asked = { where: { id: fixture.consultations.bookingRequest } };
  if (name === 'consultation.answer') {
    await services.database.bookingRequest.update({ ...asked, data: { askedOfId: person.id } });
  }
  // One question about a booking at a time.
  if (name === 'consultation.hand-over' || name === 'consultation.propose') {
    await services.database.bookingRequest.update({ ...asked, data: { state: 'declined' } });
  }
  // A programme is made from another one once.
  if (name === 'programme.copy') {
    await services.database.programme.updateMany({
      where: { code: 'NEXT' },
      data: { code: `NEXT-${person.id.slice(0, 8).toUpperCase()}` },
    });
  }
  // A programme is announced once.
  if (name === 'programme.open') {
    await services.database.programme.update({ where: { id: fixture.programme.id }, data: { openedAt: null } });
  }
  // A report is frozen once.
  if (name === 'report.freeze') await services.database.reportFreeze.deleteMany({});
  await group(person, name);
  if (name === 'feedback.answer') await buildAttendance(services, fixture.feedback.session, person);
  if (name === 'session.join' || name === 'session.calendar') await register(fixture.session, person, 'online');
  if (name === 'consultation.calendar') {
    const bookingId = fixture.consultations.booking.id;
    await services.database.bookingAttendee.create({ data: { bookingId, personId: person.id } });
  }
  if (name === 'file.link') {
    await services.database.file.update({ where: { id: fixture.file }, data: { personId: person.id } });
  }
  if (name === 'draft.submit') {
    await services.database.file.update({ where: { id: fixture.drafts.sent }, data: { personId: person.id } });
  }
  if (name === 'review.upload') {
    await services.database.file.update({ where: { id: fixture.commented }, data: { personId: person.id } });
  }
  if (name === 'report.keep-presentation') {
    await services.database.file.update({ where: { id: fixture.sentPresentation }, data: { personId: person.id } });
  }
  if (name === 'knowledge.add') {
    await services.database.file.update({ where: { id: fixture.sentDocument }, data: { personId: person.id } });
  }
  if (name === 'report.add-photographs') {
    await services.database.file.update({ where: { id: fixture.sentPhotograph }, data: { personId: person.id } });
  }
  if (name === 'session.online-list') {
    await services.database.file.update({ where: { id: fixture.onlineList }, data: { personId: person.id } });
  }
  if (name === 'programme.import' || name === 'consultation.add-files') {
    await services.database.bookingFile.deleteMany({ where: { fileId: fixture.received } });
    const sent = { kind: 'received', personId: person.id, programmeId: null, companyId: null };
    await services.database.file.update({ where: { id: fixture.received }, data: sent });
  }
}

/** Puts those of the session into groups, told where somebody asks for their own; one has come since where they are to be rebuilt. */
async function group(person: BuiltPerson, name: string): Promise<void> {
  if (!name.startsWith('groups.') || name === 'groups.make') return;
  const { session, registered, colleague } = fixture;
  await services.database.groupPlan.deleteMany({ where: { sessionId: session.id } });
  if (name === 'groups.show') {
    await buildGroupPlan(services, session, { people: [person], madeById: person.id, told: true });
    await register(session, person, 'online');
    return;
  }
  const people = name === 'groups.rebuild' ? [colleague] : [registered];
  await buildGroupPlan(services, session, { people, madeById: person.id });
  // As they have registered, so that nothing has changed since.
  await services.database.groupPlace.updateMany({
    where: { personId: registered.id },
    data: { mode: 'onsite', companyId: null },
  });
}

/** Lets somebody look after the company, where the action is for its advisers. */
async function advise({ id: adviserId }: BuiltPerson, name: string): Promise<void> {
  if (!name.startsWith('review.') && name !== 'draft.mark') return;
  await buildAssignment(services, { company: shared.company, adviserId });
}

/** The actions on a booking that its own adviser alone may take. */
const ofOwnAdviser: readonly string[] = ['consultation.record', 'consultation.note', 'consultation.brief'];

/** Makes somebody the adviser of all consultations, where the action is for their own. */
async function holdConsultations({ id: adviserId }: BuiltPerson, name: string): Promise<void> {
  if (!ofOwnAdviser.includes(name)) return;
  await services.database.booking.updateMany({ where: { state: { not: 'cancelled' } }, data: { adviserId } });
  await services.database.consultationSlot.updateMany({ where: { state: 'open' }, data: { adviserId } });
}

/** What an insider of the first programme may ask, naming things and people of its first company. */
function inputs(): Record<
  Exclude<ActionName, 'home.show' | 'help.show' | 'member.link' | 'file.about' | (typeof ofOneAccount)[number]>,
  Values
> {
  const { session, registered, colleague, programme, company, waiting, freeAdviser, assignment } = fixture;
  const { consultations } = fixture;
  const about = { session: session.id };
  const ofColleague = { ...about, person: registered.id };
  return {
    'question.answer': { ...about, about: 'deadline' },
    'session.list': {},
    'session.show': about,
    'session.calendar': about,
    'consultation.brief': { booking: fixture.consultations.booking.id },
    'consultation.calendar': { booking: fixture.consultations.booking.id },
    'session.register': { ...about, mode: 'online', person: colleague.id },
    'session.change-mode': { ...ofColleague, mode: 'online' },
    'session.cancel': ofColleague,
    'session.decline': ofColleague,
    'session.substitute': { ...ofColleague, substitute: colleague.id },
    'session.check-in': { ...about, code: session.checkInCode },
    'session.join': about,
    'session.join-help': about,
    'session.create': { code: `NEW-${sessions}`, ...details },
    'session.change': { ...about, ...details },
    'session.call-off': { ...about, agreed: true },
    'session.attendees': about,
    'session.attendees-file': about,
    'file.link': { file: fixture.file },
    'session.record': { ...about, people: [registered.id], came: 'onsite' },
    'session.walk-in': { ...ofColleague, mode: 'onsite' },
    'session.online-list': { ...about, files: [fixture.onlineList] },
    'session.history': about,
    'session.changes': about,
    'session.check-in-code': about,
    'programme.import': { files: [fixture.received] },
    'programme.export': {},
    'programme.copy': {
      ...{ nameJa: '次年度', nameEn: 'Next year', code: 'NEXT', startsOn: '2025-10-01', which: 'all' },
      ...{ companies: [], staff: 'chosen', people: [registered.id], agreed: true },
    },
    'programme.open': {},
    'programme.model': { use: 'with_names' },
    'member.invite': { person: registered.id },
    'programme.choose': { programme: programme.id },
    'member.language': { language: 'en' },
    'member.object': {},
    'session.move-up': { ...about, person: waiting.id, agreed: true },
    'member.add': {
      nameJa: `新 ${sessions}`,
      furigana: `シン ${sessions}`,
      role: 'participant',
      company: fixture.company.id,
    },
    'member.account': { formerPerson: waiting.id, account: fixture.waitingAccount, agreed: true },
    'member.merge': { formerPerson: waiting.id, person: colleague.id, agreed: true },
    'member.end': { person: waiting.id, agreed: true },
    'member.history': { formerPerson: waiting.id },
    'member.call-list': {},
    'member.called': { person: waiting.id },
    'delivery.problems': {},
    'delivery.arrived': { notification: fixture.notification },
    'delivery.again': { notification: fixture.notification },
    'member.settings': { language: 'en', timeZone: 'Asia/Tokyo' },
    'notifications.mute': { announcements: true, reminders: false },
    'reminder.rules': {},
    'reminder.upcoming': {},
    'reminder.set': { reminder: 'session:1440', enabled: true, agreed: true },
    'programme.windows': { windows: '9:00-12:00', closures: '' },
    'adviser.list': {},
    'adviser.companies': {},
    'adviser.answers': { company: company.id },
    'adviser.assign': { adviser: freeAdviser, company: company.id, agreed: true },
    'adviser.withdraw': { assignment, agreed: true },
    'consultation.find': {},
    'consultation.mine': {},
    'consultation.show': { booking: consultations.booking.id },
    'consultation.book': {
      ...{ slot: consultations.slot.id, mode: 'online', topics: 'SECRET-topic', attendees: [registered.id] },
      company: company.id,
    },
    'consultation.move': { booking: consultations.booking.id, slot: consultations.slot.id, mode: 'online' },
    'consultation.cancel': { booking: consultations.booking.id, agreed: true },
    'consultation.add-files': { booking: consultations.booking.id, files: [fixture.received] },
    'consultation.propose': { booking: consultations.booking.id, date: '2024-12-20', time: '10:00' },
    'consultation.watch': { until: '2024-12-20' },
    'consultation.unwatch': { watch: consultations.watch },
    ...consultationInputs(),
    ...announcementInputs(),
    ...reviewInputs(),
    ...draftInputs(),
    ...questionInputs(),
    ...feedbackInputs(),
    ...groupInputs(),
    'consultation.offer': { ...offeredHour, adviser: freeAdviser, reach: 1 },
    'consultation.withdraw': { slots: [fixture.consultations.slot.id], agreed: true },
    'consultation.agenda': {},
  };
}

function announcementInputs() {
  const { announcements, session, company } = fixture;
  const { draft, proposed, scheduled, sending, stopped, sent, posted } = announcements;
  return {
    'announcement.compose': { textEn: 'Hello', session: session.id },
    'announcement.audience': { announcement: draft, companies: [company.id], roles: ['participant'] },
    'announcement.send': { announcement: draft, seen: 1 },
    'announcement.approve': { announcement: proposed, seen: 1, approve: true },
    'announcement.list': {},
    'announcement.status': { announcement: sent },
    'announcement.answers-file': { announcement: sent },
    'announcement.stop': { announcement: sending },
    'announcement.resume': { announcement: stopped },
    'announcement.post-arrived': { announcement: posted },
    'announcement.post-again': { announcement: posted },
    'announcement.cancel': { announcement: scheduled },
    'announcement.correct': { announcement: sent, seen: 1, textEn: 'Good bye' },
    'announcement.withdraw': { announcement: sent, agreed: true },
    'announcement.remind': { announcement: sent, seen: 0 },
    'announcement.answer': { announcement: sent, answer: 'read' },
  } as const;
}

function questionInputs() {
  const { questions, ownAdviser } = fixture;
  const { waiting, answered, entry } = questions;
  return {
    'question.ask': { to: 'secretariat', question: 'Who approves it?' },
    'question.mine': {},
    'question.withdraw': { ownQuestion: waiting, agreed: true },
    'question.inbox': {},
    'question.reply': { askedQuestion: waiting, answer: 'The board.' },
    'question.correct': { askedQuestion: answered, answer: 'The board of directors.', version: 1 },
    'question.pass': { askedQuestion: waiting, to: ownAdviser },
    'faq.search': {},
    'faq.add': { askedQuestion: answered, questionEn: 'Who approves?', answerEn: 'The board.', agreed: true },
    'faq.change': { faqEntry: entry, questionEn: 'Who approves?', answerEn: 'The board.', version: 1 },
    'faq.retire': { faqEntry: entry, agreed: true },
    'knowledge.search': { words: 'remedy' },
    'knowledge.rate': { words: 'remedy', helpful: true },
    'knowledge.settle-rating': fixture.rating,
    'knowledge.sources': {},
    'knowledge.add': { files: [fixture.sentDocument], title: 'SECRET-document', language: 'en' },
    'knowledge.retire': { knowledgeSource: fixture.knowledgeSource, agreed: true },
  } as const;
}

function reviewInputs() {
  const { reviews } = fixture;
  return {
    'review.answers': { deliverable: reviews.commented },
    'review.answer': { reviewComment: reviews.sentComment, ticked: true },
    'review.queue': {},
    'review.open': { draft: reviews.queued.id },
    'review.comment': { draft: reviews.opened.id, words: 'a comment' },
    'review.correct': { reviewComment: reviews.unsentComment, words: 'another comment' },
    'review.end': { draft: reviews.opened.id, outcome: 'confirmed', agreed: true },
    'draft.difference': { olderDraft: reviews.earlier.id, draft: reviews.later.id },
    'review.upload': { draft: reviews.opened.id, files: [fixture.commented] },
    'draft.mark': { draft: reviews.opened.id, element: 'E04', kind: 'missed', sentence: 'SECRET 秘密' },
    'deliverable.approve': { deliverable: reviews.submitted, day: '2024-11-06', approvedBy: 'the board' },
    'deliverable.publish': {
      ...{ deliverable: reviews.approved, day: '2024-11-06', url: 'https://www.example.co.jp/policy' },
    },
    'deliverable.take-back': { deliverable: reviews.approved, agreed: true },
    'deliverable.extend': {
      ...{ deliverableType: reviews.deliverableType, company: fixture.company.id },
      ...{ until: '2025-04-10', reason: 'the board meets late' },
    },
    'deliverable.decide-extension': { extension: reviews.extension, decision: 'grant' },
    'deliverable.overview': {},
    'deliverable.export': {},
    'report.make': { languages: 'en' },
    'report.figures': {},
    'report.narrative': { session: fixture.session.id, section: 'summary', shown: true, textJa: '要約' },
    'report.programme': { seen: 'purpose:0', purposeJa: '目的' },
    'report.session': { session: fixture.session.id, seen: 'summary:0', summaryJa: '要約' },
    'report.history': { session: fixture.session.id },
    'report.add-photographs': { session: fixture.session.id, files: [fixture.sentPhotograph] },
    'report.photographs': {},
    'report.change-photograph': { session: fixture.session.id, photograph: fixture.photograph, shown: true },
    'report.remove-photograph': { photograph: fixture.photograph, agreed: true },
    'report.keep-presentation': {
      ...{ session: fixture.session.id, company: fixture.company.id, files: [fixture.sentPresentation] },
    },
    'report.presentations': {},
    'report.remove-presentation': { presentation: fixture.presentation, agreed: true },
    'report.correct': { figure: 'people', session: fixture.session.id, value: 30, why: 'one more came' },
    'report.freeze': {},
    'company.show': { company: fixture.company.id },
    'company.note': { company: fixture.company.id, text: 'SECRET-note' },
    'company.notes': { company: fixture.company.id },
    'overview.show': {},
    'overview.list': { list: 'unanswered', session: fixture.session.id },
    'overview.export': { list: 'unanswered', session: fixture.session.id },
  } as const;
}

function feedbackInputs() {
  const { session, feedback, quote } = fixture.feedback;
  return {
    'feedback.answer': { session: session.id, rating: '5', permission: 'no' },
    'feedback.results': { session: session.id },
    'feedback.remind': { session: session.id, agreed: true },
    'feedback.quote': { feedback, words: 'SECRET 秘密の感想', said: 'ja' },
    'feedback.drop-quote': { quote, agreed: true },
  } as const;
}

function groupInputs() {
  const { session, registered } = fixture;
  const about = { session: session.id };
  return {
    'groups.show': about,
    'groups.make': { ...about, by: 'number', value: '1' },
    'groups.rebuild': { ...about, agreed: true },
    'groups.move': { ...about, person: registered.id, number: '2' },
    'groups.facilitate': { ...about, number: '1', facilitator: 'Sumi', agreed: true },
    'groups.publish': { ...about, agreed: true },
  } as const;
}

function draftInputs() {
  const { type, untouched, draft: version, sent } = fixture.drafts;
  return {
    'draft.mine': {},
    'draft.submit': { deliverableType: type, files: [sent] },
    'draft.check': { draft: version },
    'draft.declare': { deliverableType: type, boardDate: 'SECRET-board' },
    'draft.begin': { deliverableType: untouched },
    'draft.file': { draft: version },
    'draft.withdraw': { draft: version, agreed: true },
  } as const;
}

function consultationInputs() {
  const { consultations } = fixture;
  return {
    'consultation.offer': { ...offeredHour, adviser: fixture.freeAdviser, reach: 1 },
    'consultation.withdraw': { slots: [consultations.slot.id], agreed: true },
    'consultation.agenda': {},
    'consultation.hand-over': { booking: consultations.booking.id, adviser: fixture.freeAdviser },
    'consultation.answer': { bookingRequest: consultations.bookingRequest, accept: true },
    'consultation.away': {
      ...{ adviser: consultations.booking.adviserId, day: '2024-11-12', agreed: true },
      line1: `${consultations.booking.id}.cancel`,
    },
    'consultation.record': {
      ...{
        booking: consultations.unrecorded.id,
        outcome: 'held',
        minutes: '60',
        advice: 'advice',
        seen: 0,
        agreed: true,
      },
    },
    'consultation.note': { booking: consultations.recorded.id, text: 'a note', agreed: true },
    'consultation.respond': { record: consultations.record, confirmed: true },
    'next-action.done': { nextAction: consultations.nextAction },
    'consultation.overview': {},
    'consultation.export': {},
    'consultation.grant': {
      company: consultations.booking.companyId,
      hours: '1',
      reason: 'SECRET-reason',
      agreed: true,
    },
    'consultation.ledger': { company: consultations.booking.companyId },
  } as const;
}

const offeredHour = {
  ...{ firstDay: '2024-12-04', from: '13:00', to: '14:00', length: '60' },
  ...{ method: 'online', link: 'https://meet.example/x' },
};

const details = {
  titleJa: '新しい題',
  titleEn: 'New title',
  kind: 'seminar',
  audience: 'all',
  date: '2024-12-04',
  start: '13:00',
  end: '16:00',
  method: 'mixed',
  deadlineDate: '2024-12-01',
  deadlineTime: '17:00',
};

/** Actions on what is the person's own wherever they are, so that no other programme is in reach. */
const own: readonly string[] = [
  'adviser.list',
  'delivery.problems',
  'adviser.companies',
  'session.list',
  'consultation.find',
  'consultation.mine',
  'consultation.watch',
  'session.create',
  'member.language',
  'member.settings',
  'member.object',
  'consultation.agenda',
  'consultation.overview',
  'member.call-list',
  'consultation.export',
  'reminder.rules',
  'reminder.upcoming',
  'reminder.set',
  'programme.windows',
  'programme.model',
  'notifications.mute',
  'announcement.list',
  'review.queue',
  'deliverable.overview',
  'deliverable.export',
  'report.make',
  'report.figures',
  'report.photographs',
  'report.presentations',
  'report.programme',
  'report.freeze',
  'programme.export',
  'overview.show',
  'draft.mine',
  'question.ask',
  'question.mine',
  'question.inbox',
  'faq.search',
  'knowledge.search',
  'knowledge.rate',
  'knowledge.add',
  'knowledge.sources',
];
/** Of the roles that may, the one that tries an action. */
const insiderRole = (who: readonly Role[]): Role =>
  (['participant', 'secretariat'] as const).find((role) => who.includes(role)) ?? who[0] ?? 'secretariat';
/** Those with which participants act for a colleague, whom they name. */
const namesColleague: readonly string[] = [
  'session.register',
  'session.change-mode',
  'session.cancel',
  'session.decline',
  'session.substitute',
];
const roles: readonly Role[] = ['participant', 'adviser', 'secretariat', 'speaker'];
/** A preview belongs to the account that it was shown to, a draft to the person: tests/programme/requests/previews.test.ts, form-drafts.test.ts. */
const ofOneAccount = ['preview.confirm', 'preview.dismiss', 'form.discard'] as const;
const memberActions = actions.filter(
  (action): action is MemberAction => action.who !== 'anyone' && !ofOneAccount.some((name) => name === action.name),
);

function inputOf(name: string): Values {
  const found: Partial<Record<string, Values>> = inputs();
  const input = found[name];
  if (input === undefined) throw new Error(`no input for ${name}`);
  return input;
}

/** The same as this person asks it who may: about an account that was linked to them after their own. */
async function inputBy(person: BuiltPerson, name: string): Promise<Values> {
  if (name !== 'member.object') return inputOf(name);
  const { platform, tenant, userId } = await buildAccount(services, person);
  const where = { platform_tenant_userId: { platform, tenant, userId } };
  const { id } = await services.database.account.update({ where, data: { linkedAt: services.clock.now() } });
  return { ownAccount: id };
}

/**
 * Everything that a request could change, without who was last seen; where wrong tries count, a try itself is remembered. By the
 * transactions that wrote the rows (`xmin`), as a sum: reading and ordering all that they say took longer than all else.
 */
async function state({ counts = false } = {}): Promise<string> {
  const rows = await services.database.$queryRaw<{ state: string }[]>`
    SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(row, 0)), 0) AS state FROM (
      SELECT t.xmin::text AS row FROM registration t UNION ALL SELECT t.xmin::text FROM attendance t
      UNION ALL SELECT t.xmin::text FROM session t UNION ALL SELECT t.xmin::text FROM session_version t
      UNION ALL SELECT t.xmin::text FROM notification t UNION ALL SELECT t.xmin::text FROM invitation t
      UNION ALL SELECT t.xmin::text FROM preview t UNION ALL SELECT t.xmin::text FROM form_draft t
      UNION ALL SELECT t.xmin::text FROM member_change t UNION ALL SELECT t.xmin::text FROM account_grant t
      UNION ALL SELECT t.xmin::text FROM assignment t
      UNION ALL SELECT t.xmin::text FROM consultation_offer t
      UNION ALL SELECT t.xmin::text FROM consultation_slot t
      UNION ALL SELECT t.xmin::text FROM booking t
      UNION ALL SELECT t.xmin::text FROM booking_attendee t
      UNION ALL SELECT t.xmin::text FROM booking_file t
      UNION ALL SELECT t.xmin::text FROM booking_change t
      UNION ALL SELECT t.xmin::text FROM entitlement t
      UNION ALL SELECT t.xmin::text FROM entitlement_entry t
      UNION ALL SELECT t.xmin::text FROM watch t
      UNION ALL SELECT t.xmin::text FROM watch_turn t
      UNION ALL SELECT t.xmin::text FROM booking_request t
      UNION ALL SELECT t.xmin::text FROM adviser_absence t
      UNION ALL SELECT t.xmin::text FROM consultation_record t
      UNION ALL SELECT t.xmin::text FROM record_response t
      UNION ALL SELECT t.xmin::text FROM next_action t
      UNION ALL SELECT t.xmin::text FROM private_note t
      UNION ALL SELECT t.xmin::text FROM announcement t
      UNION ALL SELECT t.xmin::text FROM announcement_version t
      UNION ALL SELECT t.xmin::text FROM announcement_person t
      UNION ALL SELECT t.xmin::text FROM announcement_answer t
      UNION ALL SELECT t.xmin::text FROM place_post t
      UNION ALL SELECT t.xmin::text FROM deliverable t
      UNION ALL SELECT t.xmin::text FROM deliverable_event t
      UNION ALL SELECT t.xmin::text FROM due_extension t
      UNION ALL SELECT t.xmin::text FROM draft t
      UNION ALL SELECT t.xmin::text FROM draft_look t
      UNION ALL SELECT t.xmin::text FROM check_mark t
      UNION ALL SELECT t.xmin::text FROM review t
      UNION ALL SELECT t.xmin::text FROM review_comment t
      UNION ALL SELECT t.xmin::text FROM review_comment_version t
      UNION ALL SELECT t.xmin::text FROM draft_text t
      UNION ALL SELECT t.xmin::text FROM draft_declaration t
      UNION ALL SELECT t.xmin::text FROM comment_answer t
      UNION ALL SELECT t.xmin::text FROM group_plan t
      UNION ALL SELECT t.xmin::text FROM session_group t
      UNION ALL SELECT t.xmin::text FROM group_place t
      UNION ALL SELECT t.xmin::text FROM feedback t
      UNION ALL SELECT t.xmin::text FROM feedback_quote t
      UNION ALL SELECT t.xmin::text FROM report_text t
      UNION ALL SELECT t.xmin::text FROM report_text_version t
      UNION ALL SELECT t.xmin::text FROM figure_correction t
      UNION ALL SELECT t.xmin::text FROM report_photograph t
      UNION ALL SELECT t.xmin::text FROM report_presentation t
      UNION ALL SELECT t.xmin::text FROM report_freeze t
      UNION ALL SELECT t.xmin::text FROM company_note t
      UNION ALL SELECT t.xmin::text FROM question t
      UNION ALL SELECT t.xmin::text FROM question_text t
      UNION ALL SELECT t.xmin::text FROM question_answer t
      UNION ALL SELECT t.xmin::text FROM question_pass t
      UNION ALL SELECT t.xmin::text FROM faq_entry t
      UNION ALL SELECT t.xmin::text FROM knowledge_source t
      UNION ALL SELECT t.xmin::text FROM knowledge_passage t
      UNION ALL SELECT t.xmin::text FROM answer_rating t
      UNION ALL SELECT t.xmin::text FROM calendar_event t
      UNION ALL SELECT t.xmin::text FROM calendar_invitation t
      UNION ALL SELECT (to_jsonb(t) - CASE WHEN ${counts}::boolean THEN ARRAY['failed_codes', 'codes_locked_until'] ELSE '{}' END)::text FROM person t UNION ALL SELECT t.xmin::text FROM membership t
      UNION ALL SELECT t.xmin::text FROM request t WHERE NOT ${counts}::boolean) AS everything`;
  return rows[0]?.state ?? '';
}

/** In a message, or at a field of the form that was submitted. */
function isRefused({ reply }: RequestResult): boolean {
  return reply.kind === 'form' ? Object.keys(reply.errors).length > 0 : reply.outcome === 'refused';
}

/** Refused in every way of asking, without a trace and without a word of what is there. */
async function expectNothing(
  outsider: BuiltPerson,
  name: string,
  input: Values,
  trying: { readonly counts?: boolean } = {},
): Promise<void> {
  const before = await state(trying);
  const label = `${name} by someone who may not`;
  for (const way of [{ submitted: true }, { origin: 'words' as const }, {}]) {
    const performed = await ask(services, outsider, name, input, way);
    expect(isRefused(performed), `${label}: ${wordsOf(performed)}`).toBe(true);
    expect(JSON.stringify(performed.reply), label).not.toMatch(/SECRET|秘密/);
  }
  for (const field of ['person', 'substitute', 'company', 'session']) {
    const found = await searchChoices(services, {
      account: outsider.account,
      action: name,
      field,
      typed: '',
      given: input,
    });
    expect(found, label).toEqual([]);
  }
  expect(await state(trying), label).toBe(before);
}

it('a file is refused to everybody but the person that it was made for, and only because of that', async () => {
  const { programme, registered } = fixture;
  await belongTo(registered, 'file.link');
  const others = await Promise.all(roles.map((role) => buildPerson(services, { programme, role })));
  others.unshift(await buildPerson(services, { programme, role: 'secretariat' }));
  for (const other of others) await expectNothing(other, 'file.link', inputOf('file.link'));
  const [other = registered] = others;
  await belongTo(other, 'file.link');
  expect(outcomeOf(await ask(services, other, 'file.link', inputOf('file.link')))).toBe('done');
  await expectNothing(registered, 'file.link', inputOf('file.link'));
});

describe.each(memberActions.map(({ name }) => name))('%s', (name) => {
  const action = actions.find((one) => one.name === name);
  const who = action === undefined || action.who === 'anyone' ? [] : action.who;

  it('is done for an insider', async () => {
    const role = insiderRole(who);
    const { programme, company } = fixture;
    const insider = await buildPerson(services, { programme, role, company: role === 'participant' ? company : null });
    await belongTo(insider, name);
    const performed = await ask(services, insider, name, await inputBy(insider, name), { submitted: true });
    expect(outcomeOf(performed), wordsOf(performed)).toBe('done');
  });

  if (who.length < roles.length)
    it('is refused to every other role', async () => {
      const { programme, company } = fixture;
      for (const role of roles.filter((one) => !who.includes(one))) {
        const outsider = await buildPerson(services, {
          programme,
          role,
          company: role === 'participant' ? company : null,
        });
        await expectNothing(outsider, name, inputOf(name));
      }
    });

  if (!own.includes(name))
    it('is refused to everyone of another programme, and only because of that', async () => {
      const { programme, company, other, session } = fixture;
      for (const role of roles) {
        const outsider = await buildPerson(services, { programme: other, role });
        await belongTo(outsider, name);
        await expectNothing(outsider, name, inputOf(name));
        if (name === 'session.check-in') {
          await expectNothing(outsider, name, { code: session.checkInCode }, { counts: true });
        }
        if (role !== 'participant' && role !== 'secretariat') continue;
        if (!who.includes(role)) continue;
        // The control: the very same request succeeds once the person is doctored into the programme.
        await services.database.membership.updateMany({
          where: { personId: outsider.id },
          data: { programmeId: programme.id, companyId: role === 'participant' ? company.id : null },
        });
        const performed = await ask(services, outsider, name, inputOf(name), { submitted: true });
        expect(outcomeOf(performed), wordsOf(performed)).toBe('done');
        return;
      }
    });

  if (namesColleague.includes(name))
    it('is refused to another company of the same programme, and only because of that', async () => {
      const { programme, neighbour, company } = fixture;
      const outsider = await buildPerson(services, { programme, company: neighbour });
      await expectNothing(outsider, name, inputOf(name));
      await services.database.membership.updateMany({
        where: { personId: outsider.id },
        data: { companyId: company.id },
      });
      const performed = await ask(services, outsider, name, inputOf(name), { submitted: true });
      expect(outcomeOf(performed), wordsOf(performed)).toBe('done');
    });

  it('is refused to people who were taken off the roster, and only because of that', async () => {
    const { programme, company } = fixture;
    const role = who.includes('secretariat') ? 'secretariat' : insiderRole(who);
    const endedAt = new Date('2024-10-01');
    const gone = await buildPerson(services, {
      programme,
      role,
      company: role === 'participant' ? company : null,
      endedAt,
    });
    await belongTo(gone, name);
    const input = await inputBy(gone, name);
    await expectNothing(gone, name, input);
    await services.database.membership.updateMany({ where: { personId: gone.id }, data: { endedAt: null } });
    const performed = await ask(services, gone, name, input, { submitted: true });
    expect(outcomeOf(performed), wordsOf(performed)).toBe('done');
  });

  if (!own.includes(name))
    it('finds nothing behind what is no identifier', async () => {
      const { programme, company } = fixture;
      const role = insiderRole(who);
      const insider = await buildPerson(services, {
        programme,
        role,
        company: role === 'participant' ? company : null,
      });
      const before = await state();
      for (const nonsense of ["' OR 1=1 --", '00000000-0000-4000-8000-000000000000', ['x'], 7, true]) {
        const input = Object.fromEntries(Object.keys(inputOf(name)).map((field) => [field, nonsense]));
        expect(outcomeOf(await ask(services, insider, name, input, { submitted: true }))).not.toBe('done');
      }
      expect(await state()).toBe(before);
    });
});

/** What else of an action's input can be left out, so that the rest alone is checked. */
const narrower: readonly (readonly string[])[] = [['session'], ['session', 'substitute'], ['session', 'person']];

describe.each(namesColleague)('%s of somebody of another company', (name) => {
  it('is refused before anything is asked or listed, whichever of them is named', async () => {
    const { programme, neighbour } = fixture;
    const outsider = await buildPerson(services, { programme, company: neighbour });
    const whole = inputOf(name);
    for (const left of [[], ...narrower]) {
      const input = Object.fromEntries(Object.entries(whole).filter(([field]) => !left.includes(field)));
      if (input.person !== undefined || input.substitute !== undefined) await expectNothing(outsider, name, input);
    }
  });

  it('is what it is by that alone: named is somebody of the own company, and the form opens', async () => {
    const { programme, company, registered } = fixture;
    const insider = await buildPerson(services, { programme, company });
    const performed = await ask(services, insider, name, { person: registered.id });
    expect(outcomeOf(performed), wordsOf(performed)).toBe('form');
  });
});

it('is refused where an input names what its action does not ask for', async () => {
  const { programme, neighbour, registered, session, company } = fixture;
  const outsider = await buildPerson(services, { programme, company: neighbour });
  for (const stray of [{ person: registered.id }, { people: [registered.id] }, { company: company.id }]) {
    await expectNothing(outsider, 'session.show', { session: session.id, ...stray });
    await expectNothing(outsider, 'session.list', stray);
  }
  const shown = await ask(services, outsider, 'session.show', { session: session.id });
  expect(outcomeOf(shown)).toBe('done');
});

it('does not declare an action with an identifier that nothing would check', () => {
  const declare = (input: z.ZodObject) =>
    memberAction({
      ...{ name: 'session.show', texts: sessionTexts, command: 'unchecked', who: roles, offered: 'contextual' },
      ...{ input, confirm: 'read', run: async () => ({ message: plain('') }) },
    });
  for (const field of [chosen, perhapsChosen, z.array(z.uuid()).max(3), chosen.nullable(), chosen.default('')]) {
    expect(() => declare(z.object({ neighbour: field }))).toThrow('Nothing says what the identifier neighbour');
    expect(declare(z.object({ person: field })).identifies).toEqual(['person']);
  }
});

it('a substitute of another company is refused', async () => {
  const { programme, neighbour, session, registered } = fixture;
  const stranger = await buildPerson(services, { programme, company: neighbour });
  const secretary = await buildPerson(services, { programme, role: 'secretariat' });
  for (const [asking, more] of [
    [registered, {}],
    [secretary, { person: registered.id }],
  ] as const) {
    const input = { session: session.id, substitute: stranger.id, ...more };
    const performed = await ask(services, asking, 'session.substitute', input);
    expect(outcomeOf(performed)).toBe('refused');
  }
});

it('the code of a session of another programme finds nothing, while the same code in one’s own does', async () => {
  const { other, session } = fixture;
  const outsider = await buildPerson(services, { programme: other });
  expect(outcomeOf(await ask(services, outsider, 'session.show', { session: session.code }))).toBe('refused');
  await buildSession(services, other, { code: session.code, titleEn: 'Our own' });
  const typed = session.code.toLowerCase().replace('s', 'ｓ');
  const performed = await ask(services, outsider, 'session.show', { session: typed });
  expect(wordsOf(performed)).toContain('Our own');
  expect(wordsOf(performed)).not.toContain('SECRET-title');
});
