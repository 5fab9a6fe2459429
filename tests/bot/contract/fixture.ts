/** A programme in which every action can be carried out: for each, somebody who may, and an input with which it succeeds. */
import { randomUUID } from 'node:crypto';
import { type ActionName, isActionName } from '../../../playground/pilot/texts.js';
import {
  inTransaction,
  type PrismaClient,
  type Programme,
  type ReportSection,
  type Role,
  type Session,
} from '../../../prisma/client.js';
import { LONGEST_MISSING } from '../../../programme/knowledge/ratings/rules.js';
import { LONGEST_LOOKED_UP } from '../../../programme/knowledge/rules.js';
import { hashInvitationCode, newInvitationCode } from '../../../programme/members/invitation-code.js';
import { localOf } from '../../../programme/messages/dates.js';
import type { Values } from '../../../programme/messages/message.js';
import { programmeSections, sessionSections } from '../../../programme/reports/sections.js';
import type { Language } from '../../../programme/requests/context.js';
import type { RequestingAccount } from '../../../programme/requests/request.js';
import { rosterText } from '../../programme/import/import-files.js';
import { buildAnnouncements } from '../../support/announcements.js';
import { commentedDocx } from '../../support/commented-docx.js';
import { buildBooking, buildConsultations, buildSlot } from '../../support/consultations.js';
import { createTestDatabase } from '../../support/database.js';
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
  requestingAccount,
  type TestServices,
} from '../../support/factories.js';
import { buildSessionFeedback } from '../../support/feedback.js';
import { storeAttendeeFile, storeReceivedFile } from '../../support/files.js';
import { buildGroupPlan } from '../../support/groups.js';
import { buildRating, buildSource } from '../../support/knowledge.js';
import { storeOnlineList } from '../../support/online-lists.js';
import { buildPhotograph, storePhotograph } from '../../support/photographs.js';
import { buildUnknownPost } from '../../support/places.js';
import { buildPresentation, storePresentation } from '../../support/presentations.js';
import { buildQuestions } from '../../support/questions.js';
import { buildPolicy, buildReviews, buildRound, buildVersion } from '../../support/reviews.js';

export interface ContractFixture {
  readonly services: TestServices;
  /** As the owner of the tables, who sees everything. */
  readonly database: PrismaClient;
  close(): Promise<void>;
}

export async function openContractFixture(): Promise<ContractFixture> {
  const { app, database, close } = await createTestDatabase();
  return { services: buildServices(app), database, close };
}

/** The programme in which an action is tried. */
export interface Setting {
  readonly services: TestServices;
  readonly programme: Programme;
}

export interface Actor {
  readonly account: RequestingAccount;
  readonly person: BuiltPerson | null;
}

export interface Setup {
  readonly actor: Actor;
  /** Everything that the action needs. */
  readonly input: Values;
}

/** Builds what the action needs around somebody who may take it, in a programme of its own. */
export async function buildSetup(
  { services }: ContractFixture,
  name: string,
  language: Language,
): Promise<Setup & Setting> {
  const setting = { services, programme: await buildProgramme(services) };
  if (!isActionName(name)) throw new Error(`no setup for ${name}`);
  const setup = await setups[name]({ setting, language, ...builders(setting, language) });
  return { ...setting, ...setup };
}

/** Somebody new in this role, who is linked. */
export async function actorOf(
  setting: Setting,
  role: Role,
  language: Language,
): Promise<Actor & { readonly person: BuiltPerson }> {
  return await builders(setting, language).actor(role);
}

/** A stranger's account, known to the app or not. */
export async function stranger(
  { services }: Pick<Setting, 'services'>,
  given: Partial<RequestingAccount> = {},
): Promise<Actor> {
  return { account: await buildAccount(services, null, given), person: null };
}

/** The same person on the other platform. */
export async function onTeams({ services }: Setting, person: BuiltPerson, language: Language): Promise<Actor> {
  const account = await buildAccount(services, person, { platform: 'teams', tenant: 'TENANT', language });
  return { account, person };
}

type Builders = ReturnType<typeof builders>;
type Tools = Builders & { readonly setting: Setting; readonly language: Language };

function builders({ services, programme }: Setting, language: Language) {
  const person = async (role: Role, given: Partial<Parameters<typeof buildPerson>[1]> = {}) =>
    await buildPerson(services, { programme, role, language, ...given });
  return {
    person,
    async actor(role: Role): Promise<Actor & { readonly person: BuiltPerson }> {
      const one = await person(role);
      return { account: { ...one.account, language }, person: one };
    },
    coming: async (given: Partial<Session> = {}) => await buildSession(services, programme, aboutSession(given)),
    /** One whose check-in is open. */
    async running() {
      const now = services.clock.now().getTime();
      const times = { startsAt: new Date(now + 600_000), endsAt: new Date(now + 6_000_000), deadline: new Date(now) };
      return await buildSession(services, programme, times);
    },
    async registered(session: Session, one: BuiltPerson, mode: 'onsite' | 'online') {
      const now = services.clock.now();
      const times = { createdAt: now, changedAt: now };
      await services.database.registration.create({
        data: {
          ...{ sessionId: session.id, personId: one.id, companyId: one.company?.id ?? null, mode, state: 'confirmed' },
          ...{ registeredById: one.id, ...times },
        },
      });
    },
  };
}

/** Prisma takes a JSON column's value only in a type of its own, and none of our sessions changes it. */
function aboutSession({ details: _none, ...given }: Partial<Session>) {
  return given;
}

const enteredSession: Values = {
  ...{ titleJa: '題', titleEn: 'Title', kind: 'workshop', audience: 'all', date: '2024-12-03', start: '14:00' },
  ...{ end: '16:00', method: 'mixed', venueJa: '東京', venueEn: 'Tokyo', link: 'https://meeting.example.org/x' },
  ...{ roomCapacity: '30', onlineCapacity: '', deadlineDate: '2024-12-01', deadlineTime: '17:00', groupWork: true },
  ...{ agenda: '', materials: '' },
};

/** Somebody in the waitlist for the room. */
async function waits({ services }: Setting, session: Session, one: BuiltPerson, queueNumber: number): Promise<void> {
  const now = services.clock.now();
  await services.database.registration.create({
    data: {
      ...{ sessionId: session.id, personId: one.id, companyId: one.company?.id ?? null, mode: 'onsite' },
      ...{
        state: 'waiting',
        waitingFor: 'onsite',
        queueNumber,
        registeredById: one.id,
        createdAt: now,
        changedAt: now,
      },
    },
  });
}

/** What people say in confidence in a consultation, to be looked for where it must not be. */
export const SECRET = 'SECRET-said';

let counted = 0;

/** Of every action: one that is missing does not compile. */
const setups: Readonly<Record<ActionName, (tools: Tools) => Promise<Setup>>> = {
  'home.show': async ({ actor }) => ({ actor: await actor('participant'), input: {} }),
  'question.answer': async ({ actor, coming }) => ({
    actor: await actor('participant'),
    input: { about: 'deadline', session: (await coming()).id },
  }),
  'help.show': async ({ actor }) => ({ actor: await actor('participant'), input: {} }),
  'file.link': async ({ setting, actor }) => {
    const asking = await actor('secretariat');
    const file = await storeAttendeeFile(setting.services, setting.programme.id, asking.person.id);
    return { actor: asking, input: { file } };
  },
  'programme.import': async ({ setting, actor }) => {
    const importing = await actor('secretariat');
    const { id, nameJa, nameEn, furigana } = importing.person;
    const email = `${id}@office.example`;
    await setting.services.database.person.update({ where: { id }, data: { email } });
    const staff = { Furigana: furigana || 'ジムキョク', 'E-mail': email, Role: 'Secretariat' };
    const text = rosterText([{ 'Name (Japanese)': nameJa, 'Name (English)': `${nameEn} Renamed`, ...staff }]);
    const roster = { name: 'roster.csv', type: 'csv', content: Buffer.from(text) } as const;
    return {
      actor: importing,
      input: { files: [await storeReceivedFile(setting.services, importing.person.id, roster)] },
    };
  },
  'programme.copy': async ({ actor, coming }) => {
    const { code } = await coming();
    return {
      actor: await actor('secretariat'),
      input: {
        ...{ nameJa: '来年度のプログラム', nameEn: 'Next programme', code: `NEXT-${code}`, startsOn: '2026-10-01' },
        ...{ which: 'all', companies: [], staff: 'all', people: [], agreed: true },
      },
    };
  },
  'programme.open': async ({ setting, actor, person }) => {
    await person('participant');
    const { id } = setting.programme;
    await setting.services.database.programme.update({ where: { id }, data: { openedAt: null } });
    return { actor: await actor('secretariat'), input: {} };
  },
  'programme.model': async ({ actor }) => ({ actor: await actor('secretariat'), input: { use: 'with_names' } }),
  'programme.export': async ({ actor }) => ({ actor: await actor('secretariat'), input: {} }),
  'file.about': async ({ actor }) => ({ actor: await actor('participant'), input: {} }),
  'member.link': async ({ setting, person, language }) => {
    const { services, programme } = setting;
    const code = newInvitationCode();
    const expiresAt = new Date(services.clock.now().getTime() + 86_400_000);
    const invited = await person('participant');
    await services.database.invitation.create({
      data: {
        ...{ programmeId: programme.id, personId: invited.id, codeHash: hashInvitationCode(code), expiresAt },
        createdAt: services.clock.now(),
      },
    });
    return { actor: { account: requestingAccount({ language }), person: null }, input: { code } };
  },
  'member.language': async ({ actor, language }) => ({
    actor: await actor('participant'),
    input: { language: language === 'ja' ? 'en' : 'ja' },
  }),
  'member.settings': async ({ actor, language }) => ({
    actor: await actor('adviser'),
    input: { language, timeZone: 'Europe/Berlin' },
  }),
  'member.invite': async ({ actor, person }) => ({
    actor: await actor('secretariat'),
    input: { person: (await person('participant')).id },
  }),
  'member.object': async ({ actor, setting }) => {
    const one = await actor('participant');
    const { platform, tenant, userId } = await buildAccount(setting.services, one.person);
    const { id } = await setting.services.database.account.update({
      where: { platform_tenant_userId: { platform, tenant, userId } },
      data: { linkedAt: setting.services.clock.now() },
    });
    return { actor: one, input: { ownAccount: id } };
  },
  'programme.choose': async ({ actor, setting }) => ({
    actor: await actor('speaker'),
    input: { programme: setting.programme.id },
  }),
  'preview.confirm': async ({ setting, actor, coming, language }) => {
    const one = await actor('participant');
    return { actor: one, input: await shownPreview(setting, one, (await coming()).id, language) };
  },
  'preview.dismiss': async ({ setting, actor, coming, language }) => {
    const one = await actor('participant');
    return { actor: one, input: await shownPreview(setting, one, (await coming()).id, language) };
  },
  'form.discard': async ({ setting, actor }) => {
    const one = await actor('participant');
    const now = setting.services.clock.now();
    const { id } = await setting.services.database.formDraft.create({
      data: {
        ...{ personId: one.person?.id ?? '', action: 'session.register', subject: 'one', known: {} },
        ...{ entered: { note: 'typed' }, enteredAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
      },
    });
    return { actor: one, input: { keptForm: id } };
  },
  'session.list': async ({ actor, coming }) => {
    await coming();
    return { actor: await actor('participant'), input: {} };
  },
  'session.show': async ({ actor, coming }) => ({
    actor: await actor('participant'),
    input: { session: (await coming()).id },
  }),
  'session.calendar': async ({ actor, coming, registered }) => {
    const [one, session] = [await actor('participant'), await coming()];
    await registered(session, one.person, 'online');
    return { actor: one, input: { session: session.id } };
  },
  'consultation.brief': async (tools) => {
    const { advising, consultations } = await twoComing(tools);
    return { actor: advising, input: { booking: consultations.booking.id } };
  },
  'consultation.calendar': async (tools) => {
    const { attending, consultations } = await twoComing(tools);
    return { actor: attending, input: { booking: consultations.booking.id } };
  },
  'session.register': async ({ actor, coming }) => ({
    actor: await actor('participant'),
    input: { session: (await coming()).id, mode: 'online' },
  }),
  'session.change-mode': async ({ actor, coming, registered }) => {
    const [one, session] = [await actor('participant'), await coming()];
    await registered(session, one.person, 'online');
    return { actor: one, input: { session: session.id, mode: 'onsite' } };
  },
  'session.cancel': async ({ actor, coming, registered }) => {
    const [one, session] = [await actor('participant'), await coming()];
    await registered(session, one.person, 'online');
    return { actor: one, input: { session: session.id } };
  },
  'session.decline': async ({ actor, coming }) => ({
    actor: await actor('participant'),
    input: { session: (await coming()).id },
  }),
  'session.substitute': async ({ actor, coming, registered, person }) => {
    const [one, session] = [await actor('participant'), await coming()];
    await registered(session, one.person, 'onsite');
    const colleague = await person('participant', { company: one.person.company });
    return { actor: one, input: { session: session.id, substitute: colleague.id } };
  },
  'session.check-in': async ({ actor, running, registered }) => {
    const [one, session] = [await actor('participant'), await running()];
    await registered(session, one.person, 'onsite');
    return { actor: one, input: { code: session.checkInCode } };
  },
  'session.join': async ({ actor, running, registered }) => {
    const [one, session] = [await actor('participant'), await running()];
    // Of two the form asks which; where there is just one it is joined at once.
    for (const open of [session, await running()]) await registered(open, one.person, 'online');
    return { actor: one, input: { session: session.id } };
  },
  'session.join-help': async ({ actor, running, registered }) => {
    const [one, session] = [await actor('participant'), await running()];
    await registered(session, one.person, 'online');
    return { actor: one, input: { session: session.id } };
  },
  'session.create': async ({ actor }) => {
    counted += 1;
    return { actor: await actor('secretariat'), input: { ...enteredSession, code: `NEW-${counted}` } };
  },
  'session.change': async ({ actor, coming, registered, person }) => {
    const session = await coming();
    await registered(session, await person('participant'), 'online');
    return { actor: await actor('secretariat'), input: { ...enteredSession, session: session.id } };
  },
  'session.call-off': async ({ actor, coming, registered, person }) => {
    const session = await coming();
    await registered(session, await person('participant'), 'online');
    return { actor: await actor('secretariat'), input: { session: session.id, reason: 'Typhoon', agreed: true } };
  },
  'session.attendees': async ({ actor, coming, registered, person }) => {
    const session = await coming();
    await registered(session, await person('participant'), 'onsite');
    return { actor: await actor('secretariat'), input: { session: session.id } };
  },
  'session.attendees-file': async ({ actor, coming, registered, person }) => {
    const session = await coming();
    await registered(session, await person('participant'), 'onsite');
    return { actor: await actor('secretariat'), input: { session: session.id } };
  },
  'session.record': async ({ actor, running, registered, person }) => {
    const [session, attendee] = [await running(), await person('participant')];
    await registered(session, attendee, 'onsite');
    return {
      actor: await actor('secretariat'),
      input: { session: session.id, people: [attendee.id], came: 'online' },
    };
  },
  'session.online-list': async ({ actor, running, registered, person, setting }) => {
    const company = await buildCompany(setting.services, setting.programme);
    const [session, importing] = [await running(), await actor('secretariat')];
    const named = async (nameJa: string) => await person('participant', { company, nameJa, nameEn: '' });
    const [came, early, inRoom] = [await named('青葉 太郎'), await named('早川 退'), await named('会場 花子')];
    await named('佐伯 一郎');
    for (const one of [came, early]) await registered(session, one, 'online');
    const by = { sessionId: session.id, companyId: company.id, recordedById: importing.person.id };
    await setting.services.database.attendance.create({
      data: {
        ...by,
        personId: inRoom.id,
        present: true,
        mode: 'onsite',
        source: 'check_in_code',
        recordedAt: session.startsAt,
      },
    });
    const files = await storeOnlineList(setting.services, importing.person.id, [
      { name: '青葉太郎', minutes: 90 },
      { name: '早川 退', minutes: 3 },
      { name: '会場花子', minutes: 80 },
      { name: '佐伯', minutes: 80 },
      { name: '見知らぬ人', minutes: 80 },
      { name: 'Otter.ai Notetaker', minutes: 90 },
    ]);
    return { actor: importing, input: { files: [files], session: session.id } };
  },
  'session.walk-in': async ({ actor, running, person, setting }) => {
    const company = await buildCompany(setting.services, setting.programme);
    await person('participant', { company });
    return {
      actor: await actor('secretariat'),
      input: { session: (await running()).id, mode: 'onsite', name: 'Nadia New', company: company.id },
    };
  },
  'session.move-up': async ({ actor, coming, registered, person, setting }) => {
    const session = await coming({ roomCapacity: 1 });
    await registered(session, await person('participant'), 'onsite');
    const [first, second] = [await person('participant'), await person('participant')];
    for (const [queueNumber, one] of [first, second].entries()) await waits(setting, session, one, queueNumber + 1);
    return { actor: await actor('secretariat'), input: { session: session.id, person: second.id, agreed: true } };
  },
  'member.add': async ({ actor, setting }) => ({
    actor: await actor('secretariat'),
    input: {
      ...{ nameJa: '新川 花', nameEn: 'Hana Shinkawa', furigana: 'シンカワ ハナ', role: 'participant' },
      company: (await buildCompany(setting.services, setting.programme)).id,
    },
  }),
  'member.account': async ({ actor, person, setting }) => {
    const [wrong, right] = [await person('participant'), await person('participant')];
    const { id } = await setting.services.database.account.findFirstOrThrow({ where: { personId: wrong.id } });
    const input = { formerPerson: wrong.id, person: right.id, account: id, agreed: true };
    return { actor: await actor('secretariat'), input };
  },
  'member.merge': async ({ actor, person }) => {
    const [from, into] = [await person('participant'), await person('participant')];
    return { actor: await actor('secretariat'), input: { formerPerson: from.id, person: into.id, agreed: true } };
  },
  'member.end': async ({ actor, person }) => ({
    actor: await actor('secretariat'),
    // Who takes over has been asked for.
    input: { person: (await person('participant')).id, asked: true, agreed: true },
  }),
  'member.history': async ({ actor, person }) => ({
    actor: await actor('secretariat'),
    input: { formerPerson: (await person('participant')).id },
  }),
  'member.call-list': async ({ actor, setting, person }) => {
    await untold(setting, (await person('participant')).id);
    return { actor: await actor('secretariat'), input: {} };
  },
  'member.called': async ({ actor, setting, person }) => {
    const { id } = await person('participant');
    await untold(setting, id);
    return { actor: await actor('secretariat'), input: { person: id } };
  },
  'delivery.problems': async ({ actor, person, setting }) => {
    await unsettled(setting, await person('participant'), 'unknown');
    await unsettled(setting, await person('participant'), 'failed');
    return { actor: await actor('secretariat'), input: {} };
  },
  'delivery.arrived': async ({ actor, person, setting }) => ({
    actor: await actor('secretariat'),
    input: { notification: await unsettled(setting, await person('participant'), 'unknown') },
  }),
  'delivery.again': async ({ actor, person, setting }) => ({
    actor: await actor('secretariat'),
    input: { notification: await unsettled(setting, await person('participant'), 'failed') },
  }),
  'session.history': async ({ actor, running }) => ({
    actor: await actor('secretariat'),
    input: { session: (await running()).id },
  }),
  'session.changes': async ({ actor, coming, registered, person }) => {
    const session = await coming();
    await registered(session, await person('participant'), 'onsite');
    return { actor: await actor('secretariat'), input: { session: session.id } };
  },
  'session.check-in-code': async ({ actor, running }) => ({
    actor: await actor('secretariat'),
    input: { session: (await running()).id },
  }),
  'adviser.list': async ({ actor, setting, person }) => {
    await assignedCompany(setting, (await person('adviser')).id);
    await buildCompany(setting.services, setting.programme);
    return { actor: await actor('secretariat'), input: { sought: '' } };
  },
  'adviser.companies': async ({ actor, setting }) => {
    const one = await actor('adviser');
    await assignedCompany(setting, one.person.id);
    return { actor: one, input: {} };
  },
  'adviser.answers': async ({ actor, setting, person, coming, registered }) => {
    const one = await actor('adviser');
    const { company } = await assignedCompany(setting, one.person.id);
    await registered(await coming(), await person('participant', { company }), 'onsite');
    return { actor: one, input: { company: company.id } };
  },
  'adviser.assign': async ({ actor, setting, person }) => {
    const company = await buildCompany(setting.services, setting.programme);
    await person('participant', { company });
    const adviser = await person('adviser');
    return {
      actor: await actor('secretariat'),
      input: { adviser: adviser.id, company: company.id, reason: 'Near', agreed: true },
    };
  },
  'adviser.withdraw': async ({ actor, setting, person }) => {
    const { id, company } = await assignedCompany(setting, (await person('adviser')).id);
    await person('participant', { company });
    return { actor: await actor('secretariat'), input: { assignment: id, reason: 'Moved', agreed: true } };
  },
  'consultation.find': async ({ actor, person, setting }) => {
    const adviser = await person('adviser');
    for (const days of [5, 6, 7]) await freeHour(setting, adviser.id, days);
    return { actor: await actor('participant'), input: {} };
  },
  'consultation.book': async ({ actor, person, setting }) => {
    const one = await actor('participant');
    const slot = await freeHour(setting, (await person('adviser')).id, 5);
    const about = { slot: slot.id, mode: 'online', topics: SECRET, questions: '', attendees: [one.person.id] };
    return { actor: one, input: { ...about, files: [] } };
  },
  'consultation.mine': async (tools) => ({ actor: (await bookedHour(tools)).one, input: {} }),
  'consultation.show': async (tools) => {
    const { attending, consultations } = await consulting(tools);
    return { actor: attending, input: { booking: consultations.recorded.id } };
  },
  'consultation.add-files': async (tools) => {
    const { one, company, booking, other } = await bookedHour(tools);
    // With one alone there is nothing to choose.
    await buildBooking(tools.setting.services, { company, slot: other, attendeeIds: [one.person.id] });
    const file = { name: 'draft.txt', type: 'text', content: Buffer.from('draft') } as const;
    const id = await storeReceivedFile(tools.setting.services, one.person.id, file);
    return { actor: one, input: { booking: booking.id, files: [id] } };
  },
  'consultation.move': async (tools) => {
    const { one, booking, other } = await bookedHour(tools);
    return { actor: one, input: { booking: booking.id, slot: other.id, reason: 'moved' } };
  },
  'consultation.cancel': async (tools) => {
    const { one, company, booking, other } = await bookedHour(tools);
    // With one alone there is nothing to choose.
    await buildBooking(tools.setting.services, { company, slot: other, attendeeIds: [one.person.id] });
    return { actor: one, input: { booking: booking.id, reason: 'ill', agreed: true } };
  },
  'consultation.propose': async (tools) => {
    const { one, booking } = await bookedHour(tools);
    return { actor: one, input: { booking: booking.id, date: '2024-10-17', time: '10:00', reason: 'travel' } };
  },
  'consultation.watch': async ({ actor, person }) => ({
    actor: await actor('participant'),
    input: { until: '2024-12-20', adviser: (await person('adviser')).id },
  }),
  'consultation.unwatch': async ({ actor, setting: { services, programme } }) => {
    const one = await actor('participant');
    const about = { programmeId: programme.id, companyId: one.person.company?.id ?? '', personId: one.person.id };
    const createdAt = services.clock.now();
    // With one alone there is nothing to choose.
    const [first] = await services.database.watch.createManyAndReturn({
      data: ['2024-12-20', '2024-12-10'].map((until) => ({ ...about, until: new Date(until), createdAt })),
    });
    return { actor: one, input: { watch: first?.id ?? '' } };
  },
  'consultation.offer': async ({ actor }) => ({
    actor: await actor('adviser'),
    input: {
      ...{ firstDay: '2024-12-04', from: '13:00', to: '15:00', length: '60', reach: 2 },
      ...{ method: 'online', link: 'https://meet.example/x' },
    },
  }),
  'consultation.withdraw': async ({ actor, setting }) => {
    const one = await actor('adviser');
    return { actor: one, input: { slots: [(await freeSlot(setting, one.person)).id], agreed: true } };
  },
  'consultation.agenda': async (tools) => ({ actor: (await consulting(tools)).advising, input: {} }),
  'consultation.hand-over': async (tools) => {
    const { advising, other, consultations } = await consulting(tools);
    const where = { id: consultations.bookingRequest };
    await tools.setting.services.database.bookingRequest.update({ where, data: { state: 'declined' } });
    return { actor: advising, input: { booking: consultations.booking.id, adviser: other.id, reason: 'ill' } };
  },
  'consultation.answer': async (tools) => {
    const { other, consultations } = await consulting(tools);
    const actor = { account: { ...other.account, language: tools.language }, person: other };
    return { actor, input: { bookingRequest: consultations.bookingRequest, accept: true } };
  },
  'consultation.away': async (tools) => {
    const { advising, consultations } = await consulting(tools);
    const { id, startsAt } = consultations.booking;
    const day = localOf(startsAt, tools.setting.programme.timeZone).date;
    return { actor: advising, input: { day, line1: `${id}.cancel`, agreed: true } };
  },
  'consultation.record': async (tools) => {
    const { advising, consultations } = await consulting(tools);
    const input = { booking: consultations.unrecorded.id, outcome: 'held', minutes: '50', advice: SECRET, seen: 0 };
    return { actor: advising, input: { ...input, agreed: true } };
  },
  'consultation.note': async (tools) => {
    const { advising, consultations } = await consulting(tools);
    return { actor: advising, input: { booking: consultations.recorded.id, text: SECRET, agreed: true } };
  },
  'consultation.export': async (tools) => {
    await consulting(tools);
    return { actor: await tools.actor('secretariat'), input: {} };
  },
  'consultation.overview': async (tools) => {
    await consulting(tools);
    return { actor: await tools.actor('secretariat'), input: {} };
  },
  'consultation.grant': async (tools) => {
    const { company } = await consulting(tools);
    const input = { company: company.id, hours: '1', reason: 'a further question', agreed: true };
    return { actor: await tools.actor('secretariat'), input };
  },
  'consultation.ledger': async (tools) => {
    const { company } = await consulting(tools);
    return { actor: await tools.actor('secretariat'), input: { company: company.id } };
  },
  'draft.mine': async (tools) => ({ actor: (await drafting(tools)).one, input: {} }),
  'draft.submit': async (tools) => {
    const { one, types } = await drafting(tools);
    const file = await sendDocument(tools.setting.services, one.person.id, `${SECRET} 当社は人権を尊重します。`);
    return { actor: one, input: { deliverableType: types[0].id, files: [file], note: SECRET } };
  },
  'draft.check': async (tools) => {
    const { one, submission } = await draftingTwo(tools);
    return { actor: one, input: { draft: submission.draft.id } };
  },
  'draft.declare': async (tools) => {
    const { one, types } = await drafting(tools);
    return { actor: one, input: { deliverableType: types[0].id, boardDate: SECRET } };
  },
  'draft.begin': async (tools) => {
    const { one, types } = await drafting(tools);
    return { actor: one, input: { deliverableType: types[1].id } };
  },
  'draft.file': async (tools) => {
    const { one, submission } = await draftingTwo(tools);
    return { actor: one, input: { draft: submission.draft.id } };
  },
  'draft.withdraw': async (tools) => {
    const { one, submission } = await drafting(tools);
    return { actor: one, input: { draft: submission.draft.id, agreed: true } };
  },
  'reminder.rules': async ({ actor }) => ({ actor: await actor('secretariat'), input: {} }),
  'reminder.upcoming': async ({ actor }) => ({ actor: await actor('secretariat'), input: {} }),
  'reminder.set': async ({ actor }) => ({
    actor: await actor('secretariat'),
    input: { reminder: 'session:1440', enabled: true, agreed: true },
  }),
  'programme.windows': async ({ actor }) => ({
    actor: await actor('secretariat'),
    input: { windows: '9:00-12:00, 13:00-17:00', closures: '2026-12-29 2027-01-03 年末年始 / New Year' },
  }),
  'notifications.mute': async ({ actor }) => ({
    actor: await actor('participant'),
    input: { announcements: true, reminders: false },
  }),
  'consultation.respond': async (tools) => {
    const { attending, consultations } = await consulting(tools);
    return { actor: attending, input: { record: consultations.record, confirmed: true, comment: SECRET } };
  },
  'announcement.compose': async ({ actor, person, language }) => {
    await person('participant');
    const text = language === 'ja' ? { textJa: '会場が変わります。' } : { textEn: 'The venue changes.' };
    return {
      actor: await actor('secretariat'),
      input: { ...text, asks: ['read'], buttons: ['home.show'] },
    };
  },
  'announcement.audience': async (tools) => {
    const { secretary, reader, announcements } = await announced(tools);
    const companies = [reader.person.company?.id ?? ''];
    return { actor: secretary, input: { announcement: announcements.draft, companies, roles: ['participant'] } };
  },
  'announcement.send': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    const { database } = tools.setting.services;
    await database.programme.update({ where: { id: tools.setting.programme.id }, data: { askNumberFrom: 1 } });
    return { actor: secretary, input: { announcement: announcements.draft, seen: 1, number: '1' } };
  },
  'announcement.approve': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.proposed, seen: 1, approve: true } };
  },
  'announcement.list': async (tools) => ({ actor: (await announced(tools)).secretary, input: {} }),
  'announcement.status': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.sent } };
  },
  'announcement.answers-file': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.sent } };
  },
  'announcement.stop': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.sending } };
  },
  'announcement.resume': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.stopped } };
  },
  'announcement.post-arrived': async (tools) => await posted(tools),
  'announcement.post-again': async (tools) => await posted(tools),
  'announcement.cancel': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.scheduled } };
  },
  'announcement.correct': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    const text = tools.language === 'ja' ? { textJa: '会場は東京です。' } : { textEn: 'The venue is Tokyo.' };
    return { actor: secretary, input: { announcement: announcements.sent, seen: 1, ...text } };
  },
  'announcement.withdraw': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.sent, agreed: true } };
  },
  'announcement.remind': async (tools) => {
    const { secretary, announcements } = await announced(tools);
    return { actor: secretary, input: { announcement: announcements.sent, seen: 0 } };
  },
  'announcement.answer': async (tools) => {
    const { reader, announcements } = await announced(tools);
    return { actor: reader, input: { announcement: announcements.sent, answer: 'help' } };
  },
  'review.answers': async (tools) => {
    const { attending, advising, company, reviews } = await reviewing(tools);
    const { services, programme } = tools.setting;
    // Of two that have comments, which one is asked for.
    const second = await buildVersion(services, {
      ...{ typeId: await buildPolicy(services, programme), company, personId: attending.person.id },
      ...{ paragraphs: [SECRET], reviewDueOn: '2024-12-10' },
    });
    await buildRound(services, second, { adviserId: advising.person.id, words: SECRET, ended: true });
    return { actor: attending, input: { deliverable: reviews.commented } };
  },
  'review.answer': async (tools) => {
    const { attending, reviews } = await reviewing(tools);
    return { actor: attending, input: { reviewComment: reviews.sentComment, words: SECRET } };
  },
  'review.queue': async (tools) => ({ actor: (await reviewing(tools)).advising, input: {} }),
  'review.open': async (tools) => {
    const { advising, reviews } = await reviewing(tools);
    return { actor: advising, input: { draft: reviews.queued.id } };
  },
  'review.comment': async (tools) => {
    const { advising, reviews } = await reviewing(tools);
    return { actor: advising, input: { draft: reviews.opened.id, element: 'E04', quotation: SECRET, words: SECRET } };
  },
  'review.correct': async (tools) => {
    const { advising, reviews } = await reviewing(tools);
    return { actor: advising, input: { reviewComment: reviews.sentComment, words: `${SECRET} again` } };
  },
  'review.end': async (tools) => {
    const { advising, reviews } = await reviewing(tools);
    const input = { draft: reviews.opened.id, outcome: 'to_be_revised', words: SECRET, agreed: true };
    return { actor: advising, input };
  },
  'draft.difference': async (tools) => {
    const { attending, reviews } = await reviewing(tools);
    return { actor: attending, input: { olderDraft: reviews.earlier.id, draft: reviews.later.id } };
  },
  'review.upload': async (tools) => {
    const { advising, reviews } = await reviewing(tools);
    const document = {
      name: 'commented.docx',
      type: 'docx',
      content: Buffer.from(commentedDocx({ sentence: SECRET, words: SECRET })),
    } as const;
    const file = await storeReceivedFile(tools.setting.services, advising.person.id, document);
    return { actor: advising, input: { draft: reviews.opened.id, files: [file] } };
  },
  'draft.mark': async (tools) => {
    const { advising, reviews } = await reviewing(tools);
    return { actor: advising, input: { draft: reviews.opened.id, element: 'E04', kind: 'missed', sentence: SECRET } };
  },
  'deliverable.approve': async (tools) => {
    const { attending, reviews } = await reviewing(tools);
    const input = { deliverable: reviews.submitted, day: '2024-09-30', approvedBy: '取締役会' };
    return { actor: attending, input };
  },
  'deliverable.publish': async (tools) => {
    const { attending, reviews } = await reviewing(tools);
    const input = { deliverable: reviews.approved, day: '2024-09-30', url: 'https://www.example.co.jp/policy' };
    return { actor: attending, input };
  },
  'deliverable.take-back': async (tools) => {
    const { attending, reviews } = await reviewing(tools);
    return { actor: attending, input: { deliverable: reviews.approved, agreed: true } };
  },
  'deliverable.extend': async (tools) => {
    const { attending, reviews } = await reviewing(tools);
    const input = { deliverableType: reviews.deliverableType, until: '2025-04-10', reason: '役員会' };
    return { actor: attending, input };
  },
  'deliverable.decide-extension': async (tools) => {
    const { secretary, reviews } = await reviewing(tools);
    return { actor: secretary, input: { extension: reviews.extension, decision: 'grant', answer: SECRET } };
  },
  'deliverable.overview': async (tools) => ({ actor: (await reviewing(tools)).secretary, input: {} }),
  'deliverable.export': async (tools) => ({ actor: (await reviewing(tools)).secretary, input: {} }),
  'company.show': async (tools) => {
    const { company } = await consulting(tools);
    return { actor: await noteTaker(tools, company.id), input: { company: company.id } };
  },
  'company.note': async (tools) => {
    const { company } = await consulting(tools);
    return { actor: await tools.actor('secretariat'), input: { company: company.id, text: SECRET } };
  },
  'company.notes': async (tools) => {
    const { company } = await consulting(tools);
    return { actor: await noteTaker(tools, company.id), input: { company: company.id } };
  },
  'overview.show': async (tools) => {
    await overseen(tools);
    return { actor: await tools.actor('secretariat'), input: {} };
  },
  'overview.list': async (tools) => {
    const { session } = await overseen(tools);
    return { actor: await tools.actor('secretariat'), input: { list: 'unanswered', session } };
  },
  'overview.export': async (tools) => {
    await overseen(tools);
    return { actor: await tools.actor('secretariat'), input: { list: 'seats' } };
  },
  'report.make': async ({ actor }) => ({ actor: await actor('secretariat'), input: { languages: 'en' } }),
  'report.figures': async ({ actor, coming }) => ({
    actor: await actor('secretariat'),
    input: { session: (await coming()).id },
  }),
  'report.narrative': async ({ actor, coming }) => ({
    actor: await actor('secretariat'),
    input: {
      ...{ session: (await coming()).id, section: 'voices', shown: true, said: 'ja' },
      ...{ textJa: '役に立ちました | 参加者', textEn: 'It was useful | a participant' },
    },
  }),
  // The longest texts that there can be: their forms must fit all the same.
  'report.programme': async (tools) => {
    const { programmeId } = await tools.coming();
    await writeLong(tools, { programmeId, sessionId: null, sections: programmeSections });
    return {
      actor: await tools.actor('secretariat'),
      input: {
        seen: 'purpose:1,members:1',
        purposeJa: '目的',
        purposeEn: 'Purpose',
        membersJa: '企業A',
        membersEn: 'A',
      },
    };
  },
  'report.session': async (tools) => {
    const { id: sessionId, programmeId } = await tools.coming();
    await writeLong(tools, { programmeId, sessionId, sections: sessionSections });
    return {
      actor: await tools.actor('secretariat'),
      input: {
        ...{ session: sessionId, seen: 'summary:1,voices:1', summaryJa: '要約', summaryEn: 'Summary' },
        ...{ said: 'ja', voicesJa: '役に立ちました | 参加者', voicesEn: 'It was useful | a participant' },
      },
    };
  },
  'report.history': async (tools) => {
    const { id: sessionId, programmeId } = await tools.coming();
    await writeLong(tools, { programmeId, sessionId, sections: sessionSections });
    return { actor: await tools.actor('secretariat'), input: { session: sessionId } };
  },
  'report.add-photographs': async ({ actor, running, setting }) => {
    const session = await running();
    const adding = await actor('secretariat');
    await buildPhotograph(setting.services, { session, name: 'before.jpg' });
    const files = [await storePhotograph(setting.services, adding.person.id, { name: 'IMG_1.jpg' })];
    const input = { files, session: session.id, captionJa: '挨拶する事務局', captionEn: 'The secretariat' };
    return { actor: adding, input };
  },
  'report.photographs': async ({ actor, coming, setting }) => {
    const session = await coming();
    for (const name of ['1.jpg', '2.jpg', '3.jpg']) await buildPhotograph(setting.services, { session, name });
    return { actor: await actor('secretariat'), input: {} };
  },
  'report.change-photograph': async ({ actor, coming, setting }) => {
    const session = await coming();
    const { id } = await buildPhotograph(setting.services, { session, captionJa: '長い説明'.repeat(75) });
    const input = { photograph: id, session: session.id, captionJa: '会場', captionEn: 'The venue', shown: true };
    return { actor: await actor('secretariat'), input };
  },
  'report.remove-photograph': async ({ actor, coming, setting }) => {
    const { id } = await buildPhotograph(setting.services, { session: await coming() });
    return { actor: await actor('secretariat'), input: { photograph: id, agreed: true } };
  },
  'report.keep-presentation': async ({ actor, running, setting }) => {
    const { services, programme } = setting;
    const [session, keeping] = [await running(), await actor('secretariat')];
    const company = await buildCompany(services, programme, { nameEn: 'Aoba Foods', nameJa: '青葉食品' });
    await buildPresentation(services, { session, company: await buildCompany(services, programme) });
    const files = [await storePresentation(services, keeping.person.id)];
    const input = {
      files,
      session: session.id,
      company: company.id,
      titleJa: '学んだこと',
      titleEn: 'What we learned',
    };
    return { actor: keeping, input };
  },
  'report.presentations': async ({ actor, coming, setting: { services, programme } }) => {
    const session = await coming();
    for (const titleEn of ['', 'Our policy']) {
      await buildPresentation(services, { session, company: await buildCompany(services, programme), titleEn });
    }
    return { actor: await actor('secretariat'), input: {} };
  },
  'report.remove-presentation': async ({ actor, coming, setting: { services, programme } }) => {
    const about = { session: await coming(), company: await buildCompany(services, programme) };
    const { id } = await buildPresentation(services, about);
    return { actor: await actor('secretariat'), input: { presentation: id, agreed: true } };
  },
  'report.correct': async ({ actor, coming }) => ({
    actor: await actor('secretariat'),
    input: { figure: 'people', session: (await coming()).id, value: '3', why: '記録漏れ' },
  }),
  'report.freeze': async ({ actor }) => ({ actor: await actor('secretariat'), input: {} }),
  'question.ask': async ({ actor, person }) => {
    await person('secretariat');
    return { actor: await actor('participant'), input: { to: 'secretariat', question: SECRET } };
  },
  'question.mine': async (tools) => ({ actor: (await questioning(tools)).asking, input: {} }),
  'question.withdraw': async (tools) => {
    const { asking, questions } = await questioning(tools);
    return { actor: asking, input: { ownQuestion: questions.waiting, agreed: true } };
  },
  'question.inbox': async (tools) => ({ actor: (await questioning(tools)).secretary, input: {} }),
  'question.reply': async (tools) => {
    const { secretary, questions } = await questioning(tools);
    return { actor: secretary, input: { askedQuestion: questions.waiting, answer: SECRET } };
  },
  'question.correct': async (tools) => {
    const { advising, questions } = await questioning(tools);
    return {
      actor: advising,
      input: { askedQuestion: questions.answeredByAdviser, answer: `${SECRET} again`, version: 1 },
    };
  },
  'question.pass': async (tools) => {
    const { advising, questions } = await questioning(tools);
    return { actor: advising, input: { askedQuestion: questions.atAdviser, to: 'secretariat', note: SECRET } };
  },
  'faq.search': async (tools) => {
    await questioning(tools);
    return { actor: await tools.actor('participant'), input: {} };
  },
  'faq.add': async (tools) => {
    const { secretary, questions } = await questioning(tools);
    const texts = {
      questionJa: '承認はだれですか',
      answerJa: '取締役会です。',
      questionEn: 'Who approves?',
      answerEn: 'The board.',
    };
    return { actor: secretary, input: { askedQuestion: questions.answered, ...texts, agreed: true } };
  },
  'faq.change': async (tools) => {
    const { secretary, questions } = await questioning(tools);
    const texts = {
      questionJa: '昼食はありますか',
      answerJa: 'ありません。',
      questionEn: 'Is there lunch?',
      answerEn: 'No.',
    };
    return { actor: secretary, input: { faqEntry: questions.entry, ...texts, version: 1 } };
  },
  'faq.retire': async (tools) => {
    const { secretary, questions } = await questioning(tools);
    return { actor: secretary, input: { faqEntry: questions.entry, agreed: true } };
  },
  'knowledge.search': async ({ setting, actor }) => {
    await buildSource(setting.services, setting.programme);
    return { actor: await actor('participant'), input: { words: 'remedy' } };
  },
  'knowledge.rate': async ({ actor }) => ({
    actor: await actor('participant'),
    input: { missing: SECRET, words: 'remedy', helpful: false, told: true },
  }),
  'knowledge.settle-rating': async ({ setting, actor }) => {
    const { person } = await actor('participant');
    const rating = await buildRating(setting.services, setting.programme, { personId: person.id });
    return { actor: await actor('secretariat'), input: rating };
  },
  'knowledge.sources': async ({ setting, actor }) => {
    const secretary = await actor('secretariat');
    await buildSource(setting.services, setting.programme, { title: 'Handbook', by: secretary.person.id });
    return { actor: secretary, input: {} };
  },
  'knowledge.add': async ({ setting, actor }) => {
    const secretary = await actor('secretariat');
    const file = await sendDocument(
      setting.services,
      secretary.person.id,
      `Remedy is due. ${randomUUID()}`,
      'handbook.txt',
    );
    return { actor: secretary, input: { files: [file], title: 'Handbook', language: 'en' } };
  },
  'knowledge.retire': async ({ setting, actor }) => {
    const source = await buildSource(setting.services, setting.programme, { title: 'Handbook' });
    return { actor: await actor('secretariat'), input: { knowledgeSource: source, agreed: true } };
  },
  'groups.show': async (tools) => {
    const { session, first } = await grouped(tools, { told: true });
    return { actor: first, input: { session: session.id } };
  },
  'groups.make': async (tools) => {
    const { session, secretary } = await grouped(tools, {});
    const wish = { by: 'number', value: '2', arrangement: 'apart', facilitators: 'Aki\n秋山' };
    return { actor: secretary, input: { session: session.id, ...wish } };
  },
  'groups.rebuild': async (tools) => {
    const { session, secretary } = await grouped(tools, { joins: true });
    return { actor: secretary, input: { session: session.id, agreed: true } };
  },
  'groups.move': async (tools) => {
    const { session, secretary, first } = await grouped(tools, {});
    return { actor: secretary, input: { session: session.id, person: first.person.id, number: '2' } };
  },
  'groups.facilitate': async (tools) => {
    const { session, secretary } = await grouped(tools, { told: true });
    const said = { number: '1', facilitator: '墨田', agreed: true };
    return { actor: secretary, input: { session: session.id, ...said } };
  },
  'groups.publish': async (tools) => {
    const { session, secretary } = await grouped(tools, {});
    return { actor: secretary, input: { session: session.id, agreed: true } };
  },
  'feedback.answer': async (tools) => {
    const { silent, feedback } = await asked(tools);
    const said = { rating: '4', comment: SECRET, permission: 'name', shownAs: 'Sato' };
    return { actor: silent, input: { session: feedback.session.id, ...said } };
  },
  'feedback.results': async (tools) => {
    const { secretary, feedback } = await asked(tools);
    return { actor: secretary, input: { session: feedback.session.id } };
  },
  'feedback.remind': async (tools) => {
    const { secretary, feedback } = await asked(tools);
    return { actor: secretary, input: { session: feedback.session.id, agreed: true } };
  },
  'feedback.quote': async (tools) => {
    const { secretary, feedback } = await asked(tools);
    const quoted = { words: SECRET, said: 'en', translation: `${SECRET} 視野が広がりました。` };
    return { actor: secretary, input: { feedback: feedback.feedback, ...quoted } };
  },
  'feedback.drop-quote': async (tools) => {
    const { secretary, feedback } = await asked(tools);
    return { actor: secretary, input: { quote: feedback.quote, agreed: true } };
  },
  'next-action.done': async (tools) => {
    const { attending, consultations } = await consulting(tools);
    return { actor: attending, input: { nextAction: consultations.nextAction } };
  },
};

/** Three people in two groups, told or not, and, where one joins, a fourth in none. */
async function grouped(
  { setting, actor, person, coming, registered }: Tools,
  { told = false, joins = false }: { readonly told?: boolean; readonly joins?: boolean },
) {
  const [first, secretary] = [await actor('participant'), await actor('secretariat')];
  const people = [first.person, await person('participant'), await person('participant')];
  const session = await coming();
  const newcomers = joins ? [await person('participant')] : [];
  for (const one of [...people, ...newcomers]) await registered(session, one, 'online');
  await buildGroupPlan(setting.services, session, { people, madeById: secretary.person.id, told });
  return { session, first, secretary };
}

/** Somebody who came to a session and has not answered yet, and the secretariat, with what others said about it. */
async function asked({ setting, actor, person }: Tools) {
  const [silent, secretary] = [await actor('participant'), await actor('secretariat')];
  const { services, programme } = setting;
  const people = { said: await person('participant'), quoted: await person('participant'), silent: silent.person };
  const chosenById = secretary.person.id;
  const feedback = await buildSessionFeedback(services, { programme, ...people, chosenById, comment: SECRET });
  return { silent, secretary, feedback };
}

/** A participant, the adviser of their company and somebody of the secretariat, with versions in every state. */
async function reviewing({ setting, actor }: Tools) {
  const [attending, advising, secretary] = [
    await actor('participant'),
    await actor('adviser'),
    await actor('secretariat'),
  ];
  const { company } = attending.person;
  if (company === null) throw new Error('a participant has a company');
  await buildAssignment(setting.services, { company, adviserId: advising.person.id });
  const who = { personId: attending.person.id, adviserId: advising.person.id };
  const about = { programme: setting.programme, company, ...who, secret: SECRET };
  return { attending, advising, secretary, company, reviews: await buildReviews(setting.services, about) };
}

/** A participant who asked, the adviser of their company and somebody of the secretariat. */
async function questioning({ setting, actor }: Tools) {
  const [asking, advising, secretary] = [
    await actor('participant'),
    await actor('adviser'),
    await actor('secretariat'),
  ];
  const { company } = asking.person;
  if (company === null) throw new Error('a participant has a company');
  await buildAssignment(setting.services, { company, adviserId: advising.person.id });
  const who = { personId: asking.person.id, adviserId: advising.person.id, secretaryId: secretary.person.id };
  const about = { programme: setting.programme, company, ...who, secret: SECRET };
  return { asking, advising, secretary, company, questions: await buildQuestions(setting.services, about) };
}

/** A participant whose company has submitted one of three things that it is to hand in. */
async function drafting({ setting, actor, person }: Tools) {
  const { services, programme } = setting;
  const one = await actor('participant');
  const { company } = one.person;
  if (company === null) throw new Error('a participant has a company');
  await buildAssignment(services, { company, adviserId: (await person('adviser')).id });
  const types = [
    await buildDeliverableType(services, programme),
    await buildDeliverableType(services, programme, { titleJa: '計画', titleEn: 'Plan' }),
    await buildDeliverableType(services, programme, { titleJa: '窓口', titleEn: 'Helpline' }),
  ] as const;
  const text = `人権方針\n${SECRET} 当社は、国際的に認められた人権を尊重します。`;
  const submission = await buildDraft(services, { type: types[0], company, personId: one.person.id, text });
  return { one, types, submission };
}

/** The same with a version of another one: with one alone there is nothing to choose. */
async function draftingTwo(tools: Tools) {
  const built = await drafting(tools);
  const { one, types } = built;
  const { company } = one.person;
  if (company === null) throw new Error('a participant has a company');
  await buildDraft(tools.setting.services, { type: types[1], company, personId: one.person.id });
  return built;
}

/** Somebody of the secretariat, and announcements that another member of it wrote to a participant. */
async function announced({ setting, actor, person, language }: Tools) {
  const [secretary, author, reader] = [
    await actor('secretariat'),
    await person('secretariat'),
    await actor('participant'),
  ];
  const about = { programme: setting.programme, createdById: author.id, readerId: reader.person.id };
  const texts = language === 'ja' ? { textEn: '' } : { textJa: '' };
  return { secretary, reader, announcements: await buildAnnouncements(setting.services, { ...about, ...texts }) };
}

/** One that another member of the secretariat wrote, and of which it is not known whether it is in its channel. */
async function posted({ setting, actor, person, language }: Tools) {
  const [secretary, author] = [await actor('secretariat'), await person('secretariat')];
  const texts = language === 'ja' ? { textEn: '' } : { textJa: '' };
  const about = { programme: setting.programme, createdById: author.id, ...texts };
  return { actor: secretary, input: { announcement: await buildUnknownPost(setting.services, about) } };
}

const DAY = 86_400_000;

/** An hour that an adviser offers, so many days from now: in Japan at two in the afternoon. */
async function freeHour({ services, programme }: Setting, adviserId: string, days: number) {
  const startsAt = new Date(services.clock.now().getTime() + days * DAY + 5 * 3_600_000);
  return await buildSlot(services, {
    programme,
    adviserId,
    startsAt,
    link: 'https://meeting.example.org/h',
    place: '東京',
  });
}

/** A consultation of a participant who acts, and a further hour of its adviser. */
async function bookedHour({ setting, actor, person }: Tools) {
  const one = await actor('participant');
  const { company } = one.person;
  if (company === null) throw new Error('a participant has a company');
  const adviser = await person('adviser');
  const slot = await freeHour(setting, adviser.id, 10);
  const other = await freeHour(setting, adviser.id, 11);
  const booking = await buildBooking(setting.services, { company, slot, attendeeIds: [one.person.id] });
  return { one, company, slot, other, booking };
}

/** A participant and an adviser who have consultations with each other, and another adviser. */
async function consulting({ setting, actor, person }: Tools) {
  const [attending, advising, other] = [await actor('participant'), await actor('adviser'), await person('adviser')];
  const { company } = attending.person;
  if (company === null) throw new Error('a participant has a company');
  const who = { adviserId: advising.person.id, otherAdviserId: other.id, attendeeId: attending.person.id };
  const about = { programme: setting.programme, company, ...who, secret: SECRET };
  return { attending, advising, other, company, consultations: await buildConsultations(setting.services, about) };
}

/** The same with another consultation of theirs to come: with one alone there is nothing to choose. */
async function twoComing(tools: Tools) {
  const built = await consulting(tools);
  const { company, consultations, attending } = built;
  await buildBooking(tools.setting.services, {
    ...{ company, slot: consultations.slot, attendeeIds: [attending.person.id] },
  });
  return built;
}

/** An hour that somebody offers in so many days. */
async function freeSlot({ services, programme }: Setting, { id: adviserId }: BuiltPerson, days = 3) {
  const startsAt = new Date(services.clock.now().getTime() + days * 86_400_000);
  return await buildSlot(services, { programme, adviserId, startsAt, link: 'https://meet.example/x', place: 'Tokyo' });
}

/** Somebody of the secretariat who has written down more notes about the company than its card shows. */
async function noteTaker({ setting: { services, programme }, actor }: Tools, companyId: string): Promise<Actor> {
  const one = await actor('secretariat');
  const note = { programmeId: programme.id, companyId, byId: one.person.id, at: services.clock.now() };
  const viewer = { kind: 'person', personId: one.person.id } as const;
  await inTransaction(
    services.database,
    (transaction) =>
      transaction.companyNote.createMany({
        data: [1, 2, 3, 4].map((count) => ({ ...note, text: `${SECRET} ${count}` })),
      }),
    { viewer },
  );
  return one;
}

/** Parts of the report as long as they can be. */
async function writeLong(
  { setting: { services } }: Tools,
  {
    sections,
    ...about
  }: {
    readonly programmeId: string;
    readonly sessionId: string | null;
    readonly sections: readonly ReportSection[];
  },
): Promise<void> {
  const changedAt = services.clock.now();
  const texts = { ja: '長い文章'.repeat(750), en: '“long”'.repeat(500), said: 'ja', changedAt } as const;
  await services.database.reportText.createMany({ data: sections.map((section) => ({ ...about, section, ...texts })) });
}

/** Something in most lists of the overview: a session that somebody has not answered, and consultations. */
async function overseen(tools: Tools): Promise<{ readonly session: string }> {
  await consulting(tools);
  const { id } = await tools.coming();
  const { person } = await tools.actor('participant');
  const longest = { words: '長'.repeat(LONGEST_LOOKED_UP), missing: '足'.repeat(LONGEST_MISSING) };
  await buildRating(tools.setting.services, tools.setting.programme, { personId: person.id, ...longest });
  await buildDeliverableType(tools.setting.services, tools.setting.programme);
  return { session: id };
}

/** Leaves somebody untold of something, as where nothing reaches them. */
async function untold({ services, programme }: Setting, personId: string): Promise<void> {
  const at = services.clock.now();
  await services.database.notification.create({
    data: {
      ...{ key: `untold:${personId}`, kind: 'session.changed', programmeId: programme.id, personId, data: {} },
      ...{ dueAt: at, createdAt: at, settledAt: at, state: 'unreachable', reason: 'uninstalled' },
    },
  });
}

/** A company that this adviser looks after. */
async function assignedCompany({ services, programme }: Setting, adviserId: string) {
  const company = await buildCompany(services, programme);
  const { id } = await buildAssignment(services, { company, adviserId });
  return { id, company };
}

/** Shows somebody what declining would do, and returns what names that preview. */
async function shownPreview({ services }: Setting, actor: Actor, session: string, language: Language): Promise<Values> {
  const account = { ...actor.account, language };
  await ask(services, { account }, 'session.decline', { session }, { origin: 'words' });
  const where = { personId: actor.person?.id ?? '' };
  const { id } = await services.database.preview.findFirstOrThrow({ where });
  return { preview: id };
}

/** A notification that was left to people. */
async function unsettled(
  { services, programme }: Setting,
  person: BuiltPerson,
  state: 'unknown' | 'failed',
): Promise<string> {
  const now = services.clock.now();
  const { id } = await services.database.notification.create({
    data: {
      ...{ key: randomUUID(), kind: 'session.promoted', programmeId: programme.id, personId: person.id },
      ...{ data: { mode: 'onsite' }, dueAt: now, createdAt: now, settledAt: now, state, round: 1 },
    },
  });
  return id;
}

/** Everything that a request may change, as one text that differs where anything does, but for files and what was given to calendars. When people were heard from is left out. */
export async function everythingWritten({ database }: Pick<ContractFixture, 'database'>): Promise<string> {
  const tables = ['person', 'membership', 'company', 'session', 'session_version', 'registration', 'attendance'];
  const more = [
    'invitation',
    'notification',
    'binding',
    'programme',
    'member_change',
    'account_grant',
    'registration_change',
    'assignment',
    'closure',
    'consultation_offer',
    'consultation_slot',
    'booking',
    'booking_attendee',
    'booking_file',
    'booking_change',
    'entitlement',
    'entitlement_entry',
    'watch',
    'watch_turn',
    'booking_request',
    'adviser_absence',
    'consultation_record',
    'record_response',
    'next_action',
    'private_note',
    'form_draft',
    'reminder_rule',
    'reminder_moment',
    'muted_topic',
    'announcement',
    'announcement_version',
    'announcement_person',
    'announcement_answer',
    'named_audience',
    'place_post',
    'deliverable_type',
    'deliverable',
    'deliverable_event',
    'due_extension',
    'draft',
    'draft_text',
    'draft_check',
    'draft_declaration',
    'check_mark',
    'draft_look',
    'review',
    'review_comment',
    'review_comment_version',
    'comment_answer',
    'feedback',
    'feedback_quote',
    'group_plan',
    'session_group',
    'group_place',
    'report_text',
    'report_text_version',
    'figure_correction',
    'report_photograph',
    'report_presentation',
    'report_freeze',
    'company_note',
    'question',
    'question_text',
    'question_answer',
    'question_pass',
    'faq_entry',
    'knowledge_source',
    'knowledge_passage',
    'answer_rating',
  ];
  const digests = [...tables, ...more].map(
    (table) => `(SELECT concat_ws(':', count(*), sum(hashtextextended(t::text, 0))) FROM "${table}" t)`,
  );
  const accounts = `(SELECT concat_ws(':', count(*), sum(hashtextextended(concat_ws(':', platform, tenant, user_id, person_id), 0))) FROM account WHERE person_id IS NOT NULL)`;
  const rows = await database.$queryRawUnsafe<{ all: string }[]>(
    `SELECT concat_ws('/', ${[...digests, accounts].join(', ')}) AS "all"`,
  );
  return rows[0]?.all ?? '';
}
